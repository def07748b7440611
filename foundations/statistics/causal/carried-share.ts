import { criticalT, studentTwoSidedP } from '../distributions/student-t.ts'
import { type Difference, type Estimate, type IntervalOptions, noEstimate, type WhyNot } from '../estimate.ts'
import { type GroupIndex, groupIndex, withinValues } from '../panel/fixed-effects.ts'
import { isSound } from '../sound-result.ts'

/** Rows in which something struck or did not, each of one person. Arrays of one length. */
export interface StruckRows {
  /** 1 where it struck, else 0. */
  readonly struck: ArrayLike<number>
  /** Person of each row, counted from 0: rows of one person depend on one another. */
  readonly people: ArrayLike<number>
  /** What is held constant, such as unit and month. */
  readonly held?: readonly GroupIndex[]
}

/** The same with marks at the place where an incident struck, and at a later one. */
export interface IncidentData extends StruckRows {
  readonly here: ArrayLike<number>
  readonly there: ArrayLike<number>
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
 * What marks gain or lose where something struck: least squares with groups held constant, errors clustered by person and widened for every group that is
 * held, t with people − 1 degrees of freedom. 'too-few' below 10 rows struck, spared or left over by the groups, 'constant' where nothing varies within the groups.
 */
export function differenceWithin(
  rows: StruckRows & { readonly marks: ArrayLike<number> },
  { level = 0.95 }: IntervalOptions = {},
): Difference | WhyNot {
  const slopes = slopesWithin(rows, [rows.marks])
  if (typeof slopes === 'string') return slopes
  const told = toldSlope(slopes, 0, level)
  return isSound(told) ? told : 'not-finite'
}

/**
 * How much of what an incident costs at one place is felt again at a later one: the Wald estimator, the incident being the instrument.
 *
 * Marks of one person go together whatever happens, for some people are lenient; an incident that nobody's leniency brings about does not. The later marks
 * must be touched by it only through what was lived where it struck. Both costs are those of `differenceWithin`, with its reasons for telling nothing; the limits of
 * the share are Fieller's (1954, JRSS B 16:175), null with 'too-noisy' where the cost here is not told from 0. Source: Wald (1940), Ann. Math. Stat. 11:284;
 * Angrist & Imbens (1994), Econometrica 62:467.
 */
export function carriedShare(
  data: IncidentData,
  { level = 0.95 }: IntervalOptions = {},
): CarriedShare | WhyNot {
  const slopes = slopesWithin(data, [data.here, data.there])
  if (typeof slopes === 'string') return slopes
  const result = {
    here: toldSlope(slopes, 0, level),
    there: toldSlope(slopes, 1, level),
    share: shareOf(slopes, level),
    struck: slopes.struck,
  }
  return isSound(result) ? result : 'not-finite'
}

/** Slopes of several marks on what struck, with their covariance. */
interface Slopes {
  readonly values: readonly number[]
  readonly covariance: readonly (readonly number[])[]
  readonly n: number
  readonly people: number
  readonly struck: number
}

function slopesWithin(
  { struck, people, held: asked }: StruckRows,
  marks: readonly ArrayLike<number>[],
): Slopes | WhyNot {
  const n = struck.length
  if (!isSound(marks.map((column) => Array.from(column)))) return 'not-finite'
  const strikes = Array.from(struck).filter((one) => one > 0).length
  if (Math.min(strikes, n - strikes) < FEWEST) return 'too-few'
  const held = asked ?? [groupIndex(new Int32Array(n))]
  const freedom = n - held.reduce((sum, { count }) => sum + count - 1, 0) - 2
  if (freedom < FEWEST) return 'too-few'
  const within: Float64Array[] = []
  for (const column of [struck, ...marks]) {
    const one = withinValues(column, held)
    if (typeof one === 'string') return one
    within.push(one)
  }
  const [incident, ...columns] = within as [Float64Array, ...Float64Array[]]
  const squares = productOf(incident, incident)
  if (!(squares > 1e-9 * n)) return 'constant'
  const values = columns.map((column) => productOf(incident, column) / squares)
  const scores = scoresByPerson(people, { incident, columns, values })
  if (scores.length < 2 * FEWEST) return 'too-few'
  const factor = ((scores.length / (scores.length - 1)) * (n - 1)) / freedom / squares ** 2
  const covariance = values.map((_, i) =>
    values.map((__, j) => factor * scores.reduce((sum, score) => sum + score[i]! * score[j]!, 0)),
  )
  return { values, covariance, n, people: scores.length, struck: strikes }
}

function productOf(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, row) => sum + value * other[row]!, 0)
}

interface Fitted {
  readonly incident: Float64Array
  readonly columns: readonly Float64Array[]
  readonly values: readonly number[]
}

/** What each person adds to every slope. */
function scoresByPerson(people: ArrayLike<number>, { incident, columns, values }: Fitted): number[][] {
  const scores = new Map<number, number[]>()
  for (let row = 0; row < incident.length; row++) {
    const score = scores.get(people[row]!) ?? values.map(() => 0)
    for (const [at, value] of values.entries())
      score[at]! += incident[row]! * (columns[at]![row]! - value * incident[row]!)
    scores.set(people[row]!, score)
  }
  return [...scores.values()]
}

function toldSlope({ values, covariance, n, people }: Slopes, at: number, level: number): Difference {
  const value = values[at]!
  const error = Math.sqrt(covariance[at]![at]!)
  const half = criticalT(level, people - 1) * error
  const p = error > 0 ? studentTwoSidedP(value / error, people - 1) : null
  return { value, n, low: value - half, high: value + half, level, method: 'within-groups', p }
}

/** The ratio of both slopes with Fieller's limits. */
function shareOf({ values, covariance, n, people }: Slopes, level: number): Estimate {
  const [here, there] = [values[0]!, values[1]!]
  const square = criticalT(level, people - 1) ** 2
  const a = here ** 2 - square * covariance[0]![0]!
  if (!(a > 0)) return noEstimate('carried-share', 'too-noisy', { n, level })
  const b = here * there - square * covariance[0]![1]!
  const c = there ** 2 - square * covariance[1]![1]!
  const root = Math.sqrt(Math.max(0, b * b - a * c))
  return {
    ...{ value: there / here, low: (b - root) / a, high: (b + root) / a },
    ...{ n, level, method: 'carried-share' },
  }
}
