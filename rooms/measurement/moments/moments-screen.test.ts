import { expect, it } from 'vitest'
import { expectUsable } from '../../../doors/web/fixtures/signed-in-page.ts'
import { languages } from '../../../foundations/ui/words/language.ts'
import { sayWords } from '../../../foundations/ui/words/say-words.ts'
import { sampleInBrowser } from '../analyses/test-analysis-server.ts'
import { momentsWords } from './moments.words.ts'

const opened = sampleInBrowser()

it.each(languages)(
  '[MEA-164] the screen tells what a low and a top mark do, and all can use it, in %s',
  async (language) => {
    const visit = await opened.server.visit(opened.browser, language)
    const say = sayWords(momentsWords, language)
    await visit.page.goto(visit.at('measurement/moments?period=all'))
    await visit.page.getByRole('heading', { name: say('title') }).waitFor()
    const first = await visit.page.locator('tbody th a').first().textContent()
    expect(await visit.page.getByRole('heading', { level: 1 }).textContent()).toContain(first)
    await expectUsable(visit.page)
    expect(visit.errors).toEqual([])
    await visit.context.close()
  },
)
