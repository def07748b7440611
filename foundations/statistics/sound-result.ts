import type { Estimate } from './estimate.ts'

/** Whether every number in a result is finite, those in lists, maps and objects within it included. */
export function isSound(result: unknown): boolean {
  if (typeof result === 'number') return Number.isFinite(result)
  if (typeof result !== 'object' || result === null) return true
  const parts = result instanceof Map ? result.values() : Object.values(result)
  for (const part of parts) if (!isSound(part)) return false
  return true
}

/**
 * The result, or 'not-finite' when one of its numbers is NaN or infinite.
 *
 * For: the way out of a method whose inputs were finite but so large, so small or so alike that a step between overflowed or divided by nothing.
 */
export function sound<T extends object>(result: T): T | 'not-finite' {
  return isSound(result) ? result : 'not-finite'
}

/** What an estimate keeps when its figure is lost: how many answers there were, and how the figure was asked for. */
const KEPT = new Set(['n', 'level', 'treatedUsed'])

/** The estimate, or one without figures and with the reason 'not-finite' when one of its numbers is NaN or infinite. */
export function soundEstimate<E extends Estimate>(estimate: E): E {
  if (isSound(estimate)) return estimate
  const figures = Object.entries(estimate).map(([key, value]) => [
    key,
    typeof value === 'number' && !KEPT.has(key) ? null : value,
  ])
  return { ...Object.fromEntries(figures), why: 'not-finite' }
}

/** What was given, in words: a number as it is, of a list or an object its first number that is none. */
function described(given: unknown): string {
  if (typeof given !== 'object' || given === null) return String(given)
  const parts = Object.entries(given).filter(
    ([, part]) => typeof part === 'number' || typeof part === 'object',
  )
  const [name, part] = parts.find(([, one]) => !isSound(one)) ?? []
  if (name !== undefined) return `${name} ${described(part)}`
  return parts
    .filter(([, one]) => typeof one === 'number')
    .slice(0, 6)
    .map(([key, one]) => `${key} ${String(one)}`)
    .join(', ')
}

/**
 * The result of a function of a few numbers, or a RangeError that names what was given when one of its numbers is NaN or infinite.
 *
 * For: functions whose answer is a number and cannot be a reason: what was given lies outside what they are defined for. Those called for every customer hand over
 * a function, so that what was given is only put together where it has to be named.
 */
export function finiteFor<T>(given: object | (() => object), result: T): T {
  if (isSound(result)) return result
  throw new RangeError(`no finite result for ${described(typeof given === 'function' ? given() : given)}`)
}
