import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { call } from '@orpc/server'
import { context, openImportRoom } from '../test-import-room.ts'
import type { ImportSchedule, ScheduleRecord } from './schedule.contract.ts'

export const tillMapping = `mapping: 1
name: Till survey
source: till
row: { id: "{no}", date: { text: "2026-01-15" } }
answers:
  - { kind: csat, scale: { low: 1, high: 5 }, columns: { till: till } }
`

type Asked = Partial<ImportSchedule>

/** The room over an inbox of its own, with the mapping `till` saved in the workspaces that are named. */
export async function openInbox(workspaces: readonly string[], kept?: string) {
  const home = kept ?? (await mkdtemp(join(tmpdir(), 'tutti-inbox-')))
  const inbox = join(home, 'inbox')
  const imports = await openImportRoom({ inbox, kept: join(home, 'kept') })
  const { mappings, schedules } = imports.room.router
  for (const workspace of workspaces) {
    await mkdir(join(inbox, workspace), { recursive: true })
    await call(mappings.put, { workspace, key: 'till', mapping: tillMapping }, { context })
  }

  const put = (workspace: string, asked: Asked = {}): Promise<ScheduleRecord> =>
    call(schedules.put, { workspace, key: 'tills', name: 'Tills', mapping: 'till', ...asked }, { context })

  /** Puts a file into the folder of a workspace, written so many seconds ago. */
  async function drop(place: string, content: string | Buffer, secondsAgo = 60): Promise<string> {
    const path = join(inbox, place)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    const moment = Date.now() / 1000 - secondsAgo
    await utimes(path, moment, moment)
    return path
  }

  const list = async (workspace: string, key = 'tills'): Promise<ScheduleRecord> =>
    (await call(schedules.list, { workspace }, { context })).schedules.find((one) => one.key === key)!

  /** The schedule once nothing is under way any more; a test never waits for longer than a minute. */
  async function settled(workspace: string, key = 'tills'): Promise<ScheduleRecord> {
    for (let wait = 0; wait < 3000; wait++) {
      const record = await list(workspace, key)
      if (!record.looking && record.counts.importing === 0) return record
      await new Promise((later) => setTimeout(later, 20))
    }
    throw new Error(`The schedule ${key} does not come to rest: ${imports.errors.join(' ')}`)
  }

  async function run(workspace: string, key = 'tills'): Promise<ScheduleRecord> {
    await call(schedules.run, { workspace, key }, { context })
    return settled(workspace, key)
  }

  /** What happens every minute: looks that are due. */
  async function minutePasses(workspace: string, key = 'tills'): Promise<ScheduleRecord> {
    await imports.room.schedules[0]!.run()
    return settled(workspace, key)
  }

  const imported = async (workspace: string) =>
    (await call(imports.room.router.imports.list, { workspace }, { context })).imports

  async function close(): Promise<void> {
    await imports.close()
    await rm(home, { recursive: true, force: true })
  }

  return { ...imports, inbox, put, drop, list, settled, run, minutePasses, imported, close }
}
export type Inbox = Awaited<ReturnType<typeof openInbox>>
