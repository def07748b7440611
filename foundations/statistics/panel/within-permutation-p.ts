import type { WhyNot } from '../estimate.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { randomSource } from '../resampling/random-source.ts'
import { fixedEffects, type PanelData } from './fixed-effects.ts'

function shuffledWithin(
  values: ArrayLike<number>,
  rowsByUnit: readonly number[][],
  index: (size: number) => number,
): Float64Array {
  const shuffled = Float64Array.from(values)
  for (const rows of rowsByUnit) {
    for (let last = rows.length - 1; last > 0; last--) {
      const other = index(last + 1)
      const [a, b] = [rows[last]!, rows[other]!]
      ;[shuffled[a], shuffled[b]] = [shuffled[b]!, shuffled[a]!]
    }
  }
  return shuffled
}

/**
 * p value of the within slope of the first predictor by permutation, for few units: its values are shuffled over the periods of each unit.
 *
 * p = (1 + draws with a slope at least as large) / (1 + draws that could be fitted). Assumes exchangeable periods within a unit. Source: Phipson & Smyth (2010).
 */
export function withinPermutationP(
  data: PanelData,
  { draws, seed, onProgress }: { draws: number; seed: number } & Progress,
): number | WhyNot {
  const observed = fixedEffects(data)
  if (typeof observed === 'string') return observed
  const rowsByUnit = [
    ...Map.groupBy(
      Array.from(data.units, (unit, row) => ({ unit, row })),
      ({ unit }) => unit,
    ).values(),
  ].map((rows) => rows.map(({ row }) => row))
  const random = randomSource(seed)
  const [first, ...others] = data.predictors
  const told = tellingParts(draws, { onProgress })
  let [extreme, fitted] = [0, 0]
  for (let draw = 0; draw < draws; draw++) {
    told(draw + 1)
    const values = shuffledWithin(first!.values, rowsByUnit, random.index)
    const again = fixedEffects({ ...data, predictors: [{ name: first!.name, values }, ...others] })
    if (typeof again === 'string') continue
    fitted += 1
    if (Math.abs(again.coefficients[0]!.value) >= Math.abs(observed.coefficients[0]!.value) - 1e-12)
      extreme += 1
  }
  return (1 + extreme) / (1 + fitted)
}
