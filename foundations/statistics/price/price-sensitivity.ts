import type { WhyNot } from '../estimate.ts'

/** The four prices one person states. */
export interface StatedPrices {
  readonly tooCheap: number
  readonly cheap: number
  readonly expensive: number
  readonly tooExpensive: number
}

/** Where the four curves of a price sensitivity meter cross; null where they do not. */
export interface PricePoints {
  readonly valid: number
  /** People whose four prices do not rise: left out. */
  readonly invalid: number
  /** Too expensive meets too cheap: fewest people object. */
  readonly optimal: number | null
  /** Expensive meets cheap. */
  readonly indifference: number | null
  /** Not cheap meets too cheap: lower end of the acceptable range. */
  readonly marginalCheapness: number | null
  /** Not expensive meets too expensive: upper end of the acceptable range. */
  readonly marginalExpensiveness: number | null
  /** Expensive meets too cheap, cheap meets too expensive: the narrower range of some authors. */
  readonly narrowCheapness: number | null
  readonly narrowExpensiveness: number | null
}

type Curve = (price: number) => number

/** Whether the four prices rise. */
export function arePricesRising({ tooCheap, cheap, expensive, tooExpensive }: StatedPrices): boolean {
  return tooCheap < cheap && cheap < expensive && expensive < tooExpensive
}

/** Every price that somebody stated, ascending. */
export function statedPriceGrid(people: readonly StatedPrices[]): number[] {
  const all = new Float64Array(4 * people.length)
  people.forEach(({ tooCheap, cheap, expensive, tooExpensive }, at) => {
    all.set([tooCheap, cheap, expensive, tooExpensive], 4 * at)
  })
  const sorted = all.sort()
  return Array.from(sorted.filter((price, at) => at === 0 || price !== sorted[at - 1]))
}

/** How many of sorted prices lie at a price or below it. */
function countUpTo(sorted: Float64Array, price: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= price) low = middle + 1
    else high = middle
  }
  return low
}

/** First price at which a falling curve no longer lies above a rising one, linear between stated prices. */
function crossing(grid: readonly number[], falling: Curve, rising: Curve): number | null {
  const gapAt = (place: number) => falling(grid[place]!) - rising(grid[place]!)
  let [low, after] = [0, grid.length]
  while (low < after) {
    const middle = (low + after) >> 1
    if (gapAt(middle) > 0) low = middle + 1
    else after = middle
  }
  if (after === grid.length || (after === 0 && gapAt(0) !== 0)) return null
  const next = gapAt(after)
  if (next === 0) return grid[after]!
  const before = gapAt(after - 1)
  return grid[after - 1]! + ((grid[after]! - grid[after - 1]!) * before) / (before - next)
}

/**
 * Price sensitivity meter: the price points of what people state, and the range they accept.
 *
 * On the grid of stated prices: share finding it too cheap P(too cheap > p), cheap P(cheap > p), expensive P(expensive ≤ p), too expensive P(too expensive ≤ p); first crossings,
 * linear in between. Stated, not lived: compare tiers of experience (100 people or more each), not absolute prices. 'no-answers' without valid people. Equal to R
 * `pricesensitivitymeter::psm_analysis`. Source: Van Westendorp (1976), ESOMAR Congress.
 */
export function pricePoints(people: readonly StatedPrices[]): PricePoints | WhyNot {
  const valid = people.filter(arePricesRising)
  if (valid.length === 0) return 'no-answers'
  const sorted = (name: keyof StatedPrices) => Float64Array.from(valid, (person) => person[name]).sort()
  const lists = {
    tooCheap: sorted('tooCheap'),
    cheap: sorted('cheap'),
    expensive: sorted('expensive'),
    tooExpensive: sorted('tooExpensive'),
  }
  const reached =
    (name: keyof StatedPrices): Curve =>
    (p) =>
      countUpTo(lists[name], p) / valid.length
  const above =
    (name: keyof StatedPrices): Curve =>
    (p) =>
      (valid.length - countUpTo(lists[name], p)) / valid.length
  const grid = statedPriceGrid(valid)
  return {
    valid: valid.length,
    invalid: people.length - valid.length,
    optimal: crossing(grid, above('tooCheap'), reached('tooExpensive')),
    indifference: crossing(grid, above('cheap'), reached('expensive')),
    marginalCheapness: crossing(grid, above('tooCheap'), reached('cheap')),
    marginalExpensiveness: crossing(grid, above('expensive'), reached('tooExpensive')),
    narrowCheapness: crossing(grid, above('tooCheap'), reached('expensive')),
    narrowExpensiveness: crossing(grid, above('cheap'), reached('tooExpensive')),
  }
}
