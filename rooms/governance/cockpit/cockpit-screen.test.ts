import { expect, it } from 'vitest'
import { expectUsableInFrench } from '../../../doors/web/fixtures/signed-in-page.ts'
import { figureWords } from '../../../foundations/ui/figure/figure.words.ts'
import { filterWords } from '../../../foundations/ui/filters/filters-bar.words.ts'
import { languages } from '../../../foundations/ui/words/language.ts'
import { sayWords } from '../../../foundations/ui/words/say-words.ts'
import { sampleInBrowser } from '../../measurement/analyses/test-analysis-server.ts'
import { cockpitWords } from './cockpit.words.ts'

const opened = sampleInBrowser()
const place = { team: 'logistics', unit: 'coast' }

it.each(languages)(
  '[GOV-17, GOV-18] the cockpit opens with what is the reader’s own, held against the others on demand, in %s',
  async (language) => {
    const { page, context, errors, at } = await opened.server.visit(opened.browser, language)
    const say = sayWords(cockpitWords, language)
    const member = { name: 'Nora', email: 'nora@example.org', role: 'experience-officer', ...place }
    const members = at('').replace('/w/', '/api/v1/workspaces/').replace(/\/$/, '/members')
    const put = await context.request.post(members, {
      data: member,
      headers: { origin: opened.server.address },
    })
    expect(await put.json()).toMatchObject(place)

    await page.goto(`${opened.server.address}/w/chain/cockpit`)
    const sayFilter = sayWords(filterWords, language)
    await page.getByRole('button', { name: new RegExp(sayFilter('workspace')) }).click()
    await page.getByRole('menuitem', { name: /Orvane/ }).click()
    await page.waitForURL(/unit=coast/)
    await expect.poll(() => page.getByLabel(say('whose')).inputValue()).toBe('logistics')

    const figures = page.getByRole('region', { name: say('lived') })
    await page.getByText(say('otherUnits')).click()
    await page.waitForURL(/compare=rest/)
    const sayFigure = sayWords(figureWords, language)
    const compared = new RegExp(`${sayFigure('above')}|${sayFigure('below')}|${sayFigure('noise')}`)
    await figures.getByText(compared).first().waitFor()
    expect(await figures.getByText(sayFigure('movedUp'), { exact: true }).count()).toBe(0)
    await expectUsableInFrench(page, language)
    expect(errors).toEqual([])
    await context.close()
  },
)
