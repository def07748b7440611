import type { CaseInput, Json } from '../oracle-case.ts'

/** A number, or NaN for what is missing: null, "NA" or nothing. Other words are refused. */
function numberOf(value: Json, key: string): number {
  if (value === null || value === '' || value === 'NA') return Number.NaN
  const number = typeof value === 'boolean' ? Number(value) : Number(value)
  if (typeof value === 'object' || Number.isNaN(number)) {
    throw new RangeError(`${key} holds ${JSON.stringify(value)}, which is no number`)
  }
  return number
}

/** The number under a key, or the default. */
export function numberIn(input: CaseInput, key: string, otherwise?: number): number {
  const value = input[key] ?? otherwise
  if (typeof value !== 'number') throw new RangeError(`${key} is not a number`)
  return value
}

/** The list of numbers under a key; missing entries are NaN. */
export function numbersIn(input: CaseInput, key: string): number[] {
  const value = input[key]
  if (!Array.isArray(value)) throw new RangeError(`${key} is not a list`)
  return value.map((entry) => numberOf(entry, key))
}

/** Lists under several keys, without the places where one of them is missing. */
export function completeIn(input: CaseInput, ...keys: readonly string[]): number[][] {
  const lists = keys.map((key) => numbersIn(input, key))
  const n = lists[0]?.length ?? 0
  if (lists.some((list) => list.length !== n)) throw new RangeError(`${keys.join(', ')} differ in length`)
  const kept = Array.from({ length: n }, (_, i) => i).filter((i) =>
    lists.every((list) => !Number.isNaN(list[i])),
  )
  return lists.map((list) => kept.map((i) => list[i]!))
}

/** The rows of a matrix under a key, all of one length. */
export function matrixIn(input: CaseInput, key: string): number[][] {
  const value = input[key]
  if (!Array.isArray(value)) throw new RangeError(`${key} is not a matrix`)
  const rows = value.map((row: Json) => {
    if (!Array.isArray(row)) throw new RangeError(`${key} is not a matrix`)
    return row.map((entry: Json) => numberOf(entry, key))
  })
  if (rows.some((row) => row.length !== rows[0]!.length))
    throw new RangeError(`rows of ${key} differ in length`)
  return rows
}

/** The list of words under a key. */
export function wordsIn(input: CaseInput, key: string): string[] {
  const value = input[key]
  if (!Array.isArray(value)) throw new RangeError(`${key} is not a list`)
  return value.map(String)
}

/** The text under a key; empty when it is absent. */
export function textIn(input: CaseInput, key: string): string {
  const value = input[key]
  return value === undefined ? '' : String(value)
}

/** Whether all the keys are there. */
export function has(input: CaseInput, ...keys: readonly string[]): boolean {
  return keys.every((key) => input[key] !== undefined)
}

/** An object under a key, or an empty one. */
export function objectIn(input: CaseInput, key: string): CaseInput {
  const value = input[key]
  return isObject(value) ? value : {}
}

/** A list of objects under a key. */
export function objectsIn(input: CaseInput, key: string): CaseInput[] {
  const value = input[key]
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** Whether a value is an object, not a list. */
export function isObject(value: Json | undefined): value is CaseInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
