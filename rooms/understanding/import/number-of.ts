export type DecimalMark = '.' | ','

const written = {
  '.': /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i,
  ',': /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i,
} as const

/** Number that a text writes with the given decimal mark; NaN where it writes none. */
export function numberOf(text: string, decimal: DecimalMark): number {
  return written[decimal].test(text) ? Number(text.replace(',', '.')) : Number.NaN
}
