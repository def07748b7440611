import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from '../../../foundations/ledger/ledger.ts'
import { connect, defaultLimits, engineReleased, rowsOf } from '../../../foundations/warehouse/engine.ts'
import type { Configuration } from '../../server/configuration.ts'
import { type Examination, inBoth, reasonOf } from './examination.ts'

export function examineNode(needed: string): Examination {
  const found = process.versions.node
  const enough = Number(found.split('.')[0]) >= Number(needed.split('.')[0])
  return {
    name: 'node',
    state: enough ? 'well' : 'ill',
    message: inBoth(`Node ${found}`),
    ...(!enough && {
      remedy: {
        en: `Node ${needed} is needed: run "npm ci" without --ignore-scripts.`,
        fr: `Il faut Node ${needed} : lancez « npm ci » sans --ignore-scripts.`,
      },
    }),
  }
}

/** Starts the ledger's engine, in memory where it is the embedded one, and asks its version. */
export async function examineLedger({ ledgerUrl }: Configuration): Promise<Examination> {
  try {
    const ledger = await openLedger(ledgerUrl ? { url: ledgerUrl } : {})
    const version = await ledger.query({ text: 'show server_version' }).finally(ledger.close)
    const text = `PostgreSQL ${Object.values(version.rows[0] ?? {})[0]}`
    return { name: 'ledger', state: 'well', message: ledgerUrl ? inBoth(text) : embedded(text) }
  } catch (error) {
    return engineIll('ledger', error, ledgerUrl ? 'TUTTI_LEDGER_URL' : null)
  }
}

/** Starts the warehouse's engine, in a directory of its own where it is the embedded one, and asks its version. */
export async function examineWarehouse({ warehouseUrl }: Configuration): Promise<Examination> {
  const directory = await mkdtemp(join(tmpdir(), 'tutti-doctor-'))
  try {
    const text = `ClickHouse ${await warehouseVersion(warehouseUrl ? { url: warehouseUrl } : { directory })}`
    return { name: 'warehouse', state: 'well', message: warehouseUrl ? inBoth(text) : embedded(text) }
  } catch (error) {
    return engineIll('warehouse', error, warehouseUrl ? 'TUTTI_WAREHOUSE_URL' : null)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function warehouseVersion(location: Parameters<typeof connect>[0]): Promise<string> {
  const client = connect(location, defaultLimits)
  try {
    const [row] = await rowsOf<{ version: string }>(client, { sql: 'SELECT version() AS version' })
    return row?.version ?? '?'
  } finally {
    await client.close()
    if ('directory' in location) await engineReleased()
  }
}

const embedded = (text: string) => ({ en: `${text}, in this process`, fr: `${text}, dans ce processus` })

function engineIll(name: 'ledger' | 'warehouse', error: unknown, variable: string | null): Examination {
  const remedy = variable
    ? {
        en: `Check ${variable} and that the server runs.`,
        fr: `Vérifiez ${variable} et que le serveur tourne.`,
      }
    : {
        en: 'Run "npm ci" without --ignore-scripts: the engine is a file that a script fetches.',
        fr: 'Lancez « npm ci » sans --ignore-scripts : le moteur est un fichier qu’un script va chercher.',
      }
  return { name, state: 'ill', message: inBoth(reasonOf(error)), remedy }
}
