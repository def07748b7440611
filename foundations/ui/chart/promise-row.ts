import type { EstimateView } from '../../format/estimate-view.ts'

/** One touchpoint where a promise can be held against what is lived. */
export interface PromiseRow {
  readonly key: string
  readonly name: string
  readonly promise: number | null
  readonly estimate: EstimateView
  readonly gap: EstimateView | null
}

/** Splits a name into at most two lines of about `length` letters. */
export function nameLines(name: string, length: number): readonly string[] {
  if (name.length <= length) return [name]
  const words = name.split(' ')
  let first = words[0] ?? ''
  let used = 1
  while (used < words.length && `${first} ${words[used]}`.length <= length) {
    first = `${first} ${words[used]}`
    used += 1
  }
  const rest = words.slice(used).join(' ')
  const cut = (line: string) => (line.length > length + 2 ? `${line.slice(0, length + 1)}…` : line)
  return rest === '' ? [cut(first)] : [cut(first), cut(rest)]
}
