import type { TextColumn } from './read-native.ts'

/** Texts as a column of codes, values in order of first appearance. */
export function codedTexts(texts: readonly string[]): TextColumn {
  const values = [...new Set(texts)]
  const places = new Map(values.map((value, at) => [value, at]))
  return { codes: Uint32Array.from(texts, (text) => places.get(text)!), values }
}
