import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Bench } from './bench-result.ts'
import { fillThreeYears, withDirectory, withWarehouseIn } from './bench-warehouse.ts'
import { durationMs, durationsOf } from './measured.ts'

const answers = 5_000_000
const mostMs = 5_000
const project = fileURLToPath(new URL('..', import.meta.url))

export const bench: Bench = {
  question: 'How long from `npm start` on a filled store to its first page?',
  run: () =>
    withDirectory(async (data) => {
      const fill = () => withWarehouseIn(join(data, 'warehouse'), (store) => fillThreeYears(store, answers))
      const fillSeconds = (await durationMs(fill)) / 1000
      const ours = await durationsOf(10, () => startAndStop(data))
      const row = {
        what: 'npm start to first page',
        ours,
        bar: `p95 < ${mostMs / 1000} s`,
        kept: ours.p95Ms < mostMs,
      }
      const filled = `${answers / 1e6} million answers over three years, made in ${Math.round(fillSeconds)} s`
      return {
        rows: [row],
        notes: [`${filled}; the web application was built before. Stopping the server is counted in.`],
      }
    }),
}

async function startAndStop(data: string): Promise<void> {
  const env = { ...process.env, TUTTI_DATA: data, TUTTI_PORT: '0', TUTTI_LOG: 'silent', LANG: 'en' }
  const server = spawn('npm', ['start'], {
    cwd: project,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const page = await fetch(await addressSaid(server))
  if (!page.ok) throw new Error(`The first page answered ${page.status}.`)
  process.kill(-server.pid!, 'SIGTERM')
  await once(server, 'exit')
}

async function addressSaid(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    const address = /http:\/\/[\d.:]+/.exec(line)
    if (address) return address[0]
  }
  throw new Error('The server said no address.')
}
