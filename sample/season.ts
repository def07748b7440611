/** How busy each month of the year is, times the usual. */
const season = [0.9, 0.85, 0.92, 0.96, 1.0, 0.96, 0.92, 0.88, 0.96, 1.04, 1.16, 1.45] as const

/** Of a month of the year, 1 to 12. */
export function seasonOf(ofYear: number): number {
  return season[ofYear - 1]!
}
