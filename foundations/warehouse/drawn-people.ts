/** Share of the people who are read where there are more rows than `most`. */
export function shareDrawn(rows: number, most: number): number {
  return Math.min(1, most / Math.max(1, rows))
}

/** People are drawn, not answers, by a hash of who they are: the same ones each time. */
export function drawnOnly(drawn: number): string[] {
  return drawn < 1 ? [`sipHash64(person) < ${BigInt(Math.floor(drawn * 2 ** 52)) << 12n}`] : []
}
