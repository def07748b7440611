import { chiSquaredQuantile, chiSquaredUpper } from '../distributions/chi-squared.ts'
import type { IntervalOptions, WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { type Progress, tellingParts } from '../progress.ts'
import type { Predictor } from '../regression/design-matrix.ts'
import { type PositiveDefinite, positiveDefinite } from '../regression/positive-definite.ts'
import { isSound } from '../sound-result.ts'
import type { CoxOptions } from './cox-regression.ts'
import { centredDesign, hazardProblem, type Partial, partialAt } from './partial-likelihood.ts'
import type { HazardRows, Ties } from './risk-sets.ts'

/** One coefficient of a penalised hazard model. */
export interface PenalisedHazard {
  readonly name: string
  /** Logarithm of the hazard ratio. */
  readonly coefficient: number
  /** From the information, without the penalty. */
  readonly standardError: number
  /** Profile-likelihood limits; null where the profile never falls far enough. */
  readonly low: number | null
  readonly high: number | null
  /** Penalised likelihood-ratio test of 0. */
  readonly p: number
}

/** A proportional-hazards model with Firth's penalty. */
export interface PenalisedCoxFit {
  readonly hazards: readonly PenalisedHazard[]
  /** Penalised log-likelihood without and with the covariates. */
  readonly penalisedLogLikelihoods: readonly [null_: number, fitted: number]
  readonly n: number
  readonly events: number
  readonly ties: Ties
  readonly level: number
  readonly iterations: number
}

/** How a penalised model is fitted, and at which level its limits lie. */
export type PenalisedCoxOptions = CoxOptions & IntervalOptions & Progress

const MAX_ITERATIONS = 100
/** Newton's decrement below which a point is the maximum. */
const SETTLED = 1e-14
const LARGEST_STEP = 2
const HALVINGS = 30
/** Step of the derivative of the penalty, in standard deviations of the covariate. */
const PENALTY_STEP = 2e-3
const MOST_TRIALS = 60

/** A point of the penalised likelihood. */
interface Position {
  readonly coefficients: readonly number[]
  readonly value: number
  readonly information: PositiveDefinite
  readonly partial: Partial
}

interface Search {
  readonly at: (coefficients: readonly number[]) => Position | null
  readonly steps: readonly number[]
  readonly mostIterations: number
}

function searchOf(
  rows: HazardRows,
  predictors: readonly Predictor[],
  { ties, mostIterations }: { ties: Ties; mostIterations: number },
): Search {
  const { centred } = centredDesign(predictors)
  const steps = predictors.map(({ values }) => PENALTY_STEP / (meanAndSd(values).sd || 1))
  const at = (coefficients: readonly number[]) => {
    const partial = partialAt(rows, centred, { coefficients, ties })
    const information = positiveDefinite(partial.information)
    if (!information) return null
    const value = partial.logLikelihood + information.logDeterminant / 2
    return Number.isFinite(value) ? { coefficients, value, information, partial } : null
  }
  return { at, steps, mostIterations }
}

const moved = (from: readonly number[], place: number, step: number) =>
  from.map((value, i) => (i === place ? value + step : value))

/** Slope of the penalised likelihood: that of the partial likelihood, and half that of ln |information| by differences of fourth order. */
function scoreAt({ at, steps }: Search, { coefficients, partial }: Position, free: readonly number[]) {
  const score = new Array<number>(coefficients.length).fill(0)
  for (const i of free) {
    const step = steps[i]!
    const half = (times: number) =>
      (at(moved(coefficients, i, times * step))?.information.logDeterminant ?? Number.NaN) / 2
    const slope = (8 * (half(1) - half(-1)) - (half(2) - half(-2))) / (12 * step)
    score[i] = partial.gradient[i]! + slope
  }
  return score
}

/** The step of the free coefficients: their block of the information, solved for the score. */
function stepOf({ partial }: Position, score: readonly number[], free: readonly number[]): number[] | null {
  const solved = positiveDefinite(partial.information.selection([...free], [...free]))?.solve(
    free.map((i) => score[i]!),
  )
  if (!solved) return null
  const largest = Math.max(...solved.map(Math.abs))
  const scale = largest > LARGEST_STEP ? LARGEST_STEP / largest : 1
  const step = new Array<number>(score.length).fill(0)
  free.forEach((i, j) => {
    step[i] = scale * solved[j]!
  })
  return step
}

/** The highest point over the free coefficients, the others held where they are; null when it is not reached. */
function maximum(search: Search, start: Position, free: readonly number[]) {
  let here = start
  for (let iterations = 1; iterations <= search.mostIterations; iterations++) {
    const score = scoreAt(search, here, free)
    const step = free.length === 0 ? score : stepOf(here, score, free)
    if (!step || !isSound(step)) return null
    const decrement = free.reduce((sum, i) => sum + score[i]! * step[i]!, 0)
    if (decrement <= SETTLED * Math.max(1, Math.abs(here.value))) return { here, iterations }
    let next: Position | null = null
    for (let halving = 0, scale = 1; halving < HALVINGS && !next; halving++, scale /= 2) {
      const candidate = search.at(here.coefficients.map((value, i) => value + scale * step[i]!))
      if (candidate && candidate.value > here.value) next = candidate
    }
    if (!next) return { here, iterations }
    here = next
  }
  return null
}

/** Where the profile of one coefficient has fallen by half the chi-squared quantile, on one side of the maximum. */
function profileLimit(
  search: Search,
  { best, place, side, fall }: { best: Position; place: number; side: 1 | -1; fall: number },
): number | null {
  const free = best.coefficients.map((_, i) => i).filter((i) => i !== place)
  const error = Math.sqrt(best.information.inverse().get(place, place))
  const target = best.value - fall
  let [inside, outside, from] = [best.coefficients[place]!, null as number | null, best]
  let trial = inside + side * error * Math.sqrt(2 * fall)
  for (let i = 0; i < MOST_TRIALS; i++) {
    const start = search.at(moved(from.coefficients, place, trial - from.coefficients[place]!))
    const found = start && maximum(search, start, free)
    if (!found) return null
    from = found.here
    const above = from.value - target
    if (Math.abs(above) < 1e-9) return trial
    if (above > 0) inside = trial
    else outside = trial
    const slope = scoreAt(search, from, [place])[place]!
    const newton = slope * side < 0 ? trial - above / slope : Number.NaN
    const isBetween = (newton - inside) * side > 0 && (outside === null || (outside - newton) * side > 0)
    const beyond = outside === null ? trial + side * error * 2 ** Math.min(i, 6) : (inside + outside) / 2
    trial = isBetween && Math.abs(newton - trial) < 10 * error ? newton : beyond
  }
  return null
}

function hazardOf(
  search: Search,
  { name, place, best }: { name: string; place: number; best: Position },
  level: number,
): PenalisedHazard | null {
  const free = best.coefficients.map((_, i) => i).filter((i) => i !== place)
  const start = search.at(moved(best.coefficients, place, -best.coefficients[place]!))
  const without = start && maximum(search, start, free)
  if (!without) return null
  const fall = chiSquaredQuantile(level, 1) / 2
  const shared = { best, place, fall }
  return {
    name,
    coefficient: best.coefficients[place]!,
    standardError: Math.sqrt(best.information.inverse().get(place, place)),
    low: profileLimit(search, { ...shared, side: -1 }),
    high: profileLimit(search, { ...shared, side: 1 }),
    p: chiSquaredUpper(Math.max(0, 2 * (best.value - without.here.value)), 1),
  }
}

/**
 * Cox regression with Firth's penalty: finite hazard ratios when all who leave are of one kind, and less bias with few events.
 *
 * For: fewer than about ten events per covariate, where `coxRegression` says 'not-converged' or exaggerates. In words: the partial likelihood is multiplied by the root of the determinant of its
 * information; limits and p values come from the profile of that penalised likelihood, because it is not symmetric. Ties as in `coxRegression`. 'too-few' without events, 'collinear'
 * when a covariate combines others, 'not-converged' when a maximum is not reached. With `ties: 'breslow'` equal to R `coxphf`. Source: Firth (1993), Biometrika 80:27; Heinze & Schemper (2001), Biometrics 57:114.
 */
export function penalisedCox(
  rows: HazardRows,
  predictors: readonly Predictor[],
  { ties = 'efron', mostIterations = MAX_ITERATIONS, level = 0.95, onProgress }: PenalisedCoxOptions = {},
): PenalisedCoxFit | WhyNot {
  const problem = hazardProblem(rows, predictors)
  if (problem) return problem
  const search = searchOf(rows, predictors, { ties, mostIterations })
  const start = search.at(predictors.map(() => 0))
  if (!start) return 'collinear'
  const found = maximum(
    search,
    start,
    predictors.map((_, i) => i),
  )
  if (!found) return 'not-converged'
  const best = found.here
  const told = tellingParts(predictors.length + 1, { onProgress })
  told(1)
  const hazards = predictors.map(({ name }, place) => {
    const hazard = hazardOf(search, { name, place, best }, level)
    told(place + 2)
    return hazard
  })
  if (!hazards.every((hazard) => hazard !== null)) return 'not-converged'
  return {
    hazards,
    penalisedLogLikelihoods: [start.value, best.value],
    n: rows.stop.length,
    events: Array.from(rows.event).filter((event) => event === 1).length,
    ties,
    level,
    iterations: found.iterations,
  }
}
