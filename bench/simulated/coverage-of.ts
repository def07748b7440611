import { wilsonInterval } from '../../foundations/statistics/proportions/wilson-interval.ts'
import { randomSource } from '../../foundations/statistics/resampling/random-source.ts'
import { analysisCases } from './analysis-cases.ts'
import { answerCases } from './answer-cases.ts'
import { causalCases } from './causal-cases.ts'
import { comparisonCases } from './comparison-cases.ts'
import type { CoverageCase, Trial } from './coverage-case.ts'
import { figureCases } from './figure-cases.ts'
import { furtherCases } from './further-cases.ts'
import { modelCases } from './model-cases.ts'

/** All intervals and tests that are simulated. */
export const coverageCases: readonly CoverageCase[] = [
  ...answerCases,
  ...comparisonCases,
  ...modelCases,
  ...causalCases,
  ...furtherCases,
  ...analysisCases,
  ...figureCases,
]

/** What was seen under one design. */
export interface CoverageRow {
  readonly family: string
  readonly what: string
  readonly kind: CoverageCase['kind']
  readonly remedy?: string | undefined
  readonly design: string
  readonly trials: number
  /** Share of the samples with an answer in which the interval held the truth, or the test alarmed. */
  readonly observed: number
  /** Limits of that share from the number of samples (Wilson, 95 %). */
  readonly low: number
  readonly high: number
  /** Share of samples in which the method gave no interval or no p value. */
  readonly refused: number
}

/** Which part of the cases, how many samples a design, and from which seed. */
export interface CoverageInput {
  readonly seed: number
  readonly trials: number
  readonly part: number
  readonly parts: number
}

/** Simulates every case of a part: each design draws from its own seed, so that the order changes nothing. */
export function coverageOf(
  { seed, trials, part, parts }: CoverageInput,
  onProgress: (share: number) => void = () => {},
): CoverageRow[] {
  const mine = coverageCases.flatMap((one) =>
    Object.entries(one.designs).map(([design, trial]) => ({ one, design, trial })),
  )
  const wanted = mine.filter((_, i) => i % parts === part)
  return wanted.map(({ one, design, trial }, i) => {
    const count = Math.min(trials, one.mostTrials ?? trials)
    const row = {
      family: one.family,
      what: one.what,
      kind: one.kind,
      remedy: one.remedy,
      design,
      ...simulated(trial, count, seed + 1000 * (i * parts + part)),
    }
    onProgress((i + 1) / wanted.length)
    return row
  })
}

function simulated(
  trial: Trial,
  trials: number,
  seed: number,
): Omit<CoverageRow, 'family' | 'what' | 'kind' | 'remedy' | 'design'> {
  const random = randomSource(seed)
  let [yes, answered] = [0, 0]
  for (let i = 0; i < trials; i++) {
    const outcome = trial(random)
    if (outcome === null) continue
    answered += 1
    if (outcome) yes += 1
  }
  const refused = 1 - answered / trials
  if (answered === 0) return { trials, observed: Number.NaN, low: Number.NaN, high: Number.NaN, refused }
  const { low, high } = wilsonInterval(yes, answered)
  return { trials, observed: yes / answered, low, high, refused }
}
