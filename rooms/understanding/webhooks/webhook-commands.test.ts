import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type } from '../../../doors/cli/test-command-line.ts'

let running: Awaited<ReturnType<typeof startTestServer>>
let mapping: string
let delivery: string
beforeAll(async () => {
  running = await startTestServer()
  mapping = join(running.directory, 'hook.yaml')
  delivery = join(running.directory, 'delivery.json')
  await writeFile(mapping, 'webhook: 1\nevent: { from: what }\nperson: { from: who }\n')
  await writeFile(delivery, '{"what": "Bike Repaired", "who": "ada"}')
})
afterAll(() => running.stop())

const typed = (...line: string[]) => type(['webhooks', ...line, '--data', running.data])

it('[UND-169] a mapping is checked and a delivery tried, and what cannot be read fails', async () => {
  expect(await typed('try', mapping)).toMatchObject({ code: 0, out: 'The mapping is sound.\n' })
  const waits = await typed('try', mapping, delivery)
  expect(waits.code).toBe(0)
  expect(waits.out).toMatch(
    /^Bike Repaired · waits to be mapped · ada · .+\n {2}name-unknown: Bike Repaired\n$/,
  )
  await writeFile(delivery, '{"what": "Bike Repaired"}')
  const nobody = await typed('try', mapping, delivery, '--lang', 'fr')
  expect([nobody.code, nobody.out]).toEqual([1, expect.stringContaining('illisible\n  person-missing')])
  await writeFile(mapping, 'webhook: 1\nevnt: { from: what }\nperson: { from: who }\n')
  const wrong = await typed('try', mapping)
  expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining(`${mapping}:2:1 `)])
})

it('[UND-169] a webhook is opened, listed, given a new secret and closed', async () => {
  await writeFile(mapping, 'webhook: 1\nevent: { from: what }\nperson: { from: who }\n')
  const { webhook, secret } = JSON.parse((await typed('add', 'Till', mapping, '--json')).out)
  expect(secret).toMatch(/^whsec_/)
  expect((await typed('list')).out).toBe(`${webhook.id} · Till · standard · ${webhook.path}\n`)
  const rotated = await typed('rotate', webhook.id)
  expect(rotated.out).toMatch(/Secret, shown once: whsec_/)
  expect(rotated.out).not.toContain(secret)
  expect((await typed('remove', webhook.id)).out).toBe('The address is closed.\n')
  expect((await typed('list')).out).toBe('No other system delivers here yet.\n')
})
