import { readPlantedTruths } from './planted-truths.ts'
import { sampleCalendar } from './sample-calendar.ts'
import { gatherFacts } from './test-sample-facts.ts'
import type { Known } from './test-unit-estimates.ts'

const endDay = '2026-06-30'

/** A third of the standard sample: large enough for every truth, small enough to be made in seconds. */
export function knownSample(seed: number): Known {
  const facts = gatherFacts({ people: 20_000, seed, endDay })
  return { facts, truths: readPlantedTruths(), calendar: sampleCalendar(endDay) }
}

interface Limits {
  readonly low: number | null
  readonly high: number | null
}

/** Whether an interval holds a planted number. */
export function covers({ low, high }: Limits, planted: number): boolean {
  return low !== null && high !== null && low <= planted && planted <= high
}

/** Of several samples, those whose interval holds a planted number. Of three, two or more do 99.3 times in a hundred where intervals are right. */
export function timesCovered(
  samples: readonly Known[],
  planted: number,
  limits: (sample: Known) => Limits,
): number {
  return samples.filter((sample) => covers(limits(sample), planted)).length
}
