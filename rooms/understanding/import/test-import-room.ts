import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { call } from '@orpc/server'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { jobMigrations, openJobs } from '../../../foundations/jobs/jobs.ts'
import { openLedger } from '../../../foundations/ledger/ledger.ts'
import { openWarehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { ImportRecord } from '../contract.ts'
import { understandingRoom } from '../room.ts'

export const context: RequestContext = {
  caller: { kind: 'local', memberships: [] },
  actor: 'local',
  locale: 'en',
  requestId: 'test',
}

interface Asked {
  readonly mapping: string
  readonly dryRun?: boolean
  readonly fileName?: string
}

interface ImportRoomOptions {
  /** Touchpoints that are designed. */
  readonly designed?: readonly string[]
  /** Where everything is kept; without it in a directory that goes with the room. */
  readonly kept?: string
  /** Folder whose folders are imported from on schedule. */
  readonly inbox?: string
}

/** The room over an engine, a ledger and jobs of its own. */
export async function openImportRoom({ designed = [], kept, inbox }: ImportRoomOptions = {}) {
  const directory = kept ?? (await mkdtemp(join(tmpdir(), 'tutti-import-')))
  const warehouse = await openWarehouse({ location: { directory: join(directory, 'warehouse') } })
  const ledger = await openLedger(kept === undefined ? {} : { directory: join(kept, 'ledger') })
  const errors: unknown[] = []
  const jobs = openJobs({ ledger, onError: (error) => errors.push(error), pace: { takeEveryMs: 200 } })
  const room = await understandingRoom({
    ...{ ledger, warehouse, jobs },
    uploadDirectory: join(directory, 'uploads'),
    inbox,
    knownTouchpoints: async () => new Set(designed),
  })
  await ledger.migrate([...(await jobMigrations()), ...room.migrations])
  for (const kind of room.jobs) jobs.define(kind)
  await jobs.begin()
  const { imports } = room.router

  async function upload(workspace: string, bytes: string | Buffer, fileName = 'till.csv'): Promise<string> {
    const uploaded = await room.streams[0]!.receive({
      workspace,
      params: { workspace, fileName },
      body: Readable.from([bytes]),
      contentType: 'text/csv',
      declaredBytes: undefined,
      context,
    })
    return (uploaded as { id: string }).id
  }

  /** The import once it is as a test waits for it; a test never waits for longer than two minutes. */
  async function once(
    workspace: string,
    id: string,
    reached: (record: ImportRecord) => boolean,
  ): Promise<ImportRecord> {
    for (let look = 0; look < 6000; look++) {
      const record = await call(imports.get, { workspace, id }, { context })
      if (reached(record)) return record
      await new Promise((later) => setTimeout(later, 20))
    }
    throw new Error(`The import ${id} has not come so far: ${errors.join(' ')}`)
  }

  const ended = (workspace: string, id: string) =>
    once(workspace, id, ({ state }) => !['waiting', 'running', 'undoing'].includes(state))

  async function imported(workspace: string, bytes: string | Buffer, { fileName, ...asked }: Asked) {
    const question = { workspace, upload: await upload(workspace, bytes, fileName), dryRun: false, ...asked }
    const { id } = await call(imports.start, question, { context })
    return ended(workspace, id)
  }

  async function undone(workspace: string, id: string): Promise<ImportRecord> {
    await call(imports.undo, { workspace, id }, { context })
    return ended(workspace, id)
  }

  async function answersIn(workspace: string): Promise<number> {
    const contents = await warehouse.contents(workspace)
    return contents.reduce((sum, { answers }) => sum + Number(answers), 0)
  }

  async function close(): Promise<void> {
    await jobs.stop()
    await ledger.close()
    await warehouse.close()
    if (kept === undefined) await rm(directory, { recursive: true, force: true })
  }

  return {
    room,
    ledger,
    jobs,
    warehouse,
    upload,
    once,
    ended,
    imported,
    undone,
    answersIn,
    close,
    errors,
    directory,
  }
}

export type ImportRoom = Awaited<ReturnType<typeof openImportRoom>>

export async function refusalCode(promise: Promise<unknown>): Promise<string | undefined> {
  return promise.then(
    () => undefined,
    (error) => refusalOf(error)?.code,
  )
}
