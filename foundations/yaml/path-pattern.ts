/** Where a value stands in a document: names of fields and places in lists. */
export type ValuePath = readonly (string | number)[]

export interface Found {
  readonly path: ValuePath
  readonly value: unknown
}

/** Every value at a pattern such as `*.promise.measure`, `*` standing for each item of a list. */
export function valuesAt(value: unknown, pattern: string): Found[] {
  let found: Found[] = [{ path: [], value }]
  for (const step of pattern.split('.')) found = found.flatMap((at) => stepInto(at, step))
  return found.filter((at) => at.value !== undefined && at.value !== null)
}

function stepInto({ path, value }: Found, step: string): Found[] {
  if (step !== '*') return [{ path: [...path, step], value: fieldOf(value, step) }]
  if (!Array.isArray(value)) return []
  return value.map((item, place) => ({ path: [...path, place], value: item }))
}

/** A field of a value, undefined where there is none. */
export function fieldOf(value: unknown, name: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.hasOwn(value, name) ? (value as Record<string | number, unknown>)[name] : undefined
}

/** The value at a path, undefined where there is none. */
export function valueAtPath(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>((within, step) => fieldOf(within, step), value)
}

/** A path as people write it: `touchpoints[2].promise.measure`. */
export function pathText(path: ValuePath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}
