import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../foundations/ui/words/language.ts'
import { sayWords } from '../../foundations/ui/words/say-words.ts'
import { designProblems } from '../../rooms/design/contract.ts'
import { cockpitWords } from '../../rooms/governance/cockpit/cockpit.words.ts'
import { experienceFileWords } from '../../rooms/strategy/experience-file/experience-file.words.ts'
import { columnWords } from '../../rooms/understanding/import/columns.words.ts'
import { importWords } from '../../rooms/understanding/import/import.words.ts'
import { readConfiguration } from '../server/configuration.ts'
import { type RunningServer, startServer } from '../server/start.ts'
import { entranceWords } from './entrance/entrance.words.ts'
import { buildWeb } from './fixtures/build-web.ts'
import { experienceText, mappingText, surveyCsv } from './fixtures/newcomer-files.ts'
import { openBrowser, seriousViolations } from './fixtures/open-browser.ts'

/** Screens that the tests of analyses and of purchases look at in the same way, and full of figures. */
const analysed = new Set(
  [
    ...['drivers', 'moments', 'linkage', 'changes', 'ensemble', 'carry-over', 'scorecard', 'composition'],
    ...['intentions', 'fragility', 'win-back', 'pricing', 'capital', 'scale-quality', 'acquisition'],
  ].map((screen) => `measurement/${screen}`),
)

const screens = [
  'strategy/platform',
  'strategy/organisation',
  'strategy/experience-file',
  'understanding/sources',
  'understanding/sources/library',
  'understanding/imports',
  'understanding/events',
  'understanding/folders',
  'understanding/webhooks',
  'design/touchpoints',
  'design/touchpoints/wifi',
  'measurement/heat-map',
  'measurement/changes',
  'measurement/linkage',
  'measurement/fragility',
  'measurement/win-back',
  'measurement/pricing',
  'measurement/capital',
  'measurement/ensemble',
  'measurement/intentions',
  'measurement/composition',
  'measurement/acquisition',
  'measurement/scale-quality',
  'measurement/scorecard',
  'measurement/carry-over',
  'measurement/measures',
  'measurement/touchpoints/wifi',
  'governance/ownership',
  'culture/lived',
  'settings/preferences',
  'settings/members',
  'settings/keys',
  'settings/audit',
  'settings/about',
] as const

let browser: Browser
beforeAll(async () => {
  buildWeb()
  browser = await openBrowser()
}, 240_000)
afterAll(() => browser.close())

/** Colours do not depend on the language, nor does what lies where: each theme, and each width, is looked at in one of them. */
const schemes = { en: 'light', fr: 'dark' } as const

/** Errors of the console and of scripts; a broken content security policy is one of them. */
function listenForErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

describe.each(languages)('the first ten minutes, in %s', (language) => {
  let directory: string
  let server: RunningServer
  let context: BrowserContext
  let page: Page
  let errors: string[]
  const entrance = sayWords(entranceWords, language)
  const cockpit = sayWords(cockpitWords, language)
  const experience = sayWords(experienceFileWords, language)
  const imports = sayWords(importWords, language)
  const columns = sayWords(columnWords, language)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const link = (name: string) => page.getByRole('link', { name })

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tutti-newcomer-'))
    const variables = {
      TUTTI_DATA: join(directory, 'data'),
      TUTTI_PORT: '0',
      TUTTI_LOG: 'silent',
      TUTTI_SAMPLE: 'none',
    }
    server = await startServer(readConfiguration(variables))
    context = await browser.newContext({
      locale: language,
      colorScheme: schemes[language],
      viewport: { width: 1440, height: 1000 },
    })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    errors = listenForErrors(page)
  })
  afterAll(async () => {
    await context.close()
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  })

  it('[WEB-1, WEB-2] the one-time link makes an account and a workspace, and says what to do next', async () => {
    await page.goto(server.welcomeLink ?? '')
    await page.getByLabel(entrance('name')).fill('Nora Newcomer')
    await page.getByLabel(entrance('email')).fill('nora@example.org')
    await page.getByLabel(entrance('password'), { exact: true }).fill('a long enough password')
    await page.getByLabel(entrance('organisation')).fill('Library')
    expect(await seriousViolations(page)).toEqual([])
    await button(entrance('begin')).click()
    await page.getByRole('heading', { name: cockpit('freshTitle') }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('[WEB-1, WEB-2] an experience.yaml is checked, corrected and applied', async () => {
    await link(cockpit('stepPromiseAction')).click()
    const text = page.getByLabel(experience('text'), { exact: true }).last()
    await text.fill(experienceText.replace('measure: satisfaction', 'measure: satisfation'))
    await button(experience('check')).click()
    await page.getByText(experience('findingCount', { count: 1 })).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await text.fill(experienceText)
    await button(experience('check')).click()
    await button(experience('apply')).click()
    await page.getByText(experience('appliedCount', { count: 12 }).slice(0, 8)).waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('[WEB-1, WEB-2] a survey is imported by a mapping, and the refused row is told', async () => {
    const survey = join(directory, 'survey.csv')
    const mapping = join(directory, 'mapping.yaml')
    await Promise.all([writeFile(survey, surveyCsv()), writeFile(mapping, mappingText)])
    await link(experience('next')).click()
    await page.getByLabel(imports('chooseFiles')).setInputFiles(survey)
    await page.getByLabel(columns('chooseMapping')).setInputFiles(mapping)
    await button(columns('toPreview')).click()
    await button(columns('importNow')).click()
    await page
      .locator('[data-state=done]', { hasText: imports('done') })
      .first()
      .waitFor({ timeout: 60_000 })
    await page.getByRole('cell', { name: 'yesterday' }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('[WEB-1, WEB-2] the cockpit shows the figures, the broken promise and its evidence', async () => {
    await link(imports('seeCockpit')).click()
    const broken = { en: 'One promise is broken: Wireless.', fr: /^Une promesse est rompue\s: Sans-fil\.$/ }[
      language
    ]
    await page.getByRole('heading', { name: broken }).waitFor()
    const shown = (await page.locator('main').textContent()) ?? ''
    const written = {
      en: { nps: '40.0', wifi: '50.0%', gap: '30.0 points short' },
      fr: { nps: '40,0', wifi: '50,0\u202f%', gap: '30,0 points en dessous' },
    }[language]
    for (const text of Object.values(written)) expect(shown).toContain(text)
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: /NPS, n/ }).click()
    await page.getByRole('complementary').getByText(written.nps).first().waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('[WEB-5] Escape closes the evidence and gives the focus back to its figure', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    expect(focused).toMatch(/NPS/)
  })

  // Screens of analyses are looked at in English by their own tests, full of figures.
  it.each(['cockpit', ...screens.filter((screen) => language === 'fr' || !analysed.has(screen))])(
    '[WEB-2, WEB-7, WEB-10] %s can be used by all, and on a phone',
    async (screen) => {
      await page.goto(`${server.address}/w/library/${screen}`, { waitUntil: 'networkidle' })
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.getByRole('alert').count()).toBe(0)
      const isNew = !analysed.has(screen)
      if (isNew && language === 'en') expect(await seriousViolations(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      if (isNew && language === 'fr') expect(await seriousViolations(page)).toEqual([])
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      // A page that was just made narrower may still be on its way there.
      await page.waitForFunction(`(${overflow}) === 0`, null, { timeout: 10_000 }).catch(() => undefined)
      expect(await page.evaluate(overflow)).toBe(0)
      const tab = page.locator('nav[class*=_tabs_] [aria-current=page]').first()
      if ((await tab.count()) > 0) {
        const isSeen = async () => {
          const { x, width } = (await tab.boundingBox())!
          return x >= 0 && x + width <= 391
        }
        await expect.poll(isSeen, { timeout: 10_000 }).toBe(true)
      }
      await page.setViewportSize({ width: 1440, height: 1000 })
    },
  )

  it('[WEB-6] the heat map is walked through by arrows, and Enter opens the evidence', async () => {
    await page.goto(`${server.address}/w/library/measurement/heat-map?measure=satisfaction`)
    await page.locator('td[data-row="wifi"][data-column=""]').focus()
    await page.keyboard.press('ArrowRight')
    const focused = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.column)
    expect(focused).toBe('north')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary').waitFor()
  })

  it('[WEB-3] no screen wrote an error into the console or broke the content security policy', () => {
    expect(errors).toEqual([])
  })

  it('[WEB-4] the cockpit asks for at most 300 kB of script, gzipped', async () => {
    const fresh = await browser.newContext({ storageState: await context.storageState() })
    const visit = await fresh.newPage()
    const scripts: Promise<Buffer>[] = []
    visit.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body())
    })
    await visit.goto(`${server.address}/w/library/cockpit`, { waitUntil: 'networkidle' })
    const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length)
    await fresh.close()
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(300_000)
  })

  it('[WEB-9] a refusal is told in the language of the reader, with what to do and the id of the request', async () => {
    await page.goto(`${server.address}/w/library/measurement/touchpoints/nowhere`)
    const told = await page.getByRole('alert').first().textContent()
    const { sentence, hint } = designProblems.DESIGN_TOUCHPOINT_UNKNOWN
    expect(told).toContain(sentence[language].replace('{key}', 'nowhere'))
    expect(told).toContain(hint[language])
    expect(told).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })
})
