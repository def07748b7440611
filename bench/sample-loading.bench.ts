import { readConfiguration } from '../doors/server/configuration.ts'
import { startServer } from '../doors/server/start.ts'
import type { Bench } from './bench-result.ts'
import { withDirectory } from './bench-warehouse.ts'
import { durationsOf } from './measured.ts'

const people = 60_000
const mostMs = 60_000

export const bench: Bench = {
  question: 'How long from the start of an empty store until the whole sample organisation is in it?',
  run: async () => {
    const ours = await durationsOf(2, () => withDirectory(loadSample))
    const row = {
      what: `${people.toLocaleString('en')} customers, three years`,
      ours,
      bar: `p95 < ${mostMs / 1000} s`,
      kept: ours.p95Ms < mostMs,
    }
    return {
      rows: [row],
      notes: [
        'Made in a thread, kept message by message like those of any source, with all that is stated of the organisation; the server answers meanwhile.',
      ],
    }
  },
}

async function loadSample(data: string): Promise<void> {
  const variables = { TUTTI_DATA: data, TUTTI_PORT: '0', TUTTI_LOG: 'silent', TUTTI_SAMPLE: String(people) }
  const server = await startServer(readConfiguration(variables))
  await new Promise<void>((resolve) => {
    server.onSampleProgress(({ shareDone }) => {
      if (shareDone >= 1) resolve()
    })
  })
  await server.stop()
}
