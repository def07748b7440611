import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type } from '../../../../doors/cli/test-command-line.ts'
import { tillMapping } from '../test-till-survey.ts'

let running: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  running = await startTestServer([['TUTTI_INBOX', 'inbox']])
  const folder = join(running.directory, 'inbox', 'airport', 'tills')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'a.csv'), 'no,till\n1,5\n')
  await writeFile(join(folder, 'b.csv'), 'no,shop\n1,5\n')
  for (const name of ['a.csv', 'b.csv']) await utimes(join(folder, name), 1, 1)
  const { mappings } = running.client.understanding
  await mappings.put({ workspace: 'airport', key: 'till', mapping: tillMapping })
})
afterAll(() => running.stop())

const typed = (line: readonly string[]) => type(['import', 'schedule', ...line, '--data', running.data])

it('[UND-162] a schedule is put, run, listed and removed', async () => {
  expect((await typed(['list'])).out).toBe('Nothing is imported on schedule yet.\n')
  const put = await typed(['put', 'tills', 'till', '--folder', 'tills', '--every', '60', '--paused'])
  expect(put.out).toContain(
    'tills · tills/*.csv · till · every 60 min\n  last look never · paused · 0 imported',
  )
  const run = await typed(['run', 'tills', '--lang', 'fr'])
  expect(run.code).toBe(1)
  expect(run.out).toContain('· en pause · 1 importés, 1 en échec\n')
  expect(run.out).toMatch(/b\.csv +en échec +/)
  const listed = JSON.parse((await typed(['list', '--json'])).out)
  expect(listed.schedules).toMatchObject([
    { key: 'tills', name: 'tills', counts: { imported: 1, failed: 1 } },
  ])
  expect(await typed(['remove', 'tills'])).toMatchObject({ code: 0, out: 'The schedule is removed.\n' })
  expect((await typed(['run', 'tills'])).err).toContain('There is no import schedule "tills".')
})

it('[UND-162] what does not fit is refused', async () => {
  expect((await typed(['put', 'tills', 'till', '--every', 'often'])).code).toBe(1)
  expect((await typed(['put', 'tills', 'till', '--folder', '../other'])).err).toContain('folder')
  expect((await typed(['put', 'tills'])).code).toBe(2)
})
