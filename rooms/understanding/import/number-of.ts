export type DecimalMark = '.' | ','

const written = {
  '.': /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i,
  ',': /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i,
} as const

/** Number that a text writes with the given decimal mark; NaN where it writes none. */
export function numberOf(text: string, decimal: DecimalMark): number {
  return written[decimal].test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

export type ThousandsMark = ',' | '.' | ' ' | "'"

const grouped: Readonly<Record<ThousandsMark, RegExp>> = {
  ',': /^[+-]?\d{1,3}(,\d{3})+(?!\d)/,
  '.': /^[+-]?\d{1,3}(\.\d{3})+(?!\d)/,
  ' ': /^[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+(?!\d)/,
  "'": /^[+-]?\d{1,3}(['\u2019]\d{3})+(?!\d)/,
}

/** Reads numbers written with these marks; groups of thousands may be set apart, and must then all be. */
export function numberReader(marks: {
  readonly decimal: DecimalMark
  readonly thousands?: ThousandsMark | undefined
}): (text: string) => number {
  const { decimal, thousands } = marks
  if (thousands === undefined) return (text) => numberOf(text, decimal)
  const inGroups = grouped[thousands]
  const whole = (text: string) => text.replace(inGroups, (digits) => digits.replaceAll(/[^\d+-]/g, ''))
  return (text) => numberOf(whole(text), decimal)
}
