import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type } from '../../../doors/cli/test-command-line.ts'
import { expectUsable, expectUsableInFrench } from '../../../doors/web/fixtures/signed-in-page.ts'
import { formWords } from '../../../foundations/ui/form/form.words.ts'
import { languages } from '../../../foundations/ui/words/language.ts'
import { sayWords } from '../../../foundations/ui/words/say-words.ts'
import { acquisitionWords } from '../acquisition/acquisition.words.ts'
import { annotationsWords } from '../annotations/annotations.words.ts'
import { carryOverWords } from '../carry-over/carry-over.words.ts'
import { alertsWords } from '../change/alerts.words.ts'
import { changesWords } from '../change/changes.words.ts'
import { compositionWords } from '../composition/composition.words.ts'
import { driversWords } from '../drivers/drivers.words.ts'
import { ensembleWords } from '../ensemble/ensemble.words.ts'
import { evidenceWords } from '../evidence/evidence.words.ts'
import { intentionsWords } from '../intentions/intentions.words.ts'
import { measureLibraryWords } from '../library/measure-library.words.ts'
import { linkageWords } from '../linkage/linkage.words.ts'
import { addFormulaWords } from '../measures/add-formula.words.ts'
import { momentsWords } from '../moments/moments.words.ts'
import { scaleQualityWords } from '../scale-quality/scale-quality.words.ts'
import { scorecardWords } from '../scorecard/scorecard.words.ts'
import { analysisWords } from './analysis.words.ts'
import { type AnalysisServer, sampleInBrowser } from './test-analysis-server.ts'

/** One server with the sample organisation serves several screens: loading it takes longest. */
const opened = sampleInBrowser()

describe.each(languages)('drivers on the sample organisation, in %s', (language) => {
  let visit: Awaited<ReturnType<AnalysisServer['visit']>>
  let page: Page
  const say = sayWords(driversWords, language)
  const analysis = sayWords(analysisWords, language)

  beforeAll(async () => {
    visit = await opened.server.visit(opened.browser, language)
    page = visit.page
  })
  afterAll(() => visit.context.close())

  it('[MEA-136] the finding is the title, the heaviest driver comes first, and all can use the page', async () => {
    await page.goto(visit.at('measurement/drivers?period=all'))
    await page.locator('[data-level=associated]').waitFor()
    const first = page.locator('tbody tr').first()
    const name = await first.locator('th').textContent()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(name)
    expect(await page.locator('tbody tr[data-faint]').count()).toBeGreaterThan(0)
    await page.getByText(analysis('rests'), { exact: true }).waitFor()
    await expectUsableInFrench(page, language)
  })

  it('[MEA-136] another measure and groups are chosen on the page, and the address keeps them', async () => {
    const driven = page.getByRole('combobox', { name: say('measure') })
    await driven.click()
    await driven.fill('revenue')
    await page.getByRole('option', { name: 'revenue', exact: true }).click()
    await page.getByRole('combobox', { name: say('marks') }).waitFor()
    expect(page.url()).toContain('outcome=revenue')
    await page.getByRole('combobox', { name: say('by') }).click()
    await page.getByRole('option', { name: say('language') }).click()
    await page.getByRole('heading', { name: say('groupsTitle', { by: say('language') }) }).waitFor()
    expect(page.url()).toContain('by=language')
    await page.getByRole('button', { name: analysis('carry') }).click()
    const file = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: analysis('python') }).click()
    expect((await file).suggestedFilename()).toMatch(/^drivers-.*\.py$/)
    expect(visit.errors).toEqual([])
  })

  it.runIf(language === 'fr')(
    '[MEA-257, MEA-278] a measure is taken from the library, a formula over measures is tried, kept, read with what is behind it, and removed',
    async () => {
      const add = sayWords(addFormulaWords, language)
      const library = sayWords(measureLibraryWords, language)
      await page.goto(visit.at('measurement/measures?period=all'))
      await page.getByRole('button', { name: library('open') }).click()
      const shelf = page.getByRole('dialog')
      await shelf.getByRole('combobox', { name: library('measure') }).click()
      await page.getByRole('option', { name: 'Délai promis tenu' }).click()
      await shelf.getByText(library('found', { n: '' }).trim(), { exact: false }).waitFor()
      await expectUsable(page)
      await shelf.getByRole('button', { name: library('take') }).click()
      await page.getByText('delay-kept').waitFor()
      await page.getByRole('button', { name: add('add') }).click()
      const form = page.getByRole('dialog')
      await form.getByRole('textbox').first().fill(`Net ${language}`)
      await form.getByRole('combobox', { name: add('of') }).click()
      for (const place of [0, 1]) await page.getByRole('option').nth(place).click()
      await page.keyboard.press('Escape')
      await form.getByRole('textbox', { name: add('formula') }).fill('a - 100 * (1 - c)')
      await form.getByText(/: a, b\.$/).waitFor()
      await form.getByRole('textbox', { name: add('formula') }).fill('a - 100 * (1 - b)')
      await form.locator('output', { hasText: /\d/ }).waitFor()
      await expectUsableInFrench(page, language)
      await page.keyboard.press('Enter')
      const row = page.getByRole('row', { name: new RegExp(`^Net ${language}`) })
      await row.getByText('a - 100 * (1 - b)').waitFor()
      await row.getByRole('button', { name: /\d/ }).click()
      await page.getByText(sayWords(evidenceWords, language)('formula'), { exact: true }).waitFor()
      await page.keyboard.press('Escape')
      const remove = sayWords(formWords, language)('remove')
      await row.getByRole('button', { name: `${remove} Net ${language}` }).click()
      await page.getByRole('dialog').getByRole('button', { name: remove, exact: true }).click()
      await row.waitFor({ state: 'detached' })
      expect(visit.errors).toEqual([])
    },
  )
})

it.each(languages)(
  '[MEA-164] the screen tells what a low and a top mark do, and all can use it, in %s',
  async (language) => {
    const visit = await opened.server.visit(opened.browser, language)
    const say = sayWords(momentsWords, language)
    await visit.page.goto(visit.at('measurement/moments?period=all'))
    await visit.page.getByRole('heading', { name: say('title') }).waitFor()
    const first = await visit.page.locator('tbody th a').first().textContent()
    expect(await visit.page.getByRole('heading', { level: 1 }).textContent()).toContain(first)
    await expectUsableInFrench(visit.page, language)
    expect(visit.errors).toEqual([])
    await visit.context.close()
  },
)

it.each(languages)(
  '[MEA-149] links are drawn, the surest from near, another when it is chosen, and all can use it, in %s',
  async (language) => {
    const say = sayWords(linkageWords, language)
    const { page, at, context, errors } = await opened.server.visit(opened.browser, language)
    await page.goto(at('measurement/linkage'))
    await page.locator('[data-level=associated]').waitFor()
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    expect(title).toMatch({ en: /more of “.*” /, fr: /de plus en «.*» / }[language])
    await page.getByRole('heading', { name: say('mapTitle') }).waitFor()
    await page.getByRole('heading', { name: say('lagTitle') }).waitFor()
    const other = page.getByRole('row').locator('[aria-pressed=false]').nth(1)
    await other.focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('row').locator('[aria-pressed=true]').count()).toBe(1)
    await expectUsableInFrench(page, language)
    expect(errors).toEqual([])
    await context.close()
  },
)

it('[MEA-149] the command line tells the same links, as lines, as JSON and as a table to carry away', async () => {
  const line = ['linkage', '--workspace', 'sample', '--data', opened.server.data]
  const asked = [...line, '--measure', 'engagement,absence']
  const told = await type(asked)
  expect(told.code).toBe(0)
  expect(told.out).toMatch(
    /^A tenth of a mark more of “Engagement” goes with −0\.\d+ points .* in “Days lost/,
  )
  expect(told.out).toMatch(/● engagement → absence +\+0 +-0\.00\d+ \[-0\.00\d+, -0\.00\d+\] {2}r -0\.\d\d/)
  const { links } = JSON.parse((await type([...asked, '--json'])).out)
  expect(links).toMatchObject([{ x: 'engagement', y: 'absence', lag: 0, isShown: true }])
  expect((await type([...asked, '--export', 'csv'])).out).toContain('unit,period,engagement,absence')
})

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
    await expectUsableInFrench(page, language)
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

it.each(languages)(
  '[MEA-231, MEA-237, MEA-244, MEA-249, MEA-262, MEA-263, MEA-272, MEA-283] the soloist, what is carried over, promises broken, intentions, what moved a figure, who brings whom and whether questions are sound are the titles, pictures and tables stand below, and all can use them, in %s',
  async (language) => {
    const ensemble = sayWords(ensembleWords, language)
    const carryOver = sayWords(carryOverWords, language)
    const scorecard = sayWords(scorecardWords, language)
    const intentions = sayWords(intentionsWords, language)
    const { page, at, context, errors } = await opened.server.visit(opened.browser, language)
    await page.goto(at('measurement/ensemble?period=all'))
    await page.getByRole('heading', { name: ensemble('raisingTitle') }).waitFor()
    const title = page.getByRole('heading', { level: 1 })
    expect(await title.textContent()).toMatch(
      { en: /plays alone in “Getting/, fr: /joue en soliste dans/ }[language],
    )
    await expectUsableInFrench(page, language)
    await page.goto(at('measurement/carry-over?period=all'))
    await page.getByRole('heading', { name: carryOver('incidentsTitle') }).waitFor()
    expect(await title.textContent()).toMatch(
      { en: /^“Deliveries that came late” costs/, fr: /^« Livraisons en retard.* coûte/ }[language],
    )
    await page
      .getByRole('img', { name: /→|vers| to / })
      .first()
      .waitFor()
    await expectUsableInFrench(page, language)
    await page.goto(at('measurement/scorecard?unit=aubrelle&period=all'))
    await page.getByRole('heading', { name: scorecard('promisesTitle') }).waitFor()
    expect(await title.textContent()).toMatch(/^Aubrelle\s?: /)
    await expectUsableInFrench(page, language)
    await page.goto(at('measurement/composition?period=2026&measure=csat'))
    await page.getByRole('heading', { name: sayWords(compositionWords, language)('changeTitle') }).waitFor()
    expect(await title.textContent()).toMatch(/ \d\d[.,]\d.*\+\d[.,]\d .*2025/)
    await expectUsableInFrench(page, language)
    const composition = sayWords(compositionWords, language)
    await page.goto(at('measurement/composition?period=all'))
    await page.getByRole('button', { name: composition('changeWeights') }).click()
    const weights = page.getByRole('dialog').getByRole('textbox')
    const [weight, share] = language === 'en' ? ['5', /^63%$/] : ['1', /^25.%$/]
    await weights.first().fill(String(weight))
    await weights.first().press('Enter')
    await page.getByText(share).first().waitFor()
    await page.goto(at('measurement/intentions'))
    await page.getByRole('heading', { name: intentions('curveTitle') }).waitFor()
    expect(await title.textContent()).toMatch({ en: /promises too much/, fr: /promet trop/ }[language])
    await expectUsableInFrench(page, language)
    await page.goto(at('measurement/acquisition'))
    await page.getByRole('heading', { name: sayWords(acquisitionWords, language)('waysTitle') }).waitFor()
    expect(await title.textContent()).toMatch({ en: /^A hundred people/, fr: /^Cent personnes/ }[language])
    await expectUsableInFrench(page, language)
    await page.goto(at('measurement/scale-quality?period=all'))
    await page
      .getByRole('heading', { name: sayWords(scaleQualityWords, language)('itemsTitle') })
      .waitFor({ timeout: 90_000 })
    expect(await title.textContent()).toMatch(
      { en: /is measured soundly/, fr: /se mesure solidement/ }[language],
    )
    await expectUsableInFrench(page, language)
    expect(errors).toEqual([])
    await context.close()
  },
)

it('[MEA-231, MEA-237, MEA-244, MEA-249, MEA-262] the command line tells the same ensemble, carry-over, scorecard, intentions and composition', async () => {
  const line = ['--workspace', 'sample', '--data', opened.server.data, '--period', 'all']
  const told = await type(['ensemble', ...line])
  expect(told.out).toMatch(/^“The repair bench” plays alone in/)
  expect(told.out).toMatch(
    /getting-it-repaired +0\.[67]\d \[ +0\.\d\d +0\.\d\d \] {2}repair-bench … repair-updates/,
  )
  const carried = await type(['carry-over', ...line])
  expect(carried.out).toMatch(/^“Deliveries that came late” costs/)
  expect(carried.out).toMatch(/\* delivery-late: delivery → first-use +0\.\d\d/)
  expect((await type(['carry-over', ...line, '--export', 'csv'])).out).toContain(
    'share,delivery-late,delivery',
  )
  const scorecard = await type(['scorecard', ...line, '--unit', 'aubrelle'])
  expect(scorecard.out).toMatch(/^Aubrelle: \d+ of \d+ promises/)
  expect(scorecard.out).toMatch(/help-contact: mark +3\.\d\d {2}n +\d+/)
  const asked = [...line.slice(0, 4), '--period', '2026', '--measure', 'csat']
  const composition = await type(['composition', ...asked])
  expect(composition.out).toMatch(/ stands at \d\d\.\d%, \+\d\.\d since 2025/)
  expect(composition.out).toMatch(/\n[▲▼≈] checkout +\d+\.\d %/)
  const intentions = await type(['intentions', ...line.slice(0, 4)])
  expect(intentions.out).toMatch(/^“Mean intention to buy again” promises too much/)
  expect(intentions.out).toMatch(/\n10 +95% +\d+% \[/)
})

/** Two years of lockers until October 2026, each month with twelve marks; the last four months are bad. */
async function importFallingLockers(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'tutti-lockers-'))
  const months = Array.from(
    { length: 24 },
    (_, at) => [2024 + Math.floor((at + 10) / 12), ((at + 10) % 12) + 1] as const,
  )
  const rows = months.flatMap(([year, month], at) =>
    Array.from({ length: 12 }, (_, row) => {
      const mark = (at >= 20 ? 1 : 4) + (row < (at * 5) % 7 ? 1 : 0)
      return `${at}-${row},${year}-${String(month).padStart(2, '0')}-15,${mark}`
    }),
  )
  const file = join(directory, 'lockers.csv')
  await writeFile(file, ['no,day,mark', ...rows].join('\n'))
  const mapping = `mapping: 1
name: Lockers
source: lockers
row: { id: "{no}", date: { text: "{day}", format: yyyy-MM-dd } }
answers:
  - { kind: locker, scale: { low: 1, high: 5 }, columns: { mark: locker } }
`
  await writeFile(join(directory, 'lockers.yaml'), mapping)
  const line = [file, '--mapping', join(directory, 'lockers.yaml'), '--workspace', 'sample']
  expect((await type(['import', ...line, '--data', opened.server.data])).code).toBe(0)
  await rm(directory, { recursive: true })
}

it('[MEA-211, MEA-212] an alert is told with what happened then, on the cockpit and the screen of changes, and seen', async () => {
  await importFallingLockers()
  const say = sayWords(alertsWords, 'fr')
  const note = sayWords(annotationsWords, 'fr')
  const { page, at, context, errors } = await opened.server.visit(opened.browser, 'fr')
  const measure = { name: 'Casiers', method: 'mean', kind: 'locker', scale: { low: 1, high: 5 } }
  await opened.server.write('/measures/lockers', measure)
  await page.goto(at('measurement/changes'))
  await page.getByRole('button', { name: note('add') }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox').nth(1).fill('Nouveaux casiers')
  await form.getByLabel(note('from'), { exact: true }).fill('2026-07-03')
  await expectUsable(page)
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  const alert = page.getByRole('button', { name: /^J’ai vu ceci.*Casiers.*Nouveaux casiers/ }).first()
  await alert.waitFor()
  const told = await type(['alerts', '--workspace', 'sample', '--data', opened.server.data])
  expect(told.out).toMatch(
    /▼ .*Casiers: down from 4\.\d\d to 1\.\d\d since July 2026.* Then happened: Nouveaux casiers\./,
  )
  await page.goto(at('cockpit'))
  await page.getByRole('link', { name: /alerte/ }).click()
  const key = 'lockers.touchpoint.locker.2026-07'
  const see = ['alerts', 'see', key, '--workspace', 'sample', '--data', opened.server.data]
  expect((await type(see)).code).toBe(0)
  await alert.click()
  await page
    .getByText(say('seenBy', { by: '', on: '' }).slice(0, 8))
    .first()
    .waitFor()
  await page.getByRole('button', { name: /Retirer Nouveaux casiers/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer', exact: true }).click()
  await page.getByText(note('none')).waitFor()
  expect(errors).toEqual([])
  await context.close()
})
