import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfiguration } from '../server/configuration.ts'
import { startServer } from '../server/start.ts'
import { apiClient } from './api-client.ts'
import { type ExitCode, runCommandLine } from './command-line.ts'

export interface Typed {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

export interface Typing {
  readonly variables?: Readonly<Record<string, string>>
  readonly interrupted?: AbortSignal
  readonly isTerminal?: boolean
  /** Hears what is written as it is written. */
  readonly onWrite?: (text: string) => void
}

/** Types a line after `tutti` and waits for its end. */
export async function type(line: readonly string[], typing: Typing = {}): Promise<Typed> {
  let [out, err] = ['', '']
  const code = await runCommandLine({
    words: line,
    variables: typing.variables ?? {},
    interrupted: typing.interrupted ?? new AbortController().signal,
    isTerminal: typing.isTerminal ?? false,
    write: (text) => {
      out += text
      typing.onWrite?.(text)
    },
    writeError: (text) => {
      err += text
    },
    wait: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
  })
  return { code, out, err }
}

/** A directory of its own, gone at the end. */
export async function ownDirectory() {
  const path = await mkdtemp(join(tmpdir(), 'tutti-cli-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** A server over a directory of its own, with one workspace, `airport`; places that settings name lie in it. */
export async function startTestServer(places: readonly (readonly [setting: string, name: string])[] = []) {
  const directory = await ownDirectory()
  const data = join(directory.path, 'data')
  const given = places.map(([setting, name]) => [setting, join(directory.path, name)])
  const server = await startServer(
    readConfiguration({
      ...{
        TUTTI_DATA: data,
        TUTTI_PORT: '0',
        TUTTI_LOG: 'silent',
        TUTTI_EVENTS_AHEAD: '0',
        TUTTI_SAMPLE: 'none',
      },
      ...Object.fromEntries(given),
    }),
  )
  const place = { url: server.address, key: server.localKey }
  const { client } = apiClient({ place, locale: 'en', interrupted: new AbortController().signal })
  const token = new URL(server.welcomeLink ?? '').searchParams.get('token') ?? ''
  const person = { name: 'Ann', email: 'ann@example.org', password: 'a long password' }
  await client.access.welcome({ token, ...person, workspaceName: 'Airport' })
  const stop = async () => {
    await server.stop()
    await directory.remove()
  }
  return { server, data, directory: directory.path, client, place, stop }
}
