import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { simplexWeights } from './simplex-weights.ts'

/** Outcomes of units over periods, complete; the treated ones are changed from one period on. */
export interface SyntheticPanel {
  /** One list of outcomes per unit that was never changed. */
  readonly controls: readonly Float64Array[]
  /** One list per changed unit. */
  readonly treated: readonly Float64Array[]
  /** Number of periods before the change. */
  readonly periodsBefore: number
}

/** Effect of the change on the changed units, by three constructions of what would have been. */
export interface SyntheticDifference {
  /** Synthetic difference in differences: the one to show. */
  readonly effect: number
  /** Synthetic control: a weighted control at the same level. */
  readonly syntheticControl: number
  /** Plain difference in differences: all controls and all earlier periods alike. */
  readonly plainDifference: number
  readonly unitWeights: Float64Array
  readonly periodWeights: Float64Array
  readonly syntheticControlWeights: Float64Array
}

const TINY_RIDGE = 1e-6
const SMALLEST_FALL = 1e-5
/** Weights have settled when no others fit better by more than this share of the variance of the changes. */
const LARGEST_GAP = 0.01

const mean = (values: ArrayLike<number>) => meanAndSd(values).mean

/** Mean over units, period by period. */
function meanCourse(units: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: units[0]!.length }, (_, t) => mean(units.map((unit) => unit[t]!)))
}

/** Deviation of the period-to-period changes of the controls before the change. */
function noiseOf({ controls, periodsBefore }: SyntheticPanel): number {
  const changes = controls.flatMap((unit) =>
    Array.from(unit.subarray(1, periodsBefore), (value, t) => value - unit[t]!),
  )
  return meanAndSd(changes).sd ?? 0
}

/** Changed units minus weighted controls, after minus weighted periods before. */
function doubleDifference(
  { controls, treated, periodsBefore }: SyntheticPanel,
  unitWeights: ArrayLike<number>,
  periodWeights: ArrayLike<number>,
): number {
  const changed = meanCourse(treated)
  const gap = changed.map(
    (value, t) => value - controls.reduce((sum, unit, i) => sum + unitWeights[i]! * unit[t]!, 0),
  )
  const before = Array.from(periodWeights).reduce((sum, weight, t) => sum + weight * gap[t]!, 0)
  return mean(gap.subarray(periodsBefore)) - before
}

function weightsOf(panel: SyntheticPanel, limit: IterationLimit) {
  const { controls, treated, periodsBefore } = panel
  const noise = noiseOf(panel)
  const periodsAfter = controls[0]!.length - periodsBefore
  const smallestFall = SMALLEST_FALL * noise
  const before = controls.map((unit) => unit.slice(0, periodsBefore))
  const target = meanCourse(treated).slice(0, periodsBefore)
  const ridge = ((treated.length * periodsAfter) ** 0.25 * noise) ** 2
  const tiny = (TINY_RIDGE * noise) ** 2
  const periods = Array.from({ length: periodsBefore }, (_, t) =>
    Float64Array.from(controls, (unit) => unit[t]!),
  )
  const later = Float64Array.from(controls, (unit) => mean(unit.subarray(periodsBefore)))
  const shared = { smallestFall, largestGap: LARGEST_GAP * noise ** 2, ...limit }
  const unitWeights = simplexWeights({ columns: before, target, ridge, withIntercept: true, ...shared })
  const periodWeights = simplexWeights({
    columns: periods,
    target: later,
    ridge: tiny,
    withIntercept: true,
    ...shared,
  })
  const syntheticControlWeights = simplexWeights({
    columns: before,
    target,
    ridge: tiny,
    withIntercept: false,
    ...shared,
  })
  if (!unitWeights || !periodWeights || !syntheticControlWeights) return 'not-converged'
  return { unitWeights, periodWeights, syntheticControlWeights }
}

/**
 * Synthetic difference in differences: the effect of a change on one or few units, against a weighted mix of units that were not changed.
 *
 * Units and periods are weighted so that the mix runs parallel to the changed units before the change. 'too-few' below three controls or three periods before, 'constant' when controls never
 * move, 'not-converged' when no weights settle. Equal to R `synthdid`. Source: Arkhangelsky, Athey, Hirshberg, Imbens & Wager (2021), Am. Econ. Review 111:4088; Abadie, Diamond & Hainmueller (2010).
 */
export function syntheticDifference(
  panel: SyntheticPanel,
  limit: IterationLimit = {},
): SyntheticDifference | WhyNot {
  const { controls, treated, periodsBefore } = panel
  const periods = controls[0]?.length ?? 0
  if (controls.length < 3 || treated.length === 0 || periodsBefore < 3 || periods <= periodsBefore)
    return 'too-few'
  if ([...controls, ...treated].some((unit) => unit.length !== periods))
    throw new RangeError('every unit needs every period')
  if (![...controls, ...treated].every((unit) => unit.every(Number.isFinite))) return 'not-finite'
  const noise = noiseOf(panel)
  if (noise === 0) return 'constant'
  if (!Number.isFinite(noise ** 4)) return 'not-finite'
  const weights = weightsOf(panel, limit)
  if (weights === 'not-converged') return weights
  const evenUnits = new Float64Array(controls.length).fill(1 / controls.length)
  const evenPeriods = new Float64Array(periodsBefore).fill(1 / periodsBefore)
  return {
    effect: doubleDifference(panel, weights.unitWeights, weights.periodWeights),
    syntheticControl: doubleDifference(
      panel,
      weights.syntheticControlWeights,
      new Float64Array(periodsBefore),
    ),
    plainDifference: doubleDifference(panel, evenUnits, evenPeriods),
    ...weights,
  }
}

/**
 * Placebo p value: each control in turn is treated as if it had been changed; share of effects at least as large as the real one.
 *
 * p = (1 + larger placebos) / (1 + placebos). Needs about 20 controls to reach 0.05.
 */
export function placeboP(panel: SyntheticPanel, effect: number, progress: Progress = {}): number {
  const told = tellingParts(panel.controls.length, progress)
  const placebos = panel.controls.flatMap((unit, i) => {
    const others = panel.controls.filter((_, j) => j !== i)
    const result = syntheticDifference({ ...panel, controls: others, treated: [unit] })
    told(i + 1)
    return typeof result === 'string' ? [] : [result.effect]
  })
  const larger = placebos.filter((placebo) => Math.abs(placebo) >= Math.abs(effect)).length
  return (1 + larger) / (1 + placebos.length)
}
