import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { type Access, accessMigrations, openAccess } from '../../foundations/access/access.ts'
import { newSecret } from '../../foundations/access/secret.ts'
import { requestMetrics } from '../../foundations/http/request-metrics.ts'
import { buildServer } from '../../foundations/http/server.ts'
import { measureJobs } from '../../foundations/jobs/job-metrics.ts'
import { jobMigrations } from '../../foundations/jobs/jobs.ts'
import { holdDataDirectory } from '../../foundations/ledger/data-directory.ts'
import type { Configuration } from './configuration.ts'
import { removeLocalAccess, writeLocalAccess } from './local-access.ts'
import { openStores, type Stores } from './open-stores.ts'
import { allProblems } from './problems.ts'
import { type SampleLoading, sampleLoading } from './sample-loading.ts'
import { sampleWorkspace } from './sample-workspace.ts'
import { type Undo, undoAll } from './undo.ts'
import { type Rooms, wireRooms } from './wiring.ts'

export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:4400`. */
  readonly address: string
  /** One-time link for the first administrator, while there is none. */
  readonly welcomeLink: string | undefined
  /** Key with every right on this installation, for this run only. */
  readonly localKey: string
  /** How loading the sample organisation goes; told only on a store that was empty or had not finished loading it. */
  readonly onSampleProgress: SampleLoading['onProgress']
  readonly stop: () => Promise<void>
}

/** Opens the stores, mounts the rooms and listens. */
export async function startServer(configuration: Configuration): Promise<RunningServer> {
  const undo: Undo = []
  const stop = () => undoAll(undo)
  try {
    return { ...(await start(configuration, undo)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(configuration: Configuration, undo: Undo): Promise<Omit<RunningServer, 'stop'>> {
  const held = await holdDataDirectory(configuration.dataDirectory)
  undo.push(async () => held.release())
  const stores = await openStores({ configuration, directory: held.path, undo })
  const rooms = await wireRooms({
    ...stores,
    uploads: join(held.path, 'uploads'),
    eventJournal: { directory: join(held.path, 'events'), aheadMessages: configuration.eventsAhead },
    inbox: configuration.inbox,
  })
  undo.push(rooms.close)
  await migrate(stores, rooms)
  const localKey = `tutti_lk_${newSecret()}`
  const publicUrl = configuration.publicUrl ?? `http://127.0.0.1:${configuration.port}`
  const sample = sampleLoading({ ...stores, applyExperience: rooms.applyExperience })
  const removeFacts = async (workspace: string) => {
    await sample.stop(workspace)
    await stores.warehouse.removeWorkspace(workspace)
  }
  const { places } = rooms
  const access = await openAccess({ ledger: stores.ledger, publicUrl, localKey, places, removeFacts })
  const app = await buildDoor({ configuration, stores, access, rooms })
  undo.push(() => app.close())
  const address = await app.listen({ host: configuration.host, port: configuration.port })
  await beginJobs({ stores, access, rooms, sample, undo })
  await beginSample({ configuration, stores, access, sample })
  await writeLocalAccess(held.path, { address, key: localKey })
  undo.push(() => removeLocalAccess(held.path))
  const token = await access.welcomeToken()
  const welcomeLink = token && `${configuration.publicUrl ?? address}/welcome?token=${token}`
  return { address, localKey, welcomeLink, onSampleProgress: sample.onProgress }
}

interface FirstStart {
  readonly configuration: Configuration
  readonly stores: Stores
  readonly access: Access
  readonly sample: SampleLoading
}

/** An empty store begins with the sample organisation, so that there is something to look at. */
async function beginSample({ configuration, stores, access, sample }: FirstStart): Promise<void> {
  const people = configuration.samplePeople
  if (people === 0 || !(await access.addFirstWorkspace(sampleWorkspace))) return
  const endDay = stores.ledger.clock().toISOString().slice(0, 10)
  await sample.begin({ people, seed: 1, endDay })
}

async function migrate({ ledger }: Stores, rooms: Rooms): Promise<void> {
  const own = [...(await accessMigrations()), ...(await jobMigrations())]
  await ledger.migrate([...own, ...rooms.migrations])
}

interface Work {
  readonly stores: Stores
  readonly access: Access
  readonly rooms: Rooms
  readonly sample: SampleLoading
  readonly undo: Undo
}

async function beginJobs({ stores: { jobs }, access, rooms, sample, undo }: Work): Promise<void> {
  for (const kind of rooms.jobs) jobs.define(kind)
  jobs.define(sample.job)
  for (const schedule of [...access.schedules, ...rooms.schedules]) jobs.schedule(schedule)
  undo.push(jobs.stop)
  await jobs.begin()
}

interface DoorParts {
  readonly configuration: Configuration
  readonly stores: Stores
  readonly access: Access
  readonly rooms: Rooms
}

async function buildDoor({ configuration, stores, access, rooms }: DoorParts): Promise<FastifyInstance> {
  const { ledger, warehouse, jobs } = stores
  const metrics = requestMetrics()
  measureJobs(metrics.registry, jobs)
  return buildServer({
    ...configuration,
    router: { access: access.router, ...rooms.router },
    streams: rooms.streams,
    wires: { routes: rooms.wires, keys: access.programs },
    mounts: [access.mount],
    problems: allProblems(),
    identify: access.identify,
    admit: ({ caller }, admits, workspace) => access.admit(caller, admits, workspace),
    ready: {
      ledger: ledger.ready,
      warehouse: async () => {
        await warehouse.ready()
      },
    },
    limits: access.limits,
    metrics,
    webDirectory: fileURLToPath(new URL('../web/dist', import.meta.url)),
    version: await productVersion(),
  })
}

async function productVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
