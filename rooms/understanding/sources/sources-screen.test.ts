import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWeb } from '../../../doors/web/fixtures/build-web.ts'
import { openBrowser } from '../../../doors/web/fixtures/open-browser.ts'
import { expectUsableInFrench, signedInPage } from '../../../doors/web/fixtures/signed-in-page.ts'
import { languages } from '../../../foundations/ui/words/language.ts'
import { sayWords } from '../../../foundations/ui/words/say-words.ts'
import { eventWords } from '../events/event.words.ts'
import { type EventServer, openEventServer } from '../events/test-event-server.ts'
import { webhookWords } from '../webhooks/webhook.words.ts'
import { sourceWords } from './source.words.ts'

let browser: Browser
beforeAll(async () => {
  buildWeb()
  browser = await openBrowser()
}, 600_000)
afterAll(() => browser.close())

/** Three lockers opened, which no rule knows; one sign-in at a touchpoint that is not designed; one event of nobody. */
async function sendSome(server: EventServer) {
  const { secret } = await server.makeKey('chain', 'Web shop')
  const track = (messageId: string, event: string) => ({ type: 'track', messageId, userId: 'ada', event })
  const lockers = ['1', '2', '3'].map((id) => track(id, 'Locker Opened'))
  const nobody = { type: 'track', messageId: '5', event: 'Signed In' }
  await server.send('batch', { batch: [...lockers, track('4', 'Signed In'), nobody] }, { key: secret })
}

describe.each(languages)('events that wait, in %s', (language) => {
  let server: EventServer
  let visit: Awaited<ReturnType<typeof signedInPage>>
  let page: Page
  const sources = sayWords(sourceWords, language)
  const events = sayWords(eventWords, language)
  const webhooks = sayWords(webhookWords, language)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const dialog = () => page.getByRole('dialog')

  beforeAll(async () => {
    server = await openEventServer()
    visit = await signedInPage({ browser, server, language })
    page = visit.page
    await page.goto(visit.at('understanding/sources'))
    await page.getByText(sources('none')).waitFor()
    await expectUsableInFrench(page, language)
    await server.design('chain', 'lockers')
    await sendSome(server)
  })
  afterAll(async () => {
    await visit.context.close()
    await server.remove()
  })

  it('[UND-138] a source tells what waits of it, and leads to where that is put right', async () => {
    await page.goto(visit.at('understanding/sources'))
    await page.getByText(sources('toMap', { count: 4, shown: 4 })).waitFor()
    await page.getByText(sources('unreadable', { count: 1, shown: 1 })).waitFor()
    await expectUsableInFrench(page, language)
    await page.getByRole('link', { name: 'web-shop' }).click()
    await page.getByRole('heading', { name: 'web-shop', level: 1 }).waitFor()
    await page.getByText(sources('rhythmUnknown', { days: 1 })).waitFor()
    await expectUsableInFrench(page, language)
    await page.getByRole('link', { name: sources('toEvents') }).click()
    await page.getByText('Locker Opened', { exact: true }).waitFor()
  })

  it('[UND-139] an unknown name is said to be a touchpoint, read again, and in the figures', async () => {
    expect(await server.counted('chain', 'locker-opened')).toBe(0)
    await page.locator('summary').first().click()
    await page.locator('pre').first().waitFor()
    await button(`${events('sayMeaning')} · Locker Opened`).click()
    await expectUsableInFrench(page, language)
    await page.getByLabel(events('where', { key: 'Locker Opened' })).selectOption('lockers')
    await button(events('saveAndReplay')).click()
    await page.getByText('Locker Opened', { exact: true }).waitFor({ state: 'detached' })
    expect(await server.counted('chain', 'locker-opened')).toBe(3)
    await page.goto(visit.at('measurement/heat-map?measure=count-locker-opened&period=all'))
    await page.locator('td[data-row="lockers"]').first().waitFor()
    expect(await page.locator('td[data-row="lockers"]').first().textContent()).toMatch(/^3/)
  })

  it('[UND-140] a rule begun for a touchpoint is checked as it is written, saved and read again', async () => {
    await page.goto(visit.at('understanding/events'))
    await button(`${events('sayMeaning')} · account`).click()
    await button(events('byRule')).click()
    const yaml = page.getByLabel(events('yaml'))
    await expect.poll(() => yaml.inputValue(), { timeout: 20_000 }).toContain('"account": "?"')
    await page
      .getByText(/^(Line|Ligne) \d+/)
      .first()
      .waitFor()
    expect(await button(events('save')).isEnabled()).toBe(false)
    await expectUsableInFrench(page, language)
    await yaml.fill((await yaml.inputValue()).replace('"?"', 'lockers'))
    await expect.poll(async () => button(events('save')).isEnabled(), { timeout: 20_000 }).toBe(true)
    await button(events('save')).click()
    await button(events('replayAll')).click()
    await page.getByText(events('replayed', { count: 1, still: 1 })).waitFor()
    expect(await server.counted('chain', 'signed-in')).toBe(1)
  })

  it('[UND-141] what cannot be read is told with its reason, and given up after asking once', async () => {
    await page.getByText(events('person-missing')).waitFor()
    await button(events('discardOf', { key: 'person-missing' })).click()
    await dialog().getByText(events('discardText')).waitFor()
    await dialog().locator('button[type=submit]').click()
    await page.getByText(events('noneDead')).waitFor()
    await page.getByRole('heading', { name: events('titleNone') }).waitFor()
    expect(await server.held('chain')).toEqual([])
  })

  it('[UND-142, UND-170] what a delivery would become is shown; a webhook is opened, given a new secret and closed; each secret is shown once', async () => {
    await page.goto(visit.at('understanding/webhooks'))
    await page.getByText(webhooks('none')).waitFor()
    await button(webhooks('add')).click()
    await dialog().getByLabel(webhooks('name')).fill('Reviews')
    const review = { id: '7', author: { id: 'ada' }, stars: 4, text: 'Fine' }
    await dialog().getByLabel(webhooks('delivery')).fill(JSON.stringify({ review }))
    const tried = dialog().getByRole('status', { name: webhooks('tried') })
    await tried.getByText(`Review Published · ${webhooks('held')}`).waitFor()
    await tried.getByText(webhooks('heldTouchpoint', { key: 'reviews' })).waitFor()
    await expectUsableInFrench(page, language)
    await dialog().locator('button[type=submit]').click()
    const secret = dialog().locator('code')
    await secret.waitFor()
    const first = await secret.textContent()
    await button(webhooks('secretKept')).click()
    await page.getByRole('cell', { name: 'Reviews', exact: true }).waitFor()
    expect(await page.content()).not.toContain(first)
    await expectUsableInFrench(page, language)
    await button(webhooks('rotateOf', { name: 'Reviews' })).click()
    await dialog().locator('button[type=submit]').click()
    await secret.waitFor()
    expect(await secret.textContent()).not.toBe(first)
    await button(webhooks('secretKept')).click()
    await page
      .getByRole('button', { name: /Reviews$/ })
      .last()
      .click()
    await dialog().locator('button[type=submit]').click()
    await page.getByText(webhooks('none')).waitFor()
    expect(visit.errors).toEqual([])
  })
})
