import { agrees, closenessFor } from './closeness.ts'
import type { Json } from './oracle-case.ts'

/** One place where a result differs from what a case expects. */
export interface Mismatch {
  readonly path: string
  readonly expected: Json
  readonly got: unknown
}

/** Keys that explain a case instead of expecting something. */
const REMARKS = new Set(['note'])

/** Marks a list of which a case may expect only the beginning. */
export class Leading {
  readonly list: ArrayLike<unknown>
  constructor(list: ArrayLike<unknown>) {
    this.list = list
  }
}

/** Answers keys that carry a number or a name, such as "surv52_profile"; undefined where it knows none. */
export type KeyAnswers = (key: string) => unknown

/** Answers of known keys first, then of those that are computed. */
export function withKeys(known: object, ...answers: readonly KeyAnswers[]): KeyAnswers {
  return (key) => {
    if (Object.hasOwn(known, key)) return (known as Record<string, unknown>)[key]
    return answers.map((answer) => answer(key)).find((value) => value !== undefined)
  }
}

/** An answer to the keys of one pattern, from the parts that it captures. */
export function keysLike(pattern: RegExp, answer: (...parts: string[]) => unknown): KeyAnswers {
  return (key) => {
    const match = key.match(pattern)
    return match ? answer(...match.slice(1)) : undefined
  }
}

function child(got: unknown, key: string): unknown {
  if (typeof got === 'function') return (got as KeyAnswers)(key)
  if (got instanceof Map) return got.get(key)
  return typeof got === 'object' && got !== null ? (got as Record<string, unknown>)[key] : undefined
}

/** A list of one may be expected as the value itself, as R writes it. */
function unboxed(got: unknown): unknown {
  return isList(got) && got.length === 1 ? got[0] : got
}

function scalarAgrees(expected: Json, result: unknown, { tol, path }: Place): boolean {
  const got = unboxed(result)
  if (typeof expected === 'number') {
    const number = typeof got === 'boolean' ? Number(got) : got
    return typeof number === 'number' && agrees(number, expected, closenessFor(tol, path))
  }
  return expected === got
}

interface Place {
  readonly tol: number | string
  readonly path: readonly string[]
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Float64Array
}

/** Everything that differs, down to single figures. Keys that are not expected are not looked at. */
export function mismatches(expected: Json, got: unknown, place: Place): Mismatch[] {
  const wrong = [{ path: place.path.join('.') || '(result)', expected, got }]
  if (expected === null || typeof expected !== 'object')
    return scalarAgrees(expected, got, place) ? [] : wrong
  if (Array.isArray(expected) && got instanceof Leading) {
    return mismatches(expected, Array.from(got.list).slice(0, expected.length), place)
  }
  if (Array.isArray(expected) && (!isList(got) || got.length !== expected.length)) return wrong
  return Object.entries(expected)
    .filter(([key]) => !REMARKS.has(key))
    .flatMap(([key, value]) => mismatches(value, child(got, key), { ...place, path: [...place.path, key] }))
}
