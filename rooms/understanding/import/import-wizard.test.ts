import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfiguration } from '../../../doors/server/configuration.ts'
import { type RunningServer, startServer } from '../../../doors/server/start.ts'
import { buildWeb } from '../../../doors/web/fixtures/build-web.ts'
import { openBrowser } from '../../../doors/web/fixtures/open-browser.ts'
import { expectUsableInFrench, signedInPage } from '../../../doors/web/fixtures/signed-in-page.ts'
import { languages } from '../../../foundations/ui/words/language.ts'
import { sayWords } from '../../../foundations/ui/words/say-words.ts'
import { columnWords } from './columns.words.ts'
import { importWords } from './import.words.ts'
import { oddSurvey } from './test-odd-survey.ts'

let browser: Browser
beforeAll(async () => {
  buildWeb()
  browser = await openBrowser()
}, 600_000)
afterAll(() => browser.close())

async function drop(page: Page, name: string, bytes: Buffer) {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      const file = new File([new Uint8Array(content as number[])], fileName as string)
      transfer.items.add(file)
      return transfer
    },
    [name, [...bytes]] as const,
  )
  await page.locator('[data-drop]').dispatchEvent('drop', { dataTransfer: data })
}

async function designs(server: RunningServer) {
  const put = (path: string, body: object) =>
    fetch(`${server.address}/api/v1/workspaces/chain${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${server.localKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  await put('/touchpoints/visit', { name: { en: 'The visit', fr: 'La visite' } })
  await put('/measures/nps', { name: 'NPS', method: 'nps', kind: 'nps', scale: { low: 0, high: 10 } })
  await put('/measures/happy', {
    name: { en: 'Satisfied', fr: 'Satisfaits' },
    method: 'csat',
    kind: 'csat',
    scale: { low: 1, high: 5 },
  })
}

describe.each(languages)('a file that no mapping has seen, in %s', (language) => {
  let directory: string
  let server: RunningServer
  let visit: Awaited<ReturnType<typeof signedInPage>>
  let page: Page
  const imports = sayWords(importWords, language)
  const columns = sayWords(columnWords, language)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const role = (column: string) => page.getByLabel(columns('roleOf', { column }))
  const about = (column: string) => page.getByLabel(columns('aboutOf', { column }))

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tutti-wizard-'))
    const variables = { TUTTI_DATA: directory, TUTTI_PORT: '0', TUTTI_LOG: 'silent', TUTTI_SAMPLE: 'none' }
    server = await startServer(readConfiguration(variables))
    visit = await signedInPage({ browser, server, language })
    page = visit.page
    await designs(server)
  })
  afterAll(async () => {
    await visit.context.close()
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  })

  it('[UND-130] dropped, it is told what each column seems to be', async () => {
    await page.goto(visit.at('understanding/imports'))
    await page.locator('[data-drop]').waitFor()
    await expectUsableInFrench(page, language)
    await drop(page, 'enquête magasins.csv', oddSurvey())
    await role('Q1').waitFor({ timeout: 60_000 })
    const found = {
      ...{ NUM: 'ignore', DATE_VISITE: 'date', MAGASIN: 'unit', Q1: 'score' },
      ...{ Q2A: 'score', Q2B: 'score', PANIER: 'ignore', REMARQUE: 'verbatim' },
    }
    for (const [column, expected] of Object.entries(found))
      expect([column, await role(column).inputValue()]).toEqual([column, expected])
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toContain(columns('decimalComma'))
    expect(text).toContain(columns('headerRows', { count: 2 }))
    await expectUsableInFrench(page, language)
  })

  it('[UND-131] what is changed in the form stands in the mapping at once', async () => {
    await role('NUM').selectOption('response')
    await about('Q1').fill('visit')
    await about('REMARQUE').fill('visit')
    await about('Q2A').fill('Propreté')
    await page.getByText(columns('keyFault')).waitFor()
    await about('Q2A').fill('cleanliness')
    await role('PANIER').selectOption('outcome')
    // 6 stands for "never used", which no file tells: set right once, then for the other score like it.
    const cleanliness = page.getByRole('listitem').filter({ has: about('Q2A') })
    await cleanliness.getByLabel(columns('scaleHigh'), { exact: true }).fill('5')
    await cleanliness.getByLabel(columns('notGiven')).fill('6')
    await cleanliness.getByRole('button', { name: columns('applyLike', { count: 1 }) }).click()
    const yaml = page.getByLabel(columns('yaml'))
    await expect.poll(async () => yaml.inputValue(), { timeout: 20_000 }).toContain('Q2A: cleanliness')
    await expect.poll(async () => yaml.inputValue(), { timeout: 20_000 }).toMatch(/notGiven:\s+- 6/)
    await expect.poll(async () => yaml.inputValue(), { timeout: 20_000 }).toContain('kind: panier')
    expect(await yaml.inputValue()).toContain('encoding: windows-1252')
    await button(columns('createAll', { count: 2 })).click()
    await page.getByText(columns('unknownTitle', { count: 2 })).waitFor({ state: 'detached' })
    await button(columns('saveAs')).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Magasins')
    await page.getByRole('dialog').locator('button[type=submit]').click()
    await page.getByText(columns('savedAs', { key: 'magasins' })).waitFor()
  })

  it('[UND-132] what is written by hand is checked line by line, and the form rests', async () => {
    const yaml = page.getByLabel(columns('yaml'))
    const text = await yaml.inputValue()
    await yaml.fill(text.replace('kind: nps', 'knd: nps'))
    await page.getByText(columns('byHandNote')).first().waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page
      .getByText(/\b(answers|knd|kind)\b/)
      .first()
      .waitFor()
    expect(await button(columns('toPreview')).isEnabled()).toBe(false)
    await expectUsableInFrench(page, language)
    await button(columns('backToForm')).click()
    await expect.poll(async () => yaml.inputValue(), { timeout: 20_000 }).toBe(text)
  })

  it('[UND-133] a preview and a dry run keep nothing', async () => {
    await expect.poll(async () => button(columns('toPreview')).isEnabled(), { timeout: 20_000 }).toBe(true)
    await button(columns('toPreview')).click()
    await page.getByRole('cell', { name: '2026-01-01' }).first().waitFor()
    await expectUsableInFrench(page, language)
    await button(columns('dryRun')).click()
    await page
      .getByRole('heading', { name: imports('resultDry', { name: 'enquête magasins.csv' }) })
      .waitFor()
    await expectUsableInFrench(page, language)
    await page.goto(visit.at('understanding/imports'))
    await page.getByRole('cell', { name: imports('dry') }).waitFor()
  })

  it('[UND-134] imported, it is in the figures, and the refused row is told with its reason', async () => {
    await drop(page, 'enquête magasins.csv', oddSurvey())
    await page.getByLabel(columns('useMapping')).selectOption('saved magasins')
    await page.getByText(columns('byHandNote')).first().waitFor()
    await expect.poll(async () => button(columns('toPreview')).isEnabled(), { timeout: 20_000 }).toBe(true)
    await button(columns('toPreview')).click()
    await button(columns('importNow')).click()
    await page.getByRole('link', { name: imports('seeCockpit') }).waitFor({ timeout: 60_000 })
    await page.getByRole('cell', { name: 'le 3 mars' }).waitFor()
    await expectUsableInFrench(page, language)
    await page.goto(visit.at('cockpit?period=2026-02'))
    const nps = { en: '40.0', fr: '40,0' }[language]
    const shown = () => page.locator('main').textContent()
    await expect.poll(shown, { timeout: 20_000 }).toContain(nps)
    await page.goto(visit.at('measurement/heat-map?period=2026-02&measure=happy'))
    const satisfied = { en: '44.490', fr: '44,490' }[language]
    await expect.poll(shown, { timeout: 20_000 }).toContain(satisfied)
  })

  it('[UND-135] an import is undone after asking once', async () => {
    await page.goto(visit.at('understanding/imports'))
    await page.getByRole('button', { name: imports('undoOf', { name: 'enquête magasins.csv' }) }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: imports('undo') })
      .click()
    await page.locator('[data-state=undone]').waitFor({ timeout: 60_000 })
    await expectUsableInFrench(page, language)
    expect(visit.errors).toEqual([])
  })
})
