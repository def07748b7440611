import { join } from 'node:path'
import { importFacts } from '../rooms/understanding/import/import.facts.ts'
import { readInThread } from '../rooms/understanding/import/read-in-thread.job.ts'
import { readMapping } from '../rooms/understanding/import/read-mapping.ts'
import type { Bench } from './bench-result.ts'
import { surveyByHand, surveyMapping, writeSurvey } from './bench-survey.ts'
import { type BenchWarehouse, withDirectory, withWarehouseIn, workspace } from './bench-warehouse.ts'
import { durationsInTurns } from './measured.ts'

/** Size of the file; `BENCH_IMPORT_MB=5000` makes one of 5 GB, which is then imported once and not by hand. */
const megabytes = Number(process.env.BENCH_IMPORT_MB ?? 30)
const turns = 3
const onceFrom = 500

export const bench: Bench = {
  question: 'How fast is a wide survey imported, from the bytes of its file to answers that are safe?',
  run: () =>
    withDirectory((directory) =>
      withWarehouseIn(directory, async (store) => {
        const path = join(directory, 'survey.csv')
        const file = await writeSurvey(path, megabytes)
        const memory = watchMemory()
        const alone = await once(store, path)
        const peakMb = memory.stop()
        const [ours, byHand] = megabytes < onceFrom ? await inTurns(store, path) : [alone, undefined]
        const answers = kept.answers / kept.imports
        const rate = (ms: number) => Math.round((answers / ms) * 1000).toLocaleString('en')
        const row = { what: `${megabytes} MB, ${file.rows.toLocaleString('en')} rows`, ours, byHand }
        const perSecond = (answers / ours.p50Ms) * 1000
        return {
          rows: [{ ...row, bar: '≥ 200,000 answers a second', kept: perSecond >= 200_000 }],
          notes: [
            `${Math.round(answers).toLocaleString('en')} answers: ${rate(ours.p50Ms)} a second${byHand ? `, ${rate(byHand.p50Ms)} by hand` : ''}.`,
            `Resident memory at most ${peakMb} MB while it is imported alone, the engine included.`,
            'Ours: read, checked, mapped and encoded in a thread; resends looked for, batches written down, answers and messages inserted. By hand: one statement by which the engine reads the same file and inserts the same answers, with the same view behind the table, checking nothing.',
          ],
        }
      }),
    ),
}

const kept = { answers: 0, imports: 0 }

async function inTurns(store: BenchWarehouse, path: string) {
  let turn = 0
  return durationsInTurns(turns, [
    () => importSurvey(store, path, `survey-${turn++}`),
    () => store.command(surveyByHand(path, `hand-${turn}`)),
  ])
}

async function once(store: BenchWarehouse, path: string) {
  const started = performance.now()
  await importSurvey(store, path, 'survey')
  const durationMs = performance.now() - started
  return { runs: 1, p50Ms: durationMs, p95Ms: durationMs }
}

/** The work of an import without its record in the ledger. */
async function importSurvey({ warehouse }: BenchWarehouse, path: string, source: string): Promise<void> {
  const read = readMapping(surveyMapping(source), 'en')
  if ('findings' in read) throw new Error(JSON.stringify(read.findings))
  const facts = importFacts(warehouse)
  const files = [{ path, name: 'survey.csv' }]
  const task = { files, mapping: read.mapping, now: new Date(), secret: 'bench', dryRun: false }
  kept.imports += 1
  for await (const batch of readInThread(task)) {
    const receipt = await facts.keep(workspace, batch.encoded!, source)
    kept.answers += receipt.kept.answers
  }
}

/** Watches how much memory the process takes, in MB. */
function watchMemory() {
  let peakBytes = 0
  const look = () => {
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss)
  }
  const timer = setInterval(look, 100)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return Math.round(peakBytes / 1_000_000)
    },
  }
}
