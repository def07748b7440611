import { criticalZ } from '../../../foundations/statistics/distributions/normal.ts'
import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import { doubleLearning } from '../../../foundations/statistics/price/double-learning.ts'
import { matchedDifference } from '../../../foundations/statistics/price/matched-difference.ts'
import { pricePremium } from '../../../foundations/statistics/price/price-premium.ts'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import type { ExperienceLevel } from '../fragility/experience-levels.ts'

/** What people paid for one offer each, sorted by person and day. */
export interface PaidPrices {
  readonly buyers: Float64Array
  readonly days: Uint16Array
  readonly prices: Float64Array
  readonly products: Uint32Array
  readonly channels: Uint32Array
  readonly productNames: readonly string[]
  readonly channelNames: readonly string[]
}

/** A difference of logarithms of prices with its standard error; the reason where there is none. */
export interface LogDifference {
  readonly value: number
  readonly standardError: number
  readonly n: number
}

export const premiumMethods = ['fixed-effects', 'matching', 'double-learning'] as const
export type PremiumMethod = (typeof premiumMethods)[number]

/** What people of a level pay for the same product, against those of middle experience. */
export interface PremiumFound {
  readonly level: 'weak' | 'strong'
  readonly purchases: number
  readonly people: number
  readonly revenue: number
  /** Difference of mean logarithms, products not held constant. */
  readonly naive: number
  readonly byMethod: Readonly<Record<PremiumMethod, LogDifference | WhyNot>>
  /** Whether every two methods lie within what chance puts between them; null below two of them. */
  readonly agree: boolean | null
}

export interface PremiumsFound {
  readonly purchases: number
  readonly people: number
  readonly products: number
  readonly middle: number
  readonly premiums: readonly PremiumFound[]
}

/** Purchases with a level on either side, at least, for a premium to be told. */
const fewest = 100
const z = criticalZ(0.95)

interface Row {
  readonly row: number
  readonly level: ExperienceLevel
}

/**
 * What experience adds to the price of the same product, three ways: product effects with errors robust within products, exact matching on product and channel, and double
 * learning with the product's price level, the channel, the time and how often the person had bought as controls. They rest on different assumptions; where they
 * do not agree, none should be used. Each level is compared with the middle one, because willingness to pay is no straight line (Homburg, Koschate & Hoyer 2005).
 */
export function premiumsOfPrices(
  paid: PaidPrices,
  levels: readonly (ExperienceLevel | null)[],
): PremiumsFound {
  const rows = levels.flatMap((level, row): Row[] => (level === null ? [] : [{ row, level }]))
  const middle = rows.filter(({ level }) => level === 'middle')
  const premiums = (['weak', 'strong'] as const).flatMap((level) => {
    const some = rows.filter((one) => one.level === level)
    return some.length < fewest || middle.length < fewest ? [] : [premiumOf(paid, level, { some, middle })]
  })
  const distinct = (of: ArrayLike<number>) => new Set(rows.map(({ row }) => of[row]!)).size
  return {
    ...{ purchases: rows.length, people: distinct(paid.buyers), products: distinct(paid.products) },
    ...{ middle: middle.length, premiums },
  }
}

interface Sides {
  readonly some: readonly Row[]
  readonly middle: readonly Row[]
}

function premiumOf(paid: PaidPrices, level: 'weak' | 'strong', { some, middle }: Sides): PremiumFound {
  const rows = shuffled([...some, ...middle])
  const of = (column: ArrayLike<number>) => rows.map(({ row }) => column[row]!)
  const logs = of(paid.prices).map(Math.log)
  const treated = rows.map((one) => (one.level === level ? 1 : 0))
  const [products, channels] = [of(paid.products), of(paid.channels)]
  const byMethod = {
    'fixed-effects': fixedOf({ prices: of(paid.prices), treated, products, channels }),
    matching: matchedOf(logs, treated, { products, channels }),
    'double-learning': learnedOf(paid, level, rows),
  }
  const mean = (list: readonly Row[]) =>
    list.reduce((sum, { row }) => sum + Math.log(paid.prices[row]!), 0) / list.length
  return {
    ...{ level, byMethod, purchases: some.length, naive: mean(some) - mean(middle) },
    people: new Set(some.map(({ row }) => paid.buyers[row])).size,
    revenue: some.reduce((sum, { row }) => sum + paid.prices[row]!, 0),
    agree: agreeOf(Object.values(byMethod)),
  }
}

/** In an order of chance that a seed fixes: folds must not follow people. */
function shuffled(rows: readonly Row[]): Row[] {
  const random = randomSource(1)
  const order = [...rows]
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.index(at + 1)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}

interface FixedData {
  readonly prices: readonly number[]
  readonly treated: readonly number[]
  readonly products: readonly number[]
  readonly channels: readonly number[]
}

function fixedOf({ prices, treated, products, channels }: FixedData): LogDifference | WhyNot {
  const found = pricePremium({ price: prices, experience: treated, products, controls: dummiesOf(channels) })
  if (typeof found === 'string') return found
  const { value, standardError } = found.coefficient
  return { value, standardError, n: prices.length }
}

/** One column for each value but the first. */
function dummiesOf(values: readonly number[]) {
  const [, ...others] = [...new Set(values)].sort((a, b) => a - b)
  return others.map((one) => ({
    name: `channel ${one}`,
    values: values.map((value) => (value === one ? 1 : 0)),
  }))
}

function matchedOf(
  outcome: readonly number[],
  treated: readonly number[],
  { products, channels }: Pick<FixedData, 'products' | 'channels'>,
): LogDifference | WhyNot {
  const strata = products.map((product, at) => `${product} ${channels[at]}`)
  const { value, standardError, treatedUsed, why } = matchedDifference({ outcome, treated, strata })
  if (value === null || standardError === null) return why ?? 'too-few'
  return { value, standardError, n: treatedUsed }
}

/** Controls: what people of middle experience pay for the product, the channel, season and year, and what the person had bought before. */
function learnedOf(paid: PaidPrices, level: ExperienceLevel, all: readonly Row[]): LogDifference | WhyNot {
  const products = productLevels(paid, all)
  const rows = all.filter(products.isKnown)
  const before = boughtBefore(paid)
  const rowsOf = (of: (row: number) => number) => rows.map(({ row }) => of(row))
  const angle = (row: number) => (2 * Math.PI * (paid.days[row]! % 365.25)) / 365.25
  const { value, standardError, why } = doubleLearning({
    outcome: rowsOf((row) => Math.log(paid.prices[row]!)),
    treatment: rows.map((one) => (one.level === level ? 1 : 0)),
    controls: [
      { name: 'product', values: rows.map(products.of) },
      { name: 'season', values: rowsOf((row) => Math.sin(angle(row))) },
      { name: 'year', values: rowsOf((row) => (paid.days[row]! - paid.days[0]!) / 365.25) },
      { name: 'bought before', values: rowsOf((row) => Math.log1p(before[row]!)) },
      ...dummiesOf(rowsOf((row) => paid.channels[row]!)),
    ].filter(isVaried),
  })
  if (value === null || standardError === null) return why ?? 'too-few'
  return { value, standardError, n: rows.length }
}

/** A control that is the same everywhere holds nothing constant. */
function isVaried({ values }: { readonly values: readonly number[] }): boolean {
  return values.some((value) => value !== values[0])
}

/** What people of middle experience pay for each product: the price level from which premiums depart, whoever buys it most. */
function productLevels({ products, prices }: PaidPrices, rows: readonly Row[]) {
  const sums = new Map<number, { sum: number; n: number }>()
  for (const { row, level } of rows) {
    if (level !== 'middle') continue
    const one = sums.get(products[row]!) ?? { sum: 0, n: 0 }
    one.sum += Math.log(prices[row]!)
    one.n++
    sums.set(products[row]!, one)
  }
  return {
    /** Whether somebody else of middle experience bought the product. */
    isKnown: ({ row, level }: Row) => (sums.get(products[row]!)?.n ?? 0) > (level === 'middle' ? 1 : 0),
    /** Mean over the purchases of others. */
    of: ({ row, level }: Row) => {
      const { sum, n } = sums.get(products[row]!)!
      return level === 'middle' ? (sum - Math.log(prices[row]!)) / (n - 1) : sum / n
    },
  }
}

function boughtBefore({ buyers }: PaidPrices): Uint32Array {
  const before = new Uint32Array(buyers.length)
  for (let row = 1; row < buyers.length; row++)
    before[row] = buyers[row] === buyers[row - 1] ? before[row - 1]! + 1 : 0
  return before
}

function agreeOf(found: readonly (LogDifference | WhyNot)[]): boolean | null {
  const known = found.filter((one) => typeof one !== 'string')
  if (known.length < 2) return null
  return known.every((one, at) =>
    known
      .slice(at + 1)
      .every(
        (other) =>
          Math.abs(one.value - other.value) <= z * Math.hypot(one.standardError, other.standardError),
      ),
  )
}
