import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { call } from '@orpc/server'
import { context, type ImportRoom, openImportRoom } from '../test-import-room.ts'
import { tillMapping } from '../test-till-survey.ts'
import type { ImportSchedule, ScheduleRecord } from './schedule.contract.ts'
import { isUnderWay } from './schedule-told.ts'

type Asked = Partial<ImportSchedule>

/** Puts a file into its folder, written so many seconds ago. */
export async function dropFile(path: string, content: string | Buffer, secondsAgo = 60): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  const moment = Date.now() / 1000 - secondsAgo
  await utimes(path, moment, moment)
}

interface OneSchedule {
  readonly workspace: string
  readonly key: string
}

async function scheduleOf({ room }: ImportRoom, { workspace, key }: OneSchedule): Promise<ScheduleRecord> {
  const { schedules } = await call(room.router.schedules.list, { workspace }, { context })
  return schedules.find((one) => one.key === key)!
}

/** The schedule once nothing is under way any more; a test never waits for longer than a minute. */
export async function scheduleAtRest(imports: ImportRoom, one: OneSchedule): Promise<ScheduleRecord> {
  for (let wait = 0; wait < 3000; wait++) {
    const record = await scheduleOf(imports, one)
    if (!isUnderWay(record)) return record
    await new Promise((later) => setTimeout(later, 20))
  }
  throw new Error(`The schedule ${one.key} does not come to rest: ${imports.errors.join(' ')}`)
}

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
    await dropFile(path, content, secondsAgo)
    return path
  }

  const list = (workspace: string, key = 'tills') => scheduleOf(imports, { workspace, key })
  const settled = (workspace: string, key = 'tills') => scheduleAtRest(imports, { workspace, key })

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
