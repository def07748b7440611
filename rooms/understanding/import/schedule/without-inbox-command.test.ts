import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type } from '../../../../doors/cli/test-command-line.ts'

let running: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  running = await startTestServer()
})
afterAll(() => running.stop())

it('[UND-158] without an inbox the command names the setting', async () => {
  const listed = await type(['import', 'schedule', 'list', '--data', running.data, '--lang', 'fr'])
  expect(listed.code).toBe(1)
  expect(listed.out).toContain('Donnez à `TUTTI_INBOX` un dossier que le serveur peut lire')
})
