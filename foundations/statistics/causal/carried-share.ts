import { criticalT, studentTwoSidedP } from '../distributions/student-t.ts'
import { type Difference, type Estimate, type IntervalOptions, noEstimate, type WhyNot } from '../estimate.ts'
import { withinValues } from '../panel/fixed-effects.ts'
import { isSound } from '../sound-result.ts'

/** People whom an incident struck or spared at one place, and how they judged that place and a later one. Arrays of one length. */
export interface IncidentData {
  /** 1 where the incident struck, else 0. */
  readonly struck: ArrayLike<number>
  /** Marks where it struck. */
  readonly here: ArrayLike<number>
  /** Marks at the later place. */
  readonly there: ArrayLike<number>
  /** Person of each row, counted from 0: rows of one person depend on one another. */
  readonly people: ArrayLike<number>
  /** What is held constant, such as unit and month: a number of its group for each row, from 0. */
  readonly held?: readonly Int32Array[]
}

/** What an incident costs where it struck and where it did not, and the share of the first that is felt again. */
export interface CarriedShare {
  readonly here: Difference
  readonly there: Difference
  /** `there` over `here`. */
  readonly share: Estimate
  /** Rows in which the incident struck. */
  readonly struck: number
}

/** Fewest rows struck, and spared. */
const FEWEST = 10

/**
 * How much of what an incident costs at one place is felt again at a later one: the Wald estimator, the incident being the instrument.
 *
 * Marks of one person go together whatever happens, for some people are lenient; an incident that nobody's leniency brings about does not. The later marks
 * must be touched by it only through what was lived where it struck. Both costs are least squares with groups held constant, errors clustered by person and widened for every group that is held;
 * the limits of the share are Fieller's (1954, JRSS B 16:175), null with 'too-noisy' where the cost here is not told from 0. 'too-few' below 10 rows struck,
 * spared or left over by the groups, 'constant' where nothing varies within the groups. Source: Wald (1940), Ann. Math. Stat. 11:284; Angrist & Imbens (1994), Econometrica 62:467.
 */
export function carriedShare(
  data: IncidentData,
  { level = 0.95 }: IntervalOptions = {},
): CarriedShare | WhyNot {
  const n = data.struck.length
  if (!isSound([Array.from(data.here), Array.from(data.there)])) return 'not-finite'
  const struck = Array.from(data.struck).filter((one) => one > 0).length
  if (Math.min(struck, n - struck) < FEWEST) return 'too-few'
  const held = (data.held ?? [new Int32Array(n)]).map((index) => ({ index, count: groupsIn(index) }))
  const freedom = n - held.reduce((sum, { count }) => sum + count - 1, 0) - 2
  if (freedom < FEWEST) return 'too-few'
  const within = withinAll([data.struck, data.here, data.there], held)
  if (typeof within === 'string') return within
  const effects = effectsOf(within, { people: data.people, freedom })
  if (typeof effects === 'string') return effects
  const critical = criticalT(level, effects.people - 1)
  const told = (value: number, variance: number): Difference => {
    const error = Math.sqrt(variance)
    const half = critical * error
    const p = error > 0 ? studentTwoSidedP(value / error, effects.people - 1) : null
    return { value, n, low: value - half, high: value + half, level, method: 'within-groups', p }
  }
  const { here, there, hereVariance, thereVariance } = effects
  const result = {
    here: told(here, hereVariance),
    there: told(there, thereVariance),
    share: shareOf(effects, { critical, n, level }),
    struck,
  }
  return isSound(result) ? result : 'not-finite'
}

function groupsIn(index: Int32Array): number {
  return 1 + index.reduce((most, one) => Math.max(most, one), 0)
}

/** Columns without the means of the groups that are held constant. */
function withinAll(
  columns: readonly ArrayLike<number>[],
  groups: readonly { readonly index: Int32Array; readonly count: number }[],
): readonly [Float64Array, Float64Array, Float64Array] | WhyNot {
  const found: Float64Array[] = []
  for (const column of columns) {
    const within = withinValues(column, groups)
    if (typeof within === 'string') return within
    found.push(within)
  }
  return found as unknown as readonly [Float64Array, Float64Array, Float64Array]
}

interface Effects {
  readonly here: number
  readonly there: number
  readonly hereVariance: number
  readonly thereVariance: number
  readonly covariance: number
  readonly people: number
}

/** Slopes of both marks on the incident with their covariance, clustered by person. */
function effectsOf(
  [struck, here, there]: readonly [Float64Array, Float64Array, Float64Array],
  { people, freedom }: { readonly people: ArrayLike<number>; readonly freedom: number },
): Effects | WhyNot {
  const product = (one: Float64Array, other: Float64Array) =>
    one.reduce((sum, value, row) => sum + value * other[row]!, 0)
  const squares = product(struck, struck)
  if (!(squares > 1e-9 * struck.length)) return 'constant'
  const [hereSlope, thereSlope] = [product(struck, here) / squares, product(struck, there) / squares]
  const scores = new Map<number, [number, number]>()
  for (let row = 0; row < struck.length; row++) {
    const z = struck[row]!
    const score = scores.get(people[row]!) ?? [0, 0]
    score[0] += z * (here[row]! - hereSlope * z)
    score[1] += z * (there[row]! - thereSlope * z)
    scores.set(people[row]!, score)
  }
  const clusters = scores.size
  if (clusters < 2 * FEWEST) return 'too-few'
  let [first, second, both] = [0, 0, 0]
  for (const [a, b] of scores.values()) {
    first += a * a
    second += b * b
    both += a * b
  }
  const factor = ((clusters / (clusters - 1)) * (struck.length - 1)) / freedom / squares ** 2
  return {
    ...{ here: hereSlope, there: thereSlope, people: clusters },
    ...{ hereVariance: factor * first, thereVariance: factor * second, covariance: factor * both },
  }
}

interface Asked {
  readonly critical: number
  readonly n: number
  readonly level: number
}

/** The ratio of both slopes with Fieller's limits. */
function shareOf(effects: Effects, { critical, n, level }: Asked): Estimate {
  const { here, there, hereVariance, thereVariance, covariance } = effects
  const square = critical ** 2
  const a = here ** 2 - square * hereVariance
  if (!(a > 0)) return noEstimate('carried-share', 'too-noisy', { n, level })
  const b = here * there - square * covariance
  const c = there ** 2 - square * thereVariance
  const root = Math.sqrt(Math.max(0, b * b - a * c))
  return {
    ...{ value: there / here, low: (b - root) / a, high: (b + root) / a },
    ...{ n, level, method: 'carried-share' },
  }
}
