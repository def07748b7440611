import type { Margin } from './rake-weights.ts'

/** Name of the level that thin levels are merged into. */
export const MERGED = 'other'

function countsOf({ levels, totals }: Margin): [string | number, number][] {
  const counts = new Map([...totals.keys()].map((level) => [level, 0]))
  for (const level of Array.from(levels)) counts.set(level, (counts.get(level) ?? 0) + 1)
  return [...counts].sort((a, b) => a[1] - b[1])
}

/**
 * Merges the levels of a margin that have fewer than `smallest` answers, and further small ones until the merged level has enough.
 *
 * Returns the margin unchanged when no level is thin. For raking, where a level with few answers gets large, unstable weights.
 */
export function mergeThinLevels(margin: Margin, smallest = 20): Margin {
  const merged = new Set<string | number>()
  let people = 0
  for (const [level, count] of countsOf(margin)) {
    if (count >= smallest && (merged.size === 0 || people >= smallest)) break
    merged.add(level)
    people += count
  }
  if (merged.size === 0) return margin
  const totals = new Map<string | number, number>()
  for (const [level, total] of margin.totals) {
    const name = merged.has(level) ? MERGED : level
    totals.set(name, (totals.get(name) ?? 0) + total)
  }
  return { levels: Array.from(margin.levels, (level) => (merged.has(level) ? MERGED : level)), totals }
}
