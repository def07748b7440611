import { encodeMessages } from '../foundations/warehouse/encode-messages.ts'
import type { Message } from '../foundations/warehouse/message.ts'
import { answersMade, fileByHand, responsesMade } from './bench-answers.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { type BenchWarehouse, withDirectory, withWarehouseIn, workspace } from './bench-warehouse.ts'
import { durationsInTurns } from './measured.ts'

const runs = 20
const single = [100, 1_000, 5_000, 20_000]
const responses = [100, 1_000, 10_000]
const questions = 20

export const bench: Bench = {
  question: 'How many answers a second are kept, exactly once and safe against the loss of the process?',
  run: () =>
    withDirectory((directory) =>
      withWarehouseIn(directory, async (store) => {
        const rows: BenchRow[] = []
        const notes: string[] = []
        const add = async (each: Batches) => {
          const row = await rowOf(store, directory, each)
          rows.push(row)
          notes.push(noteOf(row, each.answers))
        }
        for (const size of single) await add({ ...batchesOf(size, 1), answers: size })
        for (const size of responses) await add({ ...batchesOf(size, questions), answers: size * questions })
        notes.push(
          'Ours: messages encoded, resends looked for, batch written down, answers and messages inserted. By hand: the engine inserts a file of the same rows as JSON Lines, written before, with the same view behind the table.',
        )
        return { rows, notes }
      }),
    ),
}

interface Batches {
  readonly what: string
  readonly answers: number
  readonly next: () => Message[]
}

let sent = 0

function batchesOf(messages: number, answersEach: number): Omit<Batches, 'answers'> {
  const next = () => {
    sent += 1
    const id = (index: number) => `new-${sent}-${index}`
    return answersEach === 1
      ? answersMade(messages, id)
      : responsesMade({ responses: messages, questions: answersEach }, id)
  }
  const each = answersEach === 1 ? 'an answer' : `${answersEach} answers`
  return { what: `${messages.toLocaleString('en')} messages of ${each}`, next }
}

async function rowOf(store: BenchWarehouse, directory: string, { what, next }: Batches): Promise<BenchRow> {
  const made = Array.from({ length: runs + runs / 10 }, next)
  const byHand = await Promise.all(made.map((messages) => fileByHand(directory, messages)))
  const [ours, hand] = await durationsInTurns(runs, [
    () => store.warehouse.keepEncoded(workspace, encodeMessages(made.pop()!)),
    () => store.command(byHand.pop()!),
  ])
  return { what, ours, byHand: hand }
}

function noteOf({ what, ours, byHand }: BenchRow, answers: number): string {
  const rate = (durationMs: number) => Math.round((answers / durationMs) * 1000).toLocaleString('en')
  return `${what}: ${rate(ours.p50Ms)} answers a second, ${rate(byHand!.p50Ms)} by hand.`
}
