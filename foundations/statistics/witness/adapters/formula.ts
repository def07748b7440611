import type { Predictor } from '../../regression/design-matrix.ts'
import { indicatorsOf, interceptOf } from '../../regression/design-matrix.ts'
import type { Table } from '../csv-table.ts'

/** A model such as "rating ~ complaints + log1p(contacts) + factor(stop)". */
export interface Formula {
  readonly response: string
  readonly terms: readonly string[]
}

/** Reads a model in R's notation; words after a semicolon are remarks. */
export function parseFormula(text: string): Formula {
  const [left = '', right = ''] = text.split(';')[0]!.split('~')
  return {
    response: left.trim(),
    terms: right
      .split('+')
      .map((term) => term.trim())
      .filter(Boolean),
  }
}

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  log: Math.log,
  log1p: Math.log1p,
  sqrt: Math.sqrt,
}

/** Values of "column" or "log(column)" and the like. */
export function columnOf(term: string, table: Table): Float64Array {
  const [, name, inner] = term.match(/^(\w+)\(([\w.]+)\)$/) ?? []
  const outer = name ? FUNCTIONS[name] : undefined
  const [, bare = term] = term.match(/^\w+\(([\w.]+)\)$/) ?? []
  return outer ? table.numbers(inner!).map(outer) : table.numbers(bare)
}

/** Predictors of a model, constant term first; `factor(x)` gives indicators without the first level. */
export function predictorsOf({ terms }: Formula, table: Table): Predictor[] {
  const predictors = terms
    .filter((term) => term !== '1')
    .flatMap((term) => {
      const factor = term.match(/^factor\(([\w.]+)\)$/)
      if (factor) return indicatorsOf(term, table.numbers(factor[1]!))
      return [{ name: term, values: columnOf(term, table) }]
    })
  return [interceptOf(table.rows), ...predictors]
}

/** Puts values under names. */
export function byName(names: readonly string[], values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, values[index]!]))
}

/** The result, or an error that names the reason. */
export function succeed<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(`not computable: ${result}`)
  return result
}
