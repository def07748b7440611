import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWeb } from '../../../../doors/web/fixtures/build-web.ts'
import { openBrowser } from '../../../../doors/web/fixtures/open-browser.ts'
import { expectUsableInFrench, signedInPage } from '../../../../doors/web/fixtures/signed-in-page.ts'
import { languages } from '../../../../foundations/ui/words/language.ts'
import { sayWords } from '../../../../foundations/ui/words/say-words.ts'
import { type EventServer, openEventServer } from '../../events/test-event-server.ts'
import { tillMapping } from '../test-till-survey.ts'
import { scheduleProblems } from './schedule.contract.ts'
import { scheduleWords } from './schedule.words.ts'
import { dropFile } from './test-inbox.ts'

let browser: Browser
beforeAll(async () => {
  buildWeb()
  browser = await openBrowser()
}, 600_000)
afterAll(() => browser.close())

describe.each(languages)('folders that are imported from, in %s', (language) => {
  let inbox: string
  let server: EventServer
  let visit: Awaited<ReturnType<typeof signedInPage>>
  let page: Page
  const say = sayWords(scheduleWords, language)
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  beforeAll(async () => {
    inbox = await mkdtemp(join(tmpdir(), 'tutti-inbox-'))
    server = await openEventServer(undefined, inbox)
    visit = await signedInPage({ browser, server, language })
    page = visit.page
    await dropFile(join(inbox, 'chain', 'tills', 'monday.csv'), 'no,till\n1,5\n2,3\n')
    await dropFile(join(inbox, 'chain', 'tills', 'broken.csv'), 'number;mark\n1;5\n')
  })
  afterAll(async () => {
    await visit.context.close()
    await server.remove()
    await rm(inbox, { recursive: true, force: true })
  })

  it('[UND-165] without a saved mapping the screen says what comes first', async () => {
    await page.goto(visit.at('understanding/folders'))
    await page.getByText(say('noMappingText')).waitFor()
    await expectUsableInFrench(page, language)
  })

  it('[UND-165] a folder is added and looked into; what failed is told with its reason', async () => {
    await server.ask('PUT', '/workspaces/chain/mappings/till', { mapping: tillMapping })
    await page.goto(visit.at('understanding/folders'))
    await button(say('add')).click()
    await page.getByLabel(say('name'), { exact: true }).fill('Tills')
    await page.getByLabel(say('folder'), { exact: true }).fill('tills')
    await expectUsableInFrench(page, language)
    await page.getByRole('dialog').locator('button[type="submit"]').click()
    await page.getByRole('heading', { name: 'Tills', exact: true }).waitFor()
    await button(say('runOf', { name: 'Tills' })).click()
    const row = page.getByRole('row', { name: /broken\.csv/ })
    await row.getByText(say('failed'), { exact: true }).waitFor()
    expect(await row.textContent()).toContain('number;mark')
    await page.locator('[data-state="imported"] dd', { hasText: '1' }).waitFor()
    await expectUsableInFrench(page, language)
  })

  it('[UND-165] a second folder of the same name is refused, so that the first is not written over', async () => {
    await button(say('add')).click()
    await page.getByLabel(say('name'), { exact: true }).fill('Tills')
    await page.getByText(say('nameTaken')).waitFor()
    await page.getByLabel(say('folder'), { exact: true }).fill('elsewhere')
    await page.getByRole('dialog').locator('button[type="submit"]').click()
    const listed: { schedules: object[] } = await server.ask('GET', '/workspaces/chain/import-schedules')
    expect(listed.schedules).toMatchObject([{ key: 'tills', folder: 'tills' }])
    await page.keyboard.press('Escape')
  })

  it('[UND-165] a folder is changed, and removed after asking once', async () => {
    await button(say('changeOf', { name: 'Tills' })).click()
    await page.getByLabel(say('paused')).check()
    await page.getByRole('dialog').locator('button[type="submit"]').click()
    await page.getByText(say('isPaused'), { exact: true }).waitFor()
    await page.getByRole('button', { name: /Tills/ }).last().click()
    await page.getByRole('dialog').locator('button').last().click()
    await page.getByText(say('none'), { exact: true }).waitFor()
  })
})

describe.each(languages)('a server without an inbox, in %s', (language) => {
  let server: EventServer
  beforeAll(async () => {
    server = await openEventServer()
  })
  afterAll(() => server.remove())

  it('[UND-158] the screen names the setting', async () => {
    const { page, at, context } = await signedInPage({ browser, server, language })
    await page.goto(at('understanding/folders'))
    await page.getByText(scheduleProblems.UNDERSTANDING_INBOX_NOT_SET.sentence[language]).waitFor()
    await page.getByText(/TUTTI_INBOX/).waitFor()
    await expectUsableInFrench(page, language)
    await context.close()
  })
})
