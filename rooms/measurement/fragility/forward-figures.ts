import type { FollowedParameters } from '../../../foundations/statistics/repurchase/followed-customer.ts'
import { quantile } from '../../../foundations/statistics/resampling/quantile.ts'
import type { BaseCustomer } from './customer-base.ts'
import { drawnRates, ratesOf } from './drawn-rates.ts'
import {
  type CustomerLevel,
  customerLevels,
  expectedOf,
  type LeavingModels,
  type Rates,
} from './leaving-models.ts'

/** A figure with its limits at 95 %; without limits where a fit does not say how sure it is. */
export interface Drawn {
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

/** Money over the horizon: if all stayed, as expected, what is at risk, what of it goes with experience, and the share at risk. */
export interface Ahead {
  readonly kept: number
  readonly expected: Drawn
  readonly atRisk: Drawn
  readonly fromExperience: Drawn | null
  readonly index: Drawn
}

export interface ForwardFigures {
  readonly levels: readonly (Ahead & { readonly level: CustomerLevel })[]
  readonly total: Ahead
  /** Money at risk of each customer of the base. */
  readonly atRiskOf: Float64Array
}

export interface ForwardQuestion {
  readonly base: readonly BaseCustomer[]
  readonly models: LeavingModels
  /** Expected worth of a purchase of each customer of the base. */
  readonly spend: Float64Array
  /** Weeks looked ahead. */
  readonly horizon: number
  readonly draws: number
  readonly seed: number
}

interface Sums {
  kept: number
  expected: number
  likeReference: number
}

/** Customers of a level on whom draws are worked out, at most. */
const drawnOn = 300

/** What is expected over the horizon, by level and in all, with intervals from drawn parameters. */
export function forwardFigures(question: ForwardQuestion): ForwardFigures {
  const { base, models, spend, horizon, draws, seed } = question
  const { middle } = models
  const referenceOf = (rates: Rates) => (rates as FollowedParameters).leaving
  const hasReference = typeof middle !== 'string' && !middle.isPooled
  const reference = hasReference ? referenceOf(ratesOf(middle)) : null
  const references = hasReference ? drawnRates(middle, { draws, seed: seed + 1 }) : null
  const atRiskOf = new Float64Array(base.length)
  const found = customerLevels.flatMap((level, place) => {
    const model = models[level]
    const rows = rowsOf(base, level)
    if (typeof model === 'string' || rows.length === 0) return []
    const whole = summed(question, rows, (row) => {
      const one = expectedOf(base[row]!.seen, ratesOf(model), { horizon, reference })
      atRiskOf[row] = (one.kept - one.expected) * spend[row]!
      return one
    })
    const few = thinned(rows)
    const atCentre = summed(question, few, (row) =>
      expectedOf(base[row]!.seen, ratesOf(model), { horizon, reference }),
    )
    const rates = level === 'middle' ? references : drawnRates(model, { draws, seed: seed + 1 + place })
    const drawn = rates?.map((one, draw) => {
      const like = references ? referenceOf(references[draw]!) : reference
      const sums = summed(question, few, (row) =>
        expectedOf(base[row]!.seen, one, { horizon, reference: like }),
      )
      return scaled(sums, atCentre, whole)
    })
    return [{ level, whole, drawn: drawn ?? null }]
  })
  return {
    atRiskOf,
    levels: found.map(({ level, whole, drawn }) => ({
      level,
      ...aheadOf(whole, drawn, reference !== null && level !== 'unheard'),
    })),
    total: totalOf(found, reference !== null),
  }
}

function rowsOf(base: readonly BaseCustomer[], level: CustomerLevel): number[] {
  const rows: number[] = []
  for (let row = 0; row < base.length; row++) if (base[row]!.seen.level === level) rows.push(row)
  return rows
}

function thinned(rows: readonly number[]): readonly number[] {
  const step = Math.ceil(rows.length / drawnOn)
  return step === 1 ? rows : rows.filter((_, at) => at % step === 0)
}

function summed({ spend }: ForwardQuestion, rows: readonly number[], of: (row: number) => Sums): Sums {
  const sums: Sums = { kept: 0, expected: 0, likeReference: 0 }
  for (const row of rows) {
    const { kept, expected, likeReference } = of(row)
    sums.kept += kept * spend[row]!
    sums.expected += expected * spend[row]!
    sums.likeReference += likeReference * spend[row]!
  }
  return sums
}

/** Sums of all customers as a draw changes those of a part of them. */
function scaled(drawn: Sums, centre: Sums, whole: Sums): Sums {
  const of = (name: keyof Sums) =>
    centre[name] === 0 ? whole[name] : (whole[name] * drawn[name]) / centre[name]
  return { kept: of('kept'), expected: of('expected'), likeReference: of('likeReference') }
}

const figures = {
  expected: ({ expected }: Sums) => expected,
  atRisk: ({ kept, expected }: Sums) => kept - expected,
  fromExperience: ({ likeReference, expected }: Sums) => likeReference - expected,
  index: ({ kept, expected }: Sums) => (kept === 0 ? 0 : (kept - expected) / kept),
}

function aheadOf(whole: Sums, drawn: readonly Sums[] | null, hasReference: boolean): Ahead {
  const told = (figure: (sums: Sums) => number): Drawn => {
    const values = drawn?.map(figure)
    return {
      value: figure(whole),
      low: values ? quantile(values, 0.025) : null,
      high: values ? quantile(values, 0.975) : null,
    }
  }
  return {
    kept: whole.kept,
    expected: told(figures.expected),
    atRisk: told(figures.atRisk),
    fromExperience: hasReference ? told(figures.fromExperience) : null,
    index: told(figures.index),
  }
}

/** All levels together; without limits where one of them has none. */
function totalOf(
  found: readonly { readonly whole: Sums; readonly drawn: readonly Sums[] | null }[],
  hasReference: boolean,
): Ahead {
  const together = (some: readonly Sums[]): Sums => ({
    kept: some.reduce((sum, { kept }) => sum + kept, 0),
    expected: some.reduce((sum, { expected }) => sum + expected, 0),
    likeReference: some.reduce((sum, { likeReference }) => sum + likeReference, 0),
  })
  const draws = found.every(({ drawn }) => drawn) ? (found[0]?.drawn?.length ?? 0) : 0
  const drawn = Array.from({ length: draws }, (_, draw) => together(found.map((one) => one.drawn![draw]!)))
  return aheadOf(together(found.map(({ whole }) => whole)), draws > 0 ? drawn : null, hasReference)
}
