import { answersMade, fileByHand, fillSeen } from './bench-answers.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { type BenchWarehouse, withDirectory, withWarehouseIn, workspace } from './bench-warehouse.ts'
import { durationsInTurns } from './measured.ts'

const seen = 10_000_000
const sizes = [100, 5_000]
const shares = [0, 0.5, 1]

export const bench: Bench = {
  question: `What does keeping a batch cost among ${seen / 1e6} million messages already seen, when none, half or all of it was sent before?`,
  run: () =>
    withDirectory((directory) =>
      withWarehouseIn(directory, async (store) => {
        await fillSeen(store, seen)
        const rows: BenchRow[] = []
        for (const size of sizes)
          for (const share of shares) rows.push(await rowOf(store, directory, { size, share }))
        const notes = [
          'By hand: the engine inserts a file of the same answers, with the same view behind the table, and recognises nothing.',
        ]
        return { rows, notes }
      }),
    ),
}

const runs = 20
let sent = 0

async function rowOf(
  store: BenchWarehouse,
  directory: string,
  { size, share }: { readonly size: number; readonly share: number },
): Promise<BenchRow> {
  const resent = Math.round(size * share)
  const batch = () => {
    sent += 1
    return [
      ...answersMade(resent, (index) => `m${(sent * 7919 + index * 104_729) % seen}`),
      ...answersMade(size - resent, (index) => `new-${sent}-${index}`),
    ]
  }
  const made = Array.from({ length: runs + runs / 10 }, batch)
  const byHand = await Promise.all(made.map((messages) => fileByHand(directory, messages)))
  const [ours, hand] = await durationsInTurns(runs, [
    async () => {
      const { alreadyThere } = await store.warehouse.keep(workspace, made.pop()!)
      if (alreadyThere.length !== resent)
        throw new Error(`${alreadyThere.length} of ${resent} resends were recognised.`)
    },
    () => store.command(byHand.pop()!),
  ])
  return { what: `${size.toLocaleString('en')} answers, ${share * 100} % sent before`, ours, byHand: hand }
}
