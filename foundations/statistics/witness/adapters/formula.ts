import type { Predictor } from '../../regression/design-matrix.ts'
import { indicatorsOf, interceptOf } from '../../regression/design-matrix.ts'
import type { Table } from '../csv-table.ts'

/** A model such as "rating ~ complaints + log1p(contacts) + factor(stop)". */
export interface Formula {
  readonly response: string
  readonly terms: readonly string[]
}

/** "a*b" stands for a, b and a:b. */
function expanded(term: string): string[] {
  const parts = term.split('*').map((part) => part.trim())
  return parts.length === 2 && !term.includes('(') ? [...parts, parts.join(':')] : [term]
}

/** Reads a model in R's notation; words after a semicolon are remarks. */
export function parseFormula(text: string): Formula {
  const [left = '', right = ''] = text.split(';')[0]!.split('~')
  const terms = right
    .replaceAll(/-\s*1\b/g, '+ 0')
    .split('+')
    .map((term) => term.trim())
    .filter(Boolean)
    .flatMap(expanded)
  return { response: left.trim(), terms: [...new Set(terms)] }
}

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  log: Math.log,
  log1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  exp: Math.exp,
  sqrt: Math.sqrt,
  abs: Math.abs,
}

/** The names of columns in a term: those of "log1p(a):b" are a and b. */
export function columnsIn(term: string, table: Table): string[] {
  return (term.match(/[A-Za-z_.][\w.]*/g) ?? []).filter((name) => table.columns.includes(name))
}

/** Values of "column", "log(column)", "I(column^2)" and the like. */
export function columnOf(term: string, table: Table): Float64Array {
  if (table.columns.includes(term)) return table.numbers(term)
  const power = term.match(/^I\(\s*([\w.]+)\s*\^\s*(\d+(?:\.\d+)?)\s*\)$/)
  if (power) return table.numbers(power[1]!).map((x) => x ** Number(power[2]))
  const [, name = '', inner = ''] = term.match(/^(\w+)\(\s*([\w.]+)\s*\)$/) ?? []
  if (!inner) return table.numbers(term)
  return FUNCTIONS[name] ? table.numbers(inner).map(FUNCTIONS[name]!) : table.numbers(inner)
}

/** Predictors of one term: a column, indicators of a factor or of a column of words, or a product. */
function termPredictors(term: string, table: Table): Predictor[] {
  const factor = term.match(/^(?:as\.)?factor\(\s*([\w.]+)\s*\)$/)
  if (factor) {
    const name = factor[1]!
    return indicatorsOf(term, table.isNumeric(name) ? table.numbers(name) : table.text(name))
  }
  if (term.includes(':')) {
    const [first = [], ...others] = term.split(':').map((part) => termPredictors(part.trim(), table))
    return others.reduce((products, list) => products.flatMap((a) => list.map((b) => productOf(a, b))), first)
  }
  if (table.columns.includes(term) && !table.isNumeric(term)) return indicatorsOf(term, table.text(term))
  return [{ name: term, values: columnOf(term, table) }]
}

const productOf = (a: Predictor, b: Predictor): Predictor => ({
  name: `${a.name}:${b.name}`,
  values: Float64Array.from(a.values, (value, i) => value * b.values[i]!),
})

/** Predictors of a model, constant term first unless the model says 0; `factor(x)` gives indicators without the first level. */
export function predictorsOf({ terms }: Formula, table: Table): Predictor[] {
  const predictors = terms
    .filter((term) => term !== '1' && term !== '0')
    .flatMap((term) => termPredictors(term, table))
  return terms.includes('0') ? predictors : [interceptOf(table.rows), ...predictors]
}

/** The rows that a model can use: none of its columns is missing there. */
export function completeFor({ response, terms }: Formula, table: Table): Table {
  return table.complete([response, ...terms].flatMap((term) => columnsIn(term, table)))
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
