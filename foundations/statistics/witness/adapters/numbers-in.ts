import type { CaseInput, Json } from '../oracle-case.ts'

/** The number under a key, or the default. */
export function numberIn(input: CaseInput, key: string, otherwise?: number): number {
  const value = input[key] ?? otherwise
  if (typeof value !== 'number') throw new RangeError(`${key} is not a number`)
  return value
}

/** The list of numbers under a key. */
export function numbersIn(input: CaseInput, key: string): number[] {
  const value = input[key]
  if (!Array.isArray(value)) throw new RangeError(`${key} is not a list`)
  return value.map(Number)
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
