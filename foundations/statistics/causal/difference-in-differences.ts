import type { Matrix } from 'ml-matrix'
import { fisherUpper } from '../distributions/fisher-f.ts'
import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { fixedEffects, type PanelCoefficient } from '../panel/fixed-effects.ts'
import { type Progress, tellingParts } from '../progress.ts'
import type { Predictor } from '../regression/design-matrix.ts'
import { positiveDefinite } from '../regression/positive-definite.ts'
import { clusterRobust } from '../regression/sandwich.ts'
import { randomSource } from '../resampling/random-source.ts'
import { finiteFor } from '../sound-result.ts'

/** Units over periods, some of which are changed from one period on. */
export interface ChangePanel {
  readonly y: ArrayLike<number>
  readonly units: ArrayLike<string | number>
  readonly periods: ArrayLike<number>
  /** 1 for units that are changed at some time, 0 for the others. */
  readonly treated: ArrayLike<number>
  readonly firstTreatedPeriod: number
}

/** Effect of a change with the check of what went before. */
export interface DifferenceInDifferences {
  /** Mean change of the changed units minus that of the others. */
  readonly simple: number
  /** The same by two-way fixed effects, cluster-robust by unit. */
  readonly effect: PanelCoefficient
  /** Difference in each period, relative to the period before the change. */
  readonly eventStudy: ReadonlyMap<number, number>
  /** Joint test that there was no difference before; a small p says the groups were already moving apart. */
  readonly preTrend: { readonly f: number; readonly p: number } | null
  readonly units: number
  /** Fewer than 8 units: show no p value; fewer than 20: use `permutationP`. */
  readonly isPReliable: boolean
}

const RELIABLE_FROM_UNITS = 20

function simpleDifference({ y, periods, treated, firstTreatedPeriod }: ChangePanel): number {
  const mean = (isTreated: boolean, isAfter: boolean) =>
    meanAndSd(
      Array.from(y).filter(
        (_, i) => (treated[i] === 1) === isTreated && periods[i]! >= firstTreatedPeriod === isAfter,
      ),
    ).mean
  return mean(true, true) - mean(true, false) - (mean(false, true) - mean(false, false))
}

function eventIndicators({ periods, treated }: ChangePanel, reference: number): Predictor[] {
  const all = [...new Set(Array.from(periods))].sort((a, b) => a - b)
  return all
    .filter((period) => period !== reference)
    .map((period) => ({
      name: String(period),
      values: Float64Array.from(Array.from(periods), (at, i) => (at === period && treated[i] === 1 ? 1 : 0)),
    }))
}

/** Wald F of several coefficients from a cluster-robust covariance, denominator units − 1. */
function jointTest(
  values: readonly number[],
  covariance: Matrix,
  units: number,
): { f: number; p: number } | null {
  if (values.length === 0) return null
  const solved = positiveDefinite(covariance)?.solve(values)
  if (!solved) return null
  const f = values.reduce((sum, value, i) => sum + value * solved[i]!, 0) / values.length
  return { f, p: fisherUpper(f, { numerator: values.length, denominator: units - 1 }) }
}

function eventStudyOf(panel: ChangePanel, reference: number) {
  const indicators = eventIndicators(panel, reference)
  const study = fixedEffects({
    y: panel.y,
    predictors: indicators,
    units: panel.units,
    periods: panel.periods,
  })
  if (typeof study === 'string') return study
  const before = indicators
    .map(({ name }, i) => ({ period: Number(name), i }))
    .filter(({ period }) => period < panel.firstTreatedPeriod)
  const positions = before.map(({ i }) => i)
  const used = study.n - study.degreesOfFreedom
  const factor = (study.units / (study.units - 1)) * ((study.n - 1) / (study.n - used))
  const covariance = clusterRobust(study.fit, panel.units, 'CR0').covariance.mul(factor)
  return {
    differences: new Map(study.coefficients.map(({ name, value }) => [Number(name), value])),
    preTrend: jointTest(
      positions.map((i) => study.coefficients[i]!.value),
      covariance.selection(positions, positions),
      study.units,
    ),
  }
}

/**
 * Difference in differences: did the changed units move more than the others?
 *
 * Two-way fixed effects with one start for all changed units (starts at different times: `staggeredDifferences`); errors robust within units, t with units − 1; event study relative to
 * `referencePeriod`, by default the last before the change; joint F test of the periods before. Assumes that without the change both groups would have moved alike. 'too-few' without all
 * four combinations of changed and after. Source: Angrist & Pischke (2009), Mostly Harmless Econometrics, chapter 5.
 */
export function differenceInDifferences(
  panel: ChangePanel,
  referencePeriod?: number,
): DifferenceInDifferences | WhyNot {
  const { y, periods, treated, firstTreatedPeriod } = panel
  const combinations = new Set(
    Array.from(y, (_, i) => `${treated[i] === 1} ${periods[i]! >= firstTreatedPeriod}`),
  )
  if (combinations.size < 4) return 'too-few'
  const after = Float64Array.from(y, (_, i) =>
    treated[i] === 1 && periods[i]! >= firstTreatedPeriod ? 1 : 0,
  )
  const fit = fixedEffects({
    y,
    predictors: [{ name: 'change', values: after }],
    units: panel.units,
    periods,
  })
  if (typeof fit === 'string') return fit
  const earlier = Array.from(periods).filter((period) => period < firstTreatedPeriod)
  const study = eventStudyOf(panel, referencePeriod ?? Math.max(...earlier))
  if (typeof study === 'string') return study
  return {
    simple: simpleDifference(panel),
    effect: fit.coefficients[0]!,
    eventStudy: study.differences,
    preTrend: study.preTrend,
    units: fit.units,
    isPReliable: fit.units >= RELIABLE_FROM_UNITS,
  }
}

/** Difference in differences of four means with the standard error of independent samples. */
export function differenceOfMeans(
  [treatedBefore, treatedAfter, controlBefore, controlAfter]: readonly [number, number, number, number],
  standardErrors: readonly [number, number, number, number],
): { value: number; standardError: number } {
  const difference = {
    value: treatedAfter - treatedBefore - (controlAfter - controlBefore),
    standardError: Math.hypot(...standardErrors),
  }
  return finiteFor({ treatedBefore, treatedAfter, controlBefore, controlAfter, standardErrors }, difference)
}

/** Change of each unit: mean after minus mean before. */
function changesByUnit({ y, units, periods, treated, firstTreatedPeriod }: ChangePanel) {
  const rows = Array.from(y, (value, i) => ({
    unit: units[i]!,
    value,
    isAfter: periods[i]! >= firstTreatedPeriod,
    treated: treated[i]!,
  }))
  return [...Map.groupBy(rows, ({ unit }) => unit).values()].map((list) => {
    const mean = (isAfter: boolean) =>
      meanAndSd(list.filter((row) => row.isAfter === isAfter).map(({ value }) => value)).mean
    return { change: mean(true) - mean(false), treated: list[0]!.treated === 1 }
  })
}

/**
 * Randomisation p value for few units: the labels "changed" are dealt out again, keeping their number.
 *
 * p = (1 + deals with a difference at least as large) / (1 + deals). Every unit needs observations before and after.
 */
export function permutationP(
  panel: ChangePanel,
  { draws, seed, onProgress }: { draws: number; seed: number } & Progress,
): number {
  const units = changesByUnit(panel)
  const count = units.filter((unit) => unit.treated).length
  const changes = units.map(({ change }) => change)
  const total = changes.reduce((sum, change) => sum + change, 0)
  const differenceOf = (sum: number) => sum / count - (total - sum) / (units.length - count)
  const observed = Math.abs(
    differenceOf(units.filter((unit) => unit.treated).reduce((sum, { change }) => sum + change, 0)),
  )
  const random = randomSource(seed)
  const told = tellingParts(draws, { onProgress })
  let extreme = 0
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < count; i++) {
      const other = i + random.index(changes.length - i)
      ;[changes[i], changes[other]] = [changes[other]!, changes[i]!]
    }
    const sum = changes.slice(0, count).reduce((acc, change) => acc + change, 0)
    if (Math.abs(differenceOf(sum)) >= observed - 1e-12) extreme += 1
    told(draw + 1)
  }
  return (1 + extreme) / (1 + draws)
}
