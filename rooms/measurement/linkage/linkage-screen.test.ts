import { expect, it } from 'vitest'
import { type } from '../../../doors/cli/test-command-line.ts'
import { expectUsable } from '../../../doors/web/fixtures/signed-in-page.ts'
import { languages } from '../../../foundations/ui/words/language.ts'
import { sayWords } from '../../../foundations/ui/words/say-words.ts'
import { sampleInBrowser } from '../analyses/test-analysis-server.ts'
import { linkageWords } from './linkage.words.ts'

const opened = sampleInBrowser()

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
    await expectUsable(page)
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
