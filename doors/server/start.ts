import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { type Access, accessMigrations, openAccess } from '../../foundations/access/access.ts'
import { newSecret } from '../../foundations/access/secret.ts'
import { requestMetrics } from '../../foundations/http/request-metrics.ts'
import { buildServer } from '../../foundations/http/server.ts'
import { holdDataDirectory } from '../../foundations/ledger/data-directory.ts'
import { type Ledger, openLedger } from '../../foundations/ledger/ledger.ts'
import type { Configuration } from './configuration.ts'
import { removeLocalAccess, writeLocalAccess } from './local-access.ts'
import { allProblems } from './problems.ts'
import { type Rooms, wireRooms } from './wiring.ts'

export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:4400`. */
  readonly address: string
  /** One-time link for the first administrator, while there is none. */
  readonly welcomeLink: string | undefined
  readonly localKey: string
  readonly stop: () => Promise<void>
}

/** Opens the stores, mounts the rooms and listens. */
export async function startServer(configuration: Configuration): Promise<RunningServer> {
  const undo: (() => Promise<void>)[] = []
  const stop = () => undoAll(undo)
  try {
    return { ...(await start(configuration, undo)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Whatever is opened says here how it is closed, last first. */
type Undo = (() => Promise<void>)[]

async function start(configuration: Configuration, undo: Undo): Promise<Omit<RunningServer, 'stop'>> {
  const { dataDirectory, ledgerUrl } = configuration
  const held = await holdDataDirectory(dataDirectory)
  undo.push(async () => held.release())
  const ledger = await openLedger(ledgerUrl ? { url: ledgerUrl } : { directory: join(held.path, 'ledger') })
  undo.push(ledger.close)
  const rooms = await wireRooms({ ledger })
  await ledger.migrate([...(await accessMigrations()), ...rooms.migrations])
  const localKey = `tutti_lk_${newSecret()}`
  const publicUrl = configuration.publicUrl ?? `http://127.0.0.1:${configuration.port}`
  const access = await openAccess({ ledger, publicUrl, localKey })
  const app = await mount({ configuration, ledger, access, rooms })
  undo.push(() => app.close())
  const address = await app.listen({ host: configuration.host, port: configuration.port })
  await writeLocalAccess(held.path, { address, key: localKey })
  undo.push(() => removeLocalAccess(held.path))
  const token = await access.welcomeToken()
  const welcomeLink = token && `${configuration.publicUrl ?? address}/welcome?token=${token}`
  return { address, localKey, welcomeLink }
}

interface Mounted {
  readonly configuration: Configuration
  readonly ledger: Ledger
  readonly access: Access
  readonly rooms: Rooms
}

async function mount({ configuration, ledger, access, rooms }: Mounted): Promise<FastifyInstance> {
  return buildServer({
    ...configuration,
    router: { access: access.router, ...rooms.router },
    streams: rooms.streams,
    mounts: [access.mount],
    problems: allProblems(),
    identify: access.identify,
    admit: ({ caller }, admits, workspace) => access.admit(caller, admits, workspace),
    ready: { ledger: ledger.ready },
    limits: access.limits,
    metrics: requestMetrics(),
    webDirectory: fileURLToPath(new URL('../web/dist', import.meta.url)),
    version: await productVersion(),
  })
}

async function productVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

async function undoAll(undo: Undo): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step()
}
