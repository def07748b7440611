import type { Estimate, WhyNot } from '../../../foundations/statistics/estimate.ts'
import {
  type DriversOfPairs,
  driversOfPairs,
} from '../../../foundations/statistics/importance/drivers-of-pairs.ts'
import {
  momentsOf,
  type PairSums,
  pairAt,
  pairCorrelation,
  pairCount,
  pairSums,
  SUMS,
  summedPairs,
} from '../../../foundations/statistics/importance/pair-sums.ts'
import type { CountedFigure } from '../measures/counted-figure.ts'
import { heldBefore } from './held-before.ts'
import {
  type AnswersTogether,
  bucketsOf,
  completeRows,
  type ResponseTable,
  rowsOf,
  tableOf,
} from './response-table.ts'

/** Answers that came together: the score asked for and those beside it. */
export interface DriverResponses extends AnswersTogether {
  /** True where so few employees answered that nothing is told of them. */
  readonly hidden: boolean
  readonly groupNames: readonly string[]
  /** What is held constant, where something is: a value for each entry of `asked`, of whose messages no two are alike. */
  readonly before?: Float64Array | undefined
  /** Share of the people who were read. */
  readonly drawn: number
  readonly statement: ReadStatement
  /** Fewest people behind a driver, at least. */
  readonly leastPeople: number
  readonly draws: number
  readonly seed: number
}

/** How the score asked for was read. */
export interface ReadStatement {
  readonly sql: string
  readonly parameters: Readonly<Record<string, unknown>>
}

export interface DriverName {
  readonly kind: string
  readonly touchpoint: string
}

export interface GroupDrivers {
  readonly name: string
  readonly n: number
  readonly why: WhyNot | null
  readonly drivers: readonly (DriverName & { readonly share: Estimate; readonly performance: Estimate })[]
}

export interface DriversFound {
  readonly n: number
  readonly complete: number
  readonly cases: 'available' | 'complete'
  /** Whether something was held constant. */
  readonly isHeld: boolean
  readonly names: readonly DriverName[]
  readonly found: DriversOfPairs | WhyNot | 'nothing-beside'
  readonly drawn: number
  readonly statement: ReadStatement
  readonly leftOut: readonly (DriverName & { readonly n: number })[]
  readonly correlations: readonly (readonly number[])[]
  readonly groups: readonly GroupDrivers[]
}

/** Kind under which what happened with people stands among the drivers. */
export const livedKind = 'lived'
/** Above so many drivers, Johnson's weights: orders of entering double with each driver. */
const mostForLmg = 11
/** Groups told apart, those with most responses, and the resamples each of them gets. */
const mostGroups = 60
const groupDraws = 400

/**
 * Drivers of a score among the answers that came with it.
 *
 * A response is a row, a person is what is drawn again. Of each pair of columns those responses count that answered both; where these
 * contradict one another, only responses that answered everything. Columns that too few answered, or all alike, are left out and told.
 */
export function driversOfResponses(
  responses: DriverResponses,
  onProgress: (share: number) => void = () => {},
): DriversFound {
  const { before } = responses
  const told = tableOf(responses)
  const table = before === undefined ? told : heldBefore(told, before)
  const isHeld = table !== told
  const names = responses.beside.map(({ kind, touchpoint }) => ({ kind, touchpoint }))
  const read = pairsOf(table, (share) => onProgress(share / 4))
  const kept = keptColumns(read, names, responses)
  const left = names.filter((_, at) => !kept.includes(at))
  const { drawn, statement, hidden } = responses
  const base = {
    ...{ drawn, statement, isHeld },
    n: table.people.length,
    names: kept.map((at) => names[at]!),
    leftOut: left.map((name) => ({ ...name, n: answered(table.columns[names.indexOf(name)]!) })),
  }
  const why = hidden ? 'group-too-small' : 'nothing-beside'
  if (kept.length === 0)
    return { ...base, complete: 0, cases: 'available', found: why, correlations: [], groups: [] }
  const used = narrowed(table, [...kept, ...outcomesOf(names, responses)])
  const half = responses.groupNames.length > 0 ? 0.25 : 0.75
  const pairs = narrowedPairs(read, [...kept, ...outcomesOf(names, responses)])
  const whole = foundIn(used, { ...responses, names: base.names, pairs }, (share) =>
    onProgress(0.25 + half * share),
  )
  const groups = groupsOf(used, { ...responses, names: base.names }, (share) => onProgress(0.5 + share / 2))
  return { ...base, complete: completeRows(used).length, groups, ...whole }
}

function outcomesOf(names: readonly DriverName[], { figure }: DriverResponses): number[] {
  return figure === null ? [names.length] : [names.length, names.length + 1]
}

/** Sums of some of the columns. */
function narrowedPairs({ values, buckets, origins, columns }: PairSums, at: readonly number[]): PairSums {
  const width = ((columns * (columns + 1)) / 2) * SUMS
  const places = at.flatMap((high, j) => at.slice(0, j + 1).map((low) => pairAt(low, high) * SUMS))
  const narrow = new Float64Array(buckets * places.length * SUMS)
  let to = 0
  for (let bucket = 0; bucket < buckets; bucket++)
    for (const place of places) {
      const from = bucket * width + place
      narrow.set(values.subarray(from, from + SUMS), to)
      to += SUMS
    }
  return { values: narrow, buckets, columns: at.length, origins: at.map((column) => origins[column]!) }
}

function answered(column: Float64Array): number {
  let n = 0
  for (let row = 0; row < column.length; row++) if (!Number.isNaN(column[row])) n += 1
  return n
}

function narrowed(table: ResponseTable, at: readonly number[]): ResponseTable {
  return { ...table, columns: at.map((column) => table.columns[column]!) }
}

/** Places of the drivers that enough people answered beside every other one; those least answered go first. */
function keptColumns(
  pairs: PairSums,
  names: readonly DriverName[],
  { leastPeople }: DriverResponses,
): number[] {
  const kept = names.map((_, at) => at)
  const sums = summedPairs(pairs)
  const varies = (at: number) => momentsOf(sums, at).variance > 1e-12
  const shares = (at: number) =>
    Math.min(
      pairCount(sums, at, names.length),
      ...kept.filter((other) => other !== at).map((other) => pairCount(sums, at, other)),
    )
  for (const at of names.keys()) if (!varies(at)) kept.splice(kept.indexOf(at), 1)
  while (kept.length > 0) {
    const counts = kept.map(shares)
    const fewest = Math.min(...counts)
    if (fewest >= Math.max(leastPeople, 10 * kept.length)) break
    kept.splice(counts.lastIndexOf(fewest), 1)
  }
  return kept
}

interface FindingIn {
  /** Sums that were made before. */
  readonly pairs?: PairSums
  readonly names: readonly DriverName[]
  readonly figure: CountedFigure
  readonly leastPeople: number
  readonly draws: number
  readonly seed: number
}

function foundIn(
  table: ResponseTable,
  asked: FindingIn,
  onProgress: (share: number) => void,
): Pick<DriversFound, 'found' | 'cases' | 'correlations'> {
  const available = asked.pairs ?? pairsOf(table)
  const found = findIn(available, table, { ...asked, onProgress })
  if (found !== 'collinear') return { found, cases: 'available', correlations: correlationsOf(available) }
  const rows = completeRows(table)
  if (rows.length === table.people.length)
    return { found, cases: 'complete', correlations: correlationsOf(available) }
  const complete = rowsOf(table, rows)
  const pairs = pairsOf(complete)
  return {
    found: findIn(pairs, complete, { ...asked, onProgress }),
    cases: 'complete',
    correlations: correlationsOf(pairs),
  }
}

function pairsOf(
  { columns, people, weights }: ResponseTable,
  onProgress?: (share: number) => void,
): PairSums {
  return pairSums({ columns, weights, ...bucketsOf(people) }, onProgress)
}

function findIn(
  pairs: PairSums,
  { weights }: ResponseTable,
  {
    names,
    figure,
    draws,
    seed,
    leastPeople,
    onProgress,
  }: FindingIn & { onProgress?: (share: number) => void },
): DriversOfPairs | WhyNot {
  return driversOfPairs(pairs, {
    names: names.map(({ kind, touchpoint }) => `${kind}/${touchpoint}`),
    hasSecond: figure !== null,
    method: names.length <= mostForLmg ? 'lmg' : 'johnson',
    smallestN: Math.max(leastPeople, 10 * names.length),
    effective: effectiveShare(weights),
    ...{ draws, seed },
    ...(onProgress ? { onProgress } : {}),
  })
}

/** Kish's effective number of responses, as a share of their weight. */
function effectiveShare(weights: Float64Array): number {
  let [sum, squares] = [0, 0]
  for (let row = 0; row < weights.length; row++) {
    sum += weights[row]!
    squares += weights[row]! ** 2
  }
  return squares === 0 ? 1 : sum / squares
}

function correlationsOf(pairs: PairSums): number[][] {
  const sums = summedPairs(pairs)
  const all = Array.from({ length: pairs.columns }, (_, at) => at)
  return all.map((i) => all.map((j) => pairCorrelation(sums, i, j)))
}

/** The same in each group, the ones with most responses first. */
function groupsOf(
  table: ResponseTable,
  responses: DriverResponses & { readonly names: readonly DriverName[] },
  onProgress: (share: number) => void,
): GroupDrivers[] {
  const { names } = responses
  const rows = responses.groupNames.map((): number[] => [])
  for (let row = 0; row < table.groups.length; row++) rows[table.groups[row]! - 1]?.push(row)
  const groups = responses.groupNames.map((name, at) => ({ name, rows: rows[at]! }))
  const most = groups.sort((a, b) => b.rows.length - a.rows.length).slice(0, mostGroups)
  return most.map(({ name, rows: some }, at) => {
    const { found } = foundIn(rowsOf(table, some), { ...responses, names, draws: groupDraws }, () => {})
    onProgress((at + 1) / most.length)
    if (typeof found === 'string') return { name, n: some.length, why: found as WhyNot, drivers: [] }
    const drivers = found.drivers.map(({ share, mean }, driver) => ({
      ...names[driver]!,
      share,
      performance: mean,
    }))
    return { name, n: some.length, why: null, drivers }
  })
}
