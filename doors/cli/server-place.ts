import { join } from 'node:path'
import { type LocalAccess, readLocalAccess } from '../server/local-access.ts'
import { refused } from './cli-refusal.ts'
import type { Terminal } from './terminal.ts'

/** Options that every command has. */
export interface GlobalOptions {
  readonly url?: string
  readonly key?: string
  readonly workspace?: string
  readonly data?: string
  readonly json?: boolean
}

/** Where a server is, and the key that opens it. */
export interface ServerPlace {
  readonly url: string
  readonly key: string
}

/** The server that options or variables name, or the one that runs over the data directory here; null where neither. */
export async function serverPlace(
  options: GlobalOptions,
  variables: Terminal['variables'],
): Promise<ServerPlace | null> {
  const url = options.url ?? variables.TUTTI_URL
  const key = options.key ?? variables.TUTTI_API_KEY
  if (url !== undefined) {
    if (key === undefined) throw refused('CLI_KEY_NEEDED', { url })
    return { url: url.replace(/\/+$/, ''), key }
  }
  const local = await localAccess(dataDirectory(options, variables))
  return local ? { url: local.address, key: key ?? local.key } : null
}

export function dataDirectory(options: GlobalOptions, variables: Terminal['variables']): string {
  return options.data ?? (variables.TUTTI_DATA || 'data')
}

async function localAccess(directory: string): Promise<LocalAccess | undefined> {
  return readLocalAccess(directory).catch(() => {
    throw refused('CLI_ACCESS_UNREADABLE', { file: join(directory, 'access.json') })
  })
}
