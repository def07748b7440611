import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectUsable } from '../../../doors/web/fixtures/signed-in-page.ts'
import { languages } from '../../../foundations/ui/words/language.ts'
import { sayWords } from '../../../foundations/ui/words/say-words.ts'
import { analysisWords } from '../analyses/analysis.words.ts'
import { type AnalysisServer, sampleInBrowser } from '../analyses/test-analysis-server.ts'
import { driversWords } from './drivers.words.ts'

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
    await expectUsable(page)
  })

  it('[MEA-136] another measure and groups are chosen on the page, and the address keeps them', async () => {
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
})
