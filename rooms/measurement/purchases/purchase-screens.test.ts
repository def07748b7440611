import { expect, it } from 'vitest'
import { type } from '../../../doors/cli/test-command-line.ts'
import { expectUsableInFrench } from '../../../doors/web/fixtures/signed-in-page.ts'
import { languages } from '../../../foundations/ui/words/language.ts'
import { sayWords } from '../../../foundations/ui/words/say-words.ts'
import { sampleInBrowser } from '../analyses/test-analysis-server.ts'
import { capitalWords } from '../capital/capital.words.ts'
import { fragilityWords } from '../fragility/fragility.words.ts'
import { pricingWords } from '../pricing/pricing.words.ts'
import { winBackWords } from '../win-back/win-back.words.ts'

const opened = sampleInBrowser()

it.each(languages)(
  '[MEA-179] fragility has its finding as title, and where people buy is chosen and kept in the address, in %s',
  async (language) => {
    const say = sayWords(fragilityWords, language)
    const { page, at, context, errors } = await opened.server.visit(opened.browser, language)
    await page.goto(at('measurement/fragility'))
    await page.getByRole('heading', { name: say('levels') }).waitFor()
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    expect(title).toMatch(
      { en: /stands on a weak experience/, fr: /repose sur une expérience faible/ }[language],
    )
    await page.getByRole('combobox', { name: say('by') }).click()
    await page.getByRole('option', { name: say('channel') }).click()
    await page.getByRole('heading', { name: say('where') }).waitFor()
    expect(page.url()).toContain('by=channel')
    await page.getByRole('heading', { name: say('checked') }).waitFor()
    await expectUsableInFrench(page, language)
    expect(errors).toEqual([])
    await context.close()
  },
)

it.each(languages)(
  '[MEA-189] win-back has its finding as title; what a contact costs is said on it and changes the budget, in %s',
  async (language) => {
    const say = sayWords(winBackWords, language)
    const { page, at, context, errors } = await opened.server.visit(opened.browser, language)
    await page.goto(at('measurement/win-back'))
    await page.getByRole('heading', { name: say('splitTitle') }).waitFor()
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    expect(title).toMatch({ en: /come back by themselves/, fr: /reviennent d’eux-mêmes/ }[language])
    await page.getByLabel(say('contactCost'), { exact: true }).fill('100000')
    await page.keyboard.press('Enter')
    await page
      .getByText({ en: /costs more than it brings/, fr: /coûte plus que cela ne rapporte/ }[language])
      .waitFor()
    expect(page.url()).toContain('contactCost=100000')
    await page.getByRole('heading', { name: say('toldTitle') }).waitFor()
    await expectUsableInFrench(page, language)
    expect(errors).toEqual([])
    await context.close()
  },
)

it.each(languages)(
  '[MEA-199] pricing power has its finding as title; how long an answer holds is kept in the address, in %s',
  async (language) => {
    const say = sayWords(pricingWords, language)
    const { page, at, context, errors } = await opened.server.visit(opened.browser, language)
    await page.goto(at('measurement/pricing'))
    await page.getByRole('heading', { name: say('premiums') }).waitFor()
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    expect(title).toMatch({ en: /^For the same product/, fr: /^À produit égal/ }[language])
    await page.getByRole('combobox', { name: say('within') }).click()
    await page.getByRole('option', { name: say('days', { days: '365' }) }).click()
    await page.getByRole('heading', { name: say('premiums') }).waitFor()
    expect(page.url()).toContain('within=365')
    await expectUsableInFrench(page, language)
    expect(errors).toEqual([])
    await context.close()
  },
)

it.each(languages)(
  '[MEA-221] affective capital has its finding as title and its stocks drawn, in %s',
  async (language) => {
    const say = sayWords(capitalWords, language)
    const { page, at, context, errors } = await opened.server.visit(opened.browser, language)
    await page.goto(at('measurement/capital'))
    await page.getByRole('heading', { name: say('stocksTitle') }).waitFor()
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    expect(title).toMatch({ en: /remember|Too few left/, fr: /mémoire|souvien|Trop peu/ }[language])
    await expectUsableInFrench(page, language)
    expect(errors).toEqual([])
    await context.close()
  },
)

it('[MEA-179, MEA-189, MEA-199, MEA-221] the command line tells the same, as lines, as JSON and as a table to carry away', async () => {
  const line = (name: string) => [name, '--workspace', 'sample', '--data', opened.server.data]
  const told = await type([...line('fragility'), '--by', 'channel'])
  expect(told.code).toBe(0)
  expect(told.out).toMatch(/^\d+% of what the customers we heard from bring/)
  expect(told.out).toMatch(/\nweak +\d+ +\d+/)
  expect(told.out).toMatch(/\nstore +\d+/)
  const { levels } = JSON.parse((await type([...line('fragility'), '--json'])).out)
  const read: { result: { levels: unknown } } = await opened.server.read('/analyses/fragility')
  expect(levels).toEqual(read.result.levels)
  const back = await type([...line('win-back'), '--acquisition-cost', '80'])
  expect(back.out).toMatch(/^Of [\d,]+ customers silent for 12 months/)
  expect(back.out).toMatch(/\nleft: experience +\d+ +\d+\.\d%/)
  expect((await type([...line('win-back'), '--export', 'csv'])).out).toContain('table,part,n,value')
  const worth = JSON.parse((await type([...line('capital'), '--json'])).out)
  const stocks: { result: { stocks: unknown } } = await opened.server.read('/analyses/capital')
  expect(worth.stocks).toEqual(stocks.result.stocks)
  const price = await type([...line('pricing'), '--within', '365'])
  expect(price.out).toMatch(/\nstrong +fixed-effects +\d\.\d\d% \[/)
  const rows = (await type([...line('pricing'), '--export', 'csv'])).out
  expect(rows).toMatch(/person,day,product,channel,price,level/)
})
