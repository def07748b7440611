import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { finiteFor } from '../sound-result.ts'

/** A variable whose distribution in the population is known. */
export interface Margin {
  /** Level of every respondent, or of every cell of respondents who share all levels. */
  readonly levels: ArrayLike<string | number>
  /** People in the population at each level. */
  readonly totals: ReadonlyMap<string | number, number>
}

/** How raking starts and what it allows. */
export interface RakeOptions extends IterationLimit {
  /** Respondents of every row, when a store has counted those who share all levels; absent: one each. */
  readonly counts?: ArrayLike<number>
  /** Weights to start from; all equal when absent. */
  readonly baseWeights?: ArrayLike<number>
  /** Largest weight allowed, as a multiple of the median weight; Infinity allows all. Default 5. */
  readonly capAtMedians?: number
}

/** Weights that reproduce the margins. */
export interface RakedWeights {
  /** Weight of one respondent of every row. */
  readonly weights: Float64Array
  readonly rounds: number
  /** Some weights had to be capped, so the margins are met only approximately where that was impossible. */
  readonly capped: boolean
  /** Kish's design effect: n × sum of squares / (sum)². Above 2 the figures lose half of their answers. */
  readonly designEffect: number
  readonly nEffective: number
}

const MAX_ROUNDS = 10_000
const SETTLED = 1e-13
const CAP_PASSES = 20

/** A margin whose levels are numbered from 0. */
interface CodedMargin {
  readonly codes: Int32Array
  readonly totals: Float64Array
}

/** Rows that are weighted together, and how many respondents each stands for. */
interface Rows {
  readonly margins: readonly CodedMargin[]
  readonly counts: ArrayLike<number>
  readonly weights: Float64Array
}

/** Multiplies the weights of each level so that it reaches its total; returns the largest relative change. */
function scaleToMargin({ codes, totals }: CodedMargin, { counts, weights }: Rows): number {
  const factors = new Float64Array(totals.length)
  for (let row = 0; row < codes.length; row++) factors[codes[row]!]! += counts[row]! * weights[row]!
  let largest = 0
  for (let level = 0; level < totals.length; level++) {
    factors[level] = totals[level]! / factors[level]!
    largest = Math.max(largest, Math.abs(factors[level]! - 1))
  }
  for (let row = 0; row < codes.length; row++) weights[row]! *= factors[codes[row]!]!
  return largest
}

/** Cycles through the margins until nothing changes; null when it does not settle. */
function rakeInPlace(rows: Rows, mostRounds: number): number | null {
  for (let round = 1; round <= mostRounds; round++) {
    let largest = 0
    for (const margin of rows.margins) largest = Math.max(largest, scaleToMargin(margin, rows))
    if (largest <= SETTLED) return round
  }
  return null
}

/** Numbers the levels of a margin, or says why it cannot be reached. */
function codedMargin({ levels, totals }: Margin): CodedMargin | WhyNot {
  const wanted = [...totals].filter(([, total]) => total > 0)
  const numberOf = new Map(wanted.map(([level], i) => [level, i]))
  const codes = new Int32Array(levels.length)
  const present = new Uint8Array(wanted.length)
  for (let row = 0; row < levels.length; row++) {
    const code = numberOf.get(levels[row]!)
    if (code === undefined) return 'weights-not-positive'
    codes[row] = code
    present[code] = 1
  }
  if (present.includes(0)) return 'group-too-small'
  return { codes, totals: Float64Array.from(wanted, ([, total]) => total) }
}

function codedMargins(margins: readonly Margin[], n: number): CodedMargin[] | WhyNot {
  if (n === 0 || margins.length === 0) return 'no-answers'
  if (margins.some(({ levels }) => levels.length !== n))
    throw new RangeError('a margin needs one level per respondent')
  const coded: CodedMargin[] = []
  for (const margin of margins) {
    const one = codedMargin(margin)
    if (typeof one === 'string') return one
    coded.push(one)
  }
  return coded
}

/** Median over respondents of the weights of rows. */
function medianWeight({ counts, weights }: Rows): number {
  const order = Array.from(weights.keys()).sort((a, b) => weights[a]! - weights[b]!)
  let respondents = 0
  for (let row = 0; row < weights.length; row++) respondents += counts[row]!
  const at = (place: number) => {
    let [position, reached] = [0, counts[order[0]!]!]
    while (reached <= place) reached += counts[order[++position]!]!
    return weights[order[position]!]!
  }
  return (at(Math.floor((respondents - 1) / 2)) + at(Math.ceil((respondents - 1) / 2))) / 2
}

function capInPlace(rows: Rows, cap: number): boolean {
  let capped = false
  for (let row = 0; row < rows.weights.length; row++) {
    if (rows.weights[row]! > cap * (1 + 1e-9)) capped = true
    rows.weights[row] = Math.min(rows.weights[row]!, cap)
  }
  return capped
}

/** Kish's design effect and effective number of answers of a list of weights, each that of so many respondents (Kish 1965). */
export function kishDesignEffect(
  weights: ArrayLike<number>,
  counts?: ArrayLike<number>,
): { designEffect: number; nEffective: number } {
  let [n, sum, squares] = [0, 0, 0]
  for (let row = 0; row < weights.length; row++) {
    const count = counts?.[row] ?? 1
    n += count
    sum += count * weights[row]!
    squares += count * weights[row]! ** 2
  }
  const effect = { designEffect: (n * squares) / sum ** 2, nEffective: sum ** 2 / squares }
  return finiteFor({ weights: Array.from(weights), n, sum }, effect)
}

/** Rows whose levels are all the same count as one, whose weight they share; `cellOf` says which. */
function cellsOf(margins: readonly CodedMargin[], counts: ArrayLike<number>) {
  const cells = new Map<number, number>()
  const [cellOf, first, sums] = [new Int32Array(counts.length), [] as number[], [] as number[]]
  for (let row = 0; row < counts.length; row++) {
    let key = 0
    for (const { codes, totals } of margins) key = key * totals.length + codes[row]!
    const cell = cells.get(key) ?? first.push(row) - 1
    cells.set(key, cell)
    cellOf[row] = cell
    sums[cell] = (sums[cell] ?? 0) + counts[row]!
  }
  return {
    cellOf,
    counts: Float64Array.from(sums),
    margins: margins.map(({ codes, totals }) => ({
      codes: Int32Array.from(first, (row) => codes[row]!),
      totals,
    })),
  }
}

/** Rakes, caps and rakes again until no weight is above the cap; null when the margins contradict each other. */
function rakedAndCapped(
  rows: Rows,
  { capAtMedians = 5, mostIterations = MAX_ROUNDS }: RakeOptions,
): Omit<RakedWeights, 'weights'> | null {
  const capNow = () =>
    capAtMedians < Number.POSITIVE_INFINITY && capInPlace(rows, capAtMedians * medianWeight(rows))
  let rounds = rakeInPlace(rows, mostIterations)
  let capped = false
  for (let pass = 0; pass < CAP_PASSES && rounds !== null; pass++) {
    if (!capNow()) break
    capped = true
    rounds = rakeInPlace(rows, mostIterations)
  }
  if (rounds === null) return null
  if (capped) capNow()
  return { rounds, capped, ...kishDesignEffect(rows.weights, rows.counts) }
}

/**
 * Raking: weights that bring several margins of the respondents to those of the population at once.
 *
 * For: do the answers stand for our customers? In words: multiply the weights level by level so that each margin is met, margin after
 * margin, until nothing changes. Assumes that within the cells of the margins, answering does not depend on the opinion.
 * 'group-too-small' when nobody answered at a level that exists (merge levels first), 'weights-not-positive' when a respondent's level has no
 * total, 'not-converged' when the margins contradict each other. Source: Deming & Stephan (1940); Deville & Särndal (1992), J. Am. Stat. Assoc. 87:376.
 */
export function rakeWeights(margins: readonly Margin[], options: RakeOptions = {}): RakedWeights | WhyNot {
  const n = margins[0]?.levels.length ?? 0
  const coded = codedMargins(margins, n)
  if (typeof coded === 'string') return coded
  const counts = options.counts ?? new Float64Array(n).fill(1)
  if (options.baseWeights) {
    const rows = { margins: coded, counts, weights: Float64Array.from(options.baseWeights) }
    const outcome = rakedAndCapped(rows, options)
    return outcome ? { ...outcome, weights: rows.weights } : 'not-converged'
  }
  const { cellOf, ...cells } = cellsOf(coded, counts)
  const rows = { ...cells, weights: new Float64Array(cells.counts.length).fill(1) }
  const outcome = rakedAndCapped(rows, options)
  return outcome
    ? { ...outcome, weights: Float64Array.from(cellOf, (cell) => rows.weights[cell]!) }
    : 'not-converged'
}
