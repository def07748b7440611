import { answersMade, insertByHand } from './bench-answers.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { type BenchWarehouse, withWarehouse, workspace } from './bench-warehouse.ts'
import { durationsInTurns } from './measured.ts'

const sizes = [100, 1_000, 5_000, 20_000]

export const bench: Bench = {
  question: 'How many answers a second are kept, exactly once and safe against the loss of the process?',
  run: () =>
    withWarehouse(async (store) => {
      const rows: BenchRow[] = []
      for (const size of sizes) rows.push(await rowOf(store, size))
      const notes = rows.map(({ what, ours, byHand }, index) => {
        const rate = (durationMs: number) =>
          Math.round((sizes[index]! / durationMs) * 1000).toLocaleString('en')
        return `${what}: ${rate(ours.p50Ms)} answers a second, ${rate(byHand!.p50Ms)} by hand.`
      })
      return { rows, notes }
    }),
}

let sent = 0

async function rowOf(store: BenchWarehouse, size: number): Promise<BenchRow> {
  const batch = () => {
    sent += 1
    return answersMade(size, (index) => `new-${sent}-${index}`)
  }
  const [ours, byHand] = await durationsInTurns(20, [
    () => store.warehouse.keepAnswers(workspace, batch()),
    () => insertByHand(store, batch()),
  ])
  return { what: `batches of ${size.toLocaleString('en')}`, ours, byHand }
}
