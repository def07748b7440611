import { encodeMessages } from '../foundations/warehouse/encode-messages.ts'
import { simulateSample } from '../sample/simulate-sample.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { durationsOf } from './measured.ts'

const sizes = [2_000, 60_000]
const bar = { people: 60_000, durationMs: 10_000 }

export const bench: Bench = {
  question: 'How long does it take to make the sample organisation, three years of it?',
  run: async () => {
    const rows: BenchRow[] = []
    const notes: string[] = []
    for (const people of sizes) {
      let facts = 0
      const ours = await durationsOf(3, async () => {
        facts = countFacts(people)
      })
      const rate = Math.round(facts / (ours.p50Ms / 1000))
      const barred = people === bar.people && {
        bar: 'below 10 s',
        kept: ours.p50Ms < bar.durationMs,
      }
      rows.push({ what: `${people.toLocaleString('en')} customers`, ours, ...barred })
      notes.push(
        `${people.toLocaleString('en')} customers: ${facts.toLocaleString('en')} facts, ${rate.toLocaleString('en')} a second.`,
      )
    }
    rows.push(await encodedRow(sizes[0]!))
    return { rows, notes }
  },
}

function countFacts(people: number): number {
  let facts = 0
  for (const { messages } of simulateSample({ people, seed: 1, endDay: '2026-06-30' }))
    for (const { answers, interactions, outcomes, aliases, profile } of messages)
      facts +=
        (answers?.length ?? 0) +
        (interactions?.length ?? 0) +
        (outcomes?.length ?? 0) +
        (aliases?.length ?? 0) +
        (profile ? 1 : 0)
  return facts
}

async function encodedRow(people: number): Promise<BenchRow> {
  const ours = await durationsOf(3, async () => {
    for (const { messages } of simulateSample({ people, seed: 1, endDay: '2026-06-30' }))
      encodeMessages(messages, { scope: 'sample' })
  })
  return { what: `${people.toLocaleString('en')} customers, encoded for the warehouse`, ours }
}
