import type { ColumnProfile } from './column-sample.ts'
import { isNamed } from './name-hints.ts'
import { type ScoreScale, scoreScale } from './score-scale.ts'

/** Columns that belong together: answers to a battery of questions, or the boxes of one question. */
export type ColumnGroup =
  | {
      readonly kind: 'battery'
      readonly name: string
      readonly columns: readonly number[]
      readonly scale: ScoreScale
    }
  | { readonly kind: 'boxes' | 'slots'; readonly name: string; readonly columns: readonly number[] }

/** Groups of columns, by their names first and by what lies side by side next; no column is in two of them. */
export function columnGroups(profiles: readonly ColumnProfile[]): readonly ColumnGroup[] {
  const named = namedGroups(profiles).flatMap((columns) => groupOf(columns, profiles))
  const taken = new Set(named.flatMap(({ columns }) => columns))
  const beside = runsOf(profiles, taken).flatMap((columns) => groupOf(columns, profiles))
  return [...named, ...beside]
}

/** What the names of a group begin with: letters and a number before more letters, or all before a last number. */
export function stemOf(name: string): string | null {
  if (name.includes(': ')) return name.slice(0, name.lastIndexOf(': '))
  const numbered = /^(.*[A-Za-z\d][_. #-]?)\d+$/.exec(name)?.[1]
  const lettered = /^([A-Za-z]+\d+)_?[A-Za-z]/.exec(name)?.[1]
  return (numbered && !/^\d*$/.test(numbered) ? numbered.replace(/[_. #-]$/, '') : null) ?? lettered ?? null
}

function namedGroups(profiles: readonly ColumnProfile[]): number[][] {
  const groups = new Map<string, number[]>()
  for (const [index, { name }] of profiles.entries()) {
    const stem = stemOf(name)
    if (stem !== null) groups.set(stem, [...(groups.get(stem) ?? []), index])
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}

/** Runs of neighbouring columns that hold the same few values. */
function runsOf(profiles: readonly ColumnProfile[], taken: ReadonlySet<number>): number[][] {
  const runs: number[][] = []
  let last: number[] = []
  for (const [index, profile] of profiles.entries()) {
    const before = last.at(-1)
    const goesOn =
      before === index - 1 && !taken.has(index) && isAlike(profile, profiles[before]!) && profile.filled > 0
    if (goesOn) last.push(index)
    else {
      last = taken.has(index) ? [] : [index]
      runs.push(last)
    }
  }
  return runs.filter(({ length }) => length > 1)
}

function isAlike(one: ColumnProfile, other: ColumnProfile): boolean {
  if (!one.numbers || !other.numbers || one.counts.size > 12 || other.counts.size > 12) return false
  const ends = ({ numbers }: ColumnProfile) => [Math.min(...new Set(numbers)), Math.max(...new Set(numbers))]
  const [low, high] = ends(one)
  const [otherLow, otherHigh] = ends(other)
  return high === otherHigh && Math.abs(low! - otherLow!) <= 1
}

function groupOf(columns: readonly number[], profiles: readonly ColumnProfile[]): ColumnGroup[] {
  const members = columns.map((column) => profiles[column]!)
  const name = stemOf(members[0]!.name) ?? members[0]!.name
  if (areBoxes(members)) return [{ kind: 'boxes', name, columns }]
  if (areSlots(members)) return [{ kind: 'slots', name, columns }]
  const scale = batteryScale(members)
  if (!scale) return []
  const scored = columns.filter((column) => isOnScale(profiles[column]!, scale))
  return scored.length < 2 ? [] : [{ kind: 'battery', name, columns: scored, scale }]
}

/** Boxes that are ticked or not: 0 and 1 in each column, yes and no, or one text and nothing. */
function areBoxes(members: readonly ColumnProfile[]): boolean {
  const ticked = members.filter(({ filled }) => filled > 0)
  if (ticked.length < 2) return false
  const isOneText = ticked.every(({ counts, filledShare }) => counts.size === 1 && filledShare < 1)
  const isZeroOne = ticked.every(({ counts }) =>
    [...counts.keys()].every((value) => /^([01]|yes|no|true|false|oui|non)$/i.test(value)),
  )
  return isOneText || (isZeroOne && members.length >= 4)
}

/** Slots that are filled from the first on with the codes of several answers: each is emptier than the one before. */
function areSlots(members: readonly ColumnProfile[]): boolean {
  const numbered = members.every(({ name }) => /\d$/.test(name))
  const [first, last] = [members[0]!, members.at(-1)!]
  const falls = members.every(
    ({ filledShare }, index) => index === 0 || filledShare <= members[index - 1]!.filledShare + 0.02,
  )
  const areFew =
    members.every(({ counts }) => counts.size <= 200) && (first.numbers === null || first.isWhole)
  return areFew && numbered && falls && last.filledShare < 0.6 * Math.max(first.filledShare, 0.02)
}

function batteryScale(members: readonly ColumnProfile[]): ScoreScale | null {
  const numeric = members.filter(({ numbers, isWhole }) => numbers && isWhole)
  if (numeric.length < 2 || numeric.length < members.length / 2) return null
  const scale = scoreScale(pooledShares(numeric))
  const isWide = scale !== null && scale.high - scale.low >= 4
  return scale && (isWide || numeric.length >= 4 || numeric.some((member) => isNamed(member, 'score')))
    ? scale
    : null
}

/** Share of each number over several columns. */
export function pooledShares(members: readonly Pick<ColumnProfile, 'numbers'>[]): Map<number, number> {
  const shares = new Map<number, number>()
  const all = members.flatMap(({ numbers }) => numbers ?? [])
  for (const value of all) shares.set(value, (shares.get(value) ?? 0) + 1 / all.length)
  return shares
}

/** Whether the numbers of a column are scores of a scale or codes beside it, and enough different ones. */
export function isOnScale(
  { numbers }: Pick<ColumnProfile, 'numbers'>,
  { low, high, notGiven }: ScoreScale,
): boolean {
  if (!numbers || numbers.length === 0) return false
  const shares = pooledShares([{ numbers }])
  const values = [...shares.keys()]
  const scores = values.filter((value) => value >= low && value <= high && shares.get(value)! >= 0.01)
  const fits = values.every((value) => (value >= low && value <= high) || notGiven.includes(value))
  return fits && scores.length >= Math.min(4, high - low + 1) - 1
}
