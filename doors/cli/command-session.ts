import { createReadStream } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type {
  CommandOutcome,
  CommandSession,
  ReachedServer,
} from '../../foundations/http/command-session.contract.ts'
import type { Locale } from '../../foundations/http/locale.contract.ts'
import { sampleWorkspace } from '../server/sample-workspace.ts'
import { type Api, type ApiClient, apiClient } from './api-client.ts'
import { refused } from './cli-refusal.ts'
import { renderText } from './render-text.ts'
import { dataDirectory, type GlobalOptions, type ServerPlace, serverPlace } from './server-place.ts'
import type { Terminal } from './terminal.ts'

export type Session = CommandSession<ApiClient>

export interface SessionNeeds {
  readonly terminal: Terminal
  readonly locale: Locale
  /** Options as typed; known only once the line has been read. */
  readonly options: () => GlobalOptions
  /** Told when a command refused or found something. */
  readonly onFailure: () => void
}

/** What commands work with: the server, files and the terminal. */
export function commandSession(needs: SessionNeeds): Session {
  const { terminal, locale, options } = needs
  const progress = progressLine(terminal)
  return {
    locale,
    interrupted: terminal.interrupted,
    wait: terminal.wait,
    readText,
    writeText,
    progress: (line) => progress.show(options().json ? '' : line),
    reach: async (workspace) => {
      const place = await serverPlace(options(), terminal.variables)
      if (!place) throw refused('CLI_NO_SERVER', { data: dataDirectory(options(), terminal.variables) })
      return reached(needs, place, workspace)
    },
    reachIfRunning: async () => {
      const place = await serverPlace(options(), terminal.variables)
      return place && reached(needs, place)
    },
    tell: (outcome) => {
      progress.show('')
      tell(needs, outcome)
    },
  }
}

function tell({ terminal, options, onFailure }: SessionNeeds, { json, text, failed }: CommandOutcome): void {
  terminal.write(options().json ? `${JSON.stringify(json, null, 2)}\n` : renderText(text))
  if (failed) onFailure()
}

async function reached(
  { terminal, locale, options }: SessionNeeds,
  place: ServerPlace,
  wanted?: string,
): Promise<ReachedServer<ApiClient>> {
  const api = apiClient({ place, locale, interrupted: terminal.interrupted })
  const named = wanted ?? options().workspace ?? terminal.variables.TUTTI_WORKSPACE
  const workspace = named ?? (await onlyWorkspace(api))
  const upload = (path: string) => uploadFile({ api, workspace, path, interrupted: terminal.interrupted })
  return { client: api.client, workspace, upload }
}

/** The only workspace there is; the sample does not count beside one of one's own. */
async function onlyWorkspace({ client }: Api): Promise<string> {
  const { workspaces } = await client.access.me({})
  const own = workspaces.filter(({ key }) => key !== sampleWorkspace.key)
  const [first, ...others] = own.length > 0 ? own : workspaces
  if (!first) throw refused('CLI_WORKSPACE_NONE')
  if (others.length > 0)
    throw refused('CLI_WORKSPACE_NEEDED', { known: workspaces.map(({ key }) => key).join(', ') })
  return first.key
}

interface Upload {
  readonly api: Api
  readonly workspace: string
  readonly path: string
  readonly interrupted: AbortSignal
}

async function uploadFile({ api, workspace, path, interrupted }: Upload): Promise<{ id: string }> {
  const { size } = await stat(path).catch((error) => unreadable(path, error))
  const target = `/workspaces/${workspace}/uploads/${encodeURIComponent(basename(path))}`
  const response = await api.upload(target, {
    content: createReadStream(path),
    bytes: size,
    signal: interrupted,
  })
  return (await response.json()) as { id: string }
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error) => unreadable(path, error))
}

async function writeText(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error) => {
    throw refused('CLI_FILE_UNWRITABLE', { file: path, reason: reasonOf(error) })
  })
}

function unreadable(path: string, error: unknown): never {
  throw refused('CLI_FILE_UNREADABLE', { file: path, reason: reasonOf(error) })
}

const reasonOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** One line that is written over until it is cleared; nothing where nobody looks. */
function progressLine({ isTerminal, writeError }: Terminal) {
  let shown = false
  return {
    show: (line: string) => {
      if (!isTerminal || (line === '' && !shown)) return
      writeError(`\r\u001b[2K${line}`)
      shown = line !== ''
    },
  }
}
