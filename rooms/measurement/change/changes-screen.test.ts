import { expect, it } from 'vitest'
import { type } from '../../../doors/cli/test-command-line.ts'
import { expectUsable } from '../../../doors/web/fixtures/signed-in-page.ts'
import { languages } from '../../../foundations/ui/words/language.ts'
import { sayWords } from '../../../foundations/ui/words/say-words.ts'
import { sampleInBrowser } from '../analyses/test-analysis-server.ts'
import { changesWords } from './changes.words.ts'

const opened = sampleInBrowser()

it.each(languages)(
  '[MEA-204] what changed for the worse is the title and drawn first, another is drawn when chosen, in %s',
  async (language) => {
    const say = sayWords(changesWords, language)
    const { page, at, context, errors } = await opened.server.visit(opened.browser, language)
    await page.goto(at('measurement/changes'))
    await page.locator('[data-level=measured]').waitFor()
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    expect(title).toMatch(
      { en: /late.* up from .* since March 2025/, fr: /retard.* monté de .* depuis mars 2025/ }[language],
    )
    const lines = page.getByRole('row').filter({ has: page.locator('[aria-pressed]') })
    expect(await lines.count()).toBeGreaterThan(1)
    expect(await lines.first().locator('[aria-pressed=true]').count()).toBe(1)
    const other = page.locator('[aria-pressed=false]').last()
    const name = (await other.textContent()) ?? ''
    await other.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name }).waitFor()
    expect(await page.getByRole('img').count()).toBeGreaterThan(0)
    expect(await page.getByText(say('changedNote')).count()).toBe(1)
    await expectUsable(page)
    expect(errors).toEqual([])
    await context.close()
  },
)

it('[MEA-205] the command line tells the same changes, as lines, as JSON and as a table to carry away', async () => {
  const line = [
    'changes',
    '--workspace',
    'sample',
    '--measure',
    'delivery-late',
    '--data',
    opened.server.data,
  ]
  const told = await type(line)
  expect(told.code).toBe(0)
  expect(told.out).toMatch(/^Deliveries that came late: up from /)
  expect(told.out).toMatch(/▼ – · delivery-late +\d\.\d\d → \d\.\d\d +2025-03 {2}p 0\.0/)
  const { series } = JSON.parse((await type([...line, '--json'])).out)
  expect(series[0]).toMatchObject({ measure: { key: 'delivery-late' }, state: 'changed' })
  expect((await type([...line, '--export', 'csv'])).out).toContain('2025-03')
})
