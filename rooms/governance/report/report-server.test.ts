import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type } from '../../../doors/cli/test-command-line.ts'
import { seriousViolations } from '../../../doors/web/fixtures/open-browser.ts'
import { sayWords } from '../../../foundations/ui/words/say-words.ts'
import { sampleInBrowser } from '../../measurement/analyses/test-analysis-server.ts'
import { reportWords } from './report.words.ts'

const opened = sampleInBrowser()
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-report-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const period = '2026-q3'
const typed = (line: readonly string[]) =>
  type(['report', '--period', period, '--workspace', 'sample', ...line, '--data', opened.server.data])

it('[GOV-34] the page opens without any network, says what the cockpit says, and all can use it', async () => {
  const visit = await opened.server.visit(opened.browser, 'fr')
  await visit.page.goto(visit.at(`cockpit?period=${period}`))
  const link = visit.page.getByRole('link', { name: sayWords(reportWords, 'fr')('print') })
  const address = (await link.getAttribute('href'))!
  const heading = visit.page.getByRole('heading', { level: 1, name: /promesses/ })
  await heading.waitFor()
  const title = await heading.textContent()
  const html = await (await visit.page.request.get(new URL(address, opened.server.address).href)).text()
  const alone = await opened.browser.newPage()
  const asked: string[] = []
  alone.on('request', (request) => asked.push(request.url()))
  await alone.setContent(html)
  expect(await alone.getByRole('heading', { level: 1 }).textContent()).toBe(title)
  expect(await alone.locator('html').getAttribute('lang')).toBe('fr')
  expect(await alone.locator('td.scale svg').count()).toBeGreaterThan(5)
  expect(asked).toEqual([])
  expect(await seriousViolations(alone)).toEqual([])
  await alone.close()
  await visit.context.close()
})

it('[GOV-35] the ending of the file says whether a page or a PDF is written', async () => {
  const page = join(directory, 'report.html')
  const written = await typed(['-o', page, '--lang', 'fr'])
  expect(written.code).toBe(0)
  expect(written.out).toMatch(/^Écrit\s: .*report\.html\n$/)
  expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>\n<html lang="fr">/)
  const pdf = join(directory, 'report.PDF')
  expect((await typed(['-o', pdf])).code).toBe(0)
  const bytes = (await readFile(pdf)).toString('latin1')
  expect(bytes).toMatch(/^%PDF-1\.\d/)
  expect(bytes.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(1)
  expect(bytes.trimEnd()).toMatch(/%%EOF$/)
})

it('[GOV-35] a period that is none is refused, and nothing is written', async () => {
  const refused = await type([
    'report',
    '--period',
    'soon',
    '--workspace',
    'sample',
    '-o',
    join(directory, 'no.html'),
    '--data',
    opened.server.data,
  ])
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('"soon" is not a period.')
  await expect(readFile(join(directory, 'no.html'))).rejects.toThrow('ENOENT')
})
