import { criticalZ } from '../distributions/normal.ts'
import type { IntervalOptions, WhyNot } from '../estimate.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { type GlmFit, generalisedLinearModel } from '../regression/generalised-linear-model.ts'
import { logitFamily } from '../regression/likelihood-families.ts'
import { retentionOfHalfLife } from './experience-stocks.ts'

/** One row per customer and period, each customer's periods together and in order. */
export interface AffectivePanel {
  readonly customers: ArrayLike<string | number>
  /** Weight × good part of the experiences of the period, 0 or more. */
  readonly good: ArrayLike<number>
  /** Weight × bad part, 0 or more. */
  readonly bad: ArrayLike<number>
  /** 1 when the customer was still there at the end of the period. */
  readonly stayed: ArrayLike<number>
  readonly controls?: readonly Predictor[]
}

/** How long experiences last and how much worse bad ones are, by what people did. */
export interface AffectiveRetention {
  readonly goodHalfLife: number
  readonly badHalfLife: number
  /** Log odds of staying per unit of the good and of the bad stock, with their errors at these half-lives. */
  readonly goodEffect: number
  readonly goodError: number
  readonly badEffect: number
  readonly badError: number
  /** A bad experience counts as this many good ones: −bad effect / good effect; null when the good effect is not above 0. */
  readonly negativity: { readonly value: number; readonly low: number; readonly high: number } | null
  /** Both effects have the sign expected and differ from 0; otherwise the data do not yet show a capital. */
  readonly isShown: boolean
  readonly exits: number
  readonly fit: GlmFit
}

/** What is searched, and from how many exits. */
export interface RetentionSearch extends IntervalOptions, Progress {
  /** Half-lives in periods that are tried for either stock. */
  readonly halfLives?: readonly number[]
  readonly fewestExits?: number
}

const HALF_LIVES = [0.5, 1, 2, 3, 4, 6, 9, 12, 18, 24]
const FEWEST_EXITS = 200

/** Stock at the end of each row: what is left of that customer's stock before, and what is new. */
function stocksOf(inflow: ArrayLike<number>, customers: AffectivePanel['customers'], halfLife: number) {
  const retention = retentionOfHalfLife(halfLife)
  const stocks = new Float64Array(inflow.length)
  for (let i = 0; i < inflow.length; i++) {
    const before = i > 0 && customers[i - 1] === customers[i] ? stocks[i - 1]! : 0
    stocks[i] = retention * before + inflow[i]!
  }
  return stocks
}

/** Above this many rows half-lives are searched on a part of them. */
const SEARCHED_ROWS = 20_000
const STAYS_PER_EXIT = 5

/**
 * Rows on which half-lives are searched: all exits, and of many stays every so many-th. Which stocks tell exits from stays apart does not
 * depend on how many stays are looked at; only the constant does (Prentice & Pyke 1979, Biometrika 66:403).
 */
function searchedRows(stayed: ArrayLike<number>, exits: number): Int32Array {
  const step =
    stayed.length <= SEARCHED_ROWS
      ? 1
      : Math.max(1, Math.floor((stayed.length - exits) / (STAYS_PER_EXIT * exits)))
  const rows: number[] = []
  for (let row = 0, stays = 0; row < stayed.length; row++)
    if (stayed[row] === 0 || stays++ % step === 0) rows.push(row)
  return Int32Array.from(rows)
}

const valuesAt = (values: ArrayLike<number>, rows: Int32Array) =>
  Float64Array.from(rows, (row) => values[row]!)

function negativityOf({ coefficients, covariance }: GlmFit, level: number): AffectiveRetention['negativity'] {
  const [, good = 0, bad = 0] = coefficients
  if (!(good > 0)) return null
  const value = -bad / good
  const [byGood, byBad] = [bad / good ** 2, -1 / good]
  const variance =
    byGood ** 2 * covariance.get(1, 1) +
    byBad ** 2 * covariance.get(2, 2) +
    2 * byGood * byBad * covariance.get(1, 2)
  const half = criticalZ(level) * Math.sqrt(Math.max(0, variance))
  return { value, low: value - half, high: value + half }
}

/**
 * Half-lives of good and bad experiences and their weight against each other, from who stayed: logistic retention on both stocks, the half-lives searched by likelihood.
 *
 * For: affective capital and experience debt by the tenant's own data instead of assumptions (6 and 12 periods, bad ones double). Errors and the interval of the negativity (delta method) hold at the half-lives found. An association. 'too-few' below 200 exits,
 * 'not-converged' when no pair of half-lives can be fitted. Source: Nerlove & Arrow (1962), Economica 29:129; Bolton (1998), Marketing Science 17:45.
 */
export function affectiveRetention(
  { customers, good, bad, stayed, controls = [] }: AffectivePanel,
  { halfLives = HALF_LIVES, fewestExits = FEWEST_EXITS, level = 0.95, onProgress }: RetentionSearch = {},
): AffectiveRetention | WhyNot {
  const n = stayed.length
  if ([customers, good, bad].some((list) => list.length !== n))
    throw new RangeError('one row per customer and period')
  const exits = Array.from(stayed).filter((value) => value === 0).length
  if (exits < fewestExits) return 'too-few'
  const rows = searchedRows(stayed, exits)
  const outcome = valuesAt(stayed, rows)
  const held = controls.map(({ name, values }) => ({ name, values: valuesAt(values, rows) }))
  let best: { goodHalfLife: number; badHalfLife: number; logLikelihood: number } | null = null
  const told = tellingParts(halfLives.length ** 2 + 1, { onProgress })
  let tried = 0
  const badStocks = halfLives.map((halfLife) => valuesAt(stocksOf(bad, customers, halfLife), rows))
  for (const goodHalfLife of halfLives) {
    const goodStock = { name: 'good', values: valuesAt(stocksOf(good, customers, goodHalfLife), rows) }
    for (const [i, badHalfLife] of halfLives.entries()) {
      const predictors = [
        interceptOf(rows.length),
        goodStock,
        { name: 'bad', values: badStocks[i]! },
        ...held,
      ]
      const fit = generalisedLinearModel(outcome, predictors, { family: logitFamily })
      tried += 1
      told(tried)
      if (typeof fit === 'string') continue
      if (best === null || fit.logLikelihood > best.logLikelihood)
        best = { goodHalfLife, badHalfLife, logLikelihood: fit.logLikelihood }
    }
  }
  if (best === null) return 'not-converged'
  const fit = generalisedLinearModel(
    stayed,
    [
      interceptOf(n),
      { name: 'good', values: stocksOf(good, customers, best.goodHalfLife) },
      { name: 'bad', values: stocksOf(bad, customers, best.badHalfLife) },
      ...controls,
    ],
    { family: logitFamily },
  )
  told(tried + 1)
  if (typeof fit === 'string') return fit
  const [, goodEffect = 0, badEffect = 0] = fit.coefficients
  const [, goodError = 0, badError = 0] = fit.standardErrors
  const z = criticalZ(level)
  return {
    ...{ fit, goodHalfLife: best.goodHalfLife, badHalfLife: best.badHalfLife },
    goodEffect,
    goodError,
    badEffect,
    badError,
    negativity: negativityOf(fit, level),
    isShown: goodEffect > z * goodError && -badEffect > z * badError,
    exits,
  }
}
