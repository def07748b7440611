import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Engine, LedgerDatabase } from './engine.ts'

const connectionsMax = 10
const statementTimeoutMs = 60_000

/** PostgreSQL on a server. */
export function openServerEngine(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    application_name: 'tutti',
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeoutMs,
  })
  // A connection lost while idle is opened again by the next statement; without a listener it would end the process.
  pool.on('error', () => {})
  return {
    kind: 'server',
    database: asLedgerDatabase(pool),
    withScripts: (work) => inTransaction(pool, work),
    query: ({ text, values = [] }) => pool.query(text, [...values]),
    alone: (name, work) => underLock(pool, name, work),
    close: () => pool.end(),
  }
}

async function inTransaction(pool: pg.Pool, work: Parameters<Engine['withScripts']>[0]): Promise<void> {
  const client = await pool.connect()
  const runScript = async (script: string) => {
    await client.query(script)
  }
  try {
    await runScript('begin')
    await work({ tx: asLedgerDatabase(client), runScript })
    await runScript('commit')
    client.release()
  } catch (error) {
    // Closing the connection rolls back whatever state it was left in.
    client.release(true)
    throw error
  }
}

/** An advisory lock of the server, which lets go of it when this process ends. */
async function underLock<Result>(pool: pg.Pool, name: string, work: () => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    const result = await work()
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
    client.release()
    return result
  } catch (error) {
    // Closing the connection lets go of the lock, whatever state it was left in.
    client.release(true)
    throw error
  }
}

const asLedgerDatabase = (client: pg.Pool | pg.PoolClient) => drizzle(client) as unknown as LedgerDatabase
