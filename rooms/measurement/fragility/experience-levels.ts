import type { Measure } from '../contract.ts'

/** How well people are treated, as their own answer tells it. */
export const experienceLevels = ['weak', 'middle', 'strong'] as const
export type ExperienceLevel = (typeof experienceLevels)[number]

/** Marks below `weakBelow` are weak, marks from `strongFrom` on are strong; the other way round where lower is better. */
export interface LevelEnds {
  readonly weakBelow: number
  readonly strongFrom: number
  readonly isLowerBetter: boolean
}

/** Detractors, passives and promoters of a recommendation; else below the middle of the scale, and its upper quarter. */
export function levelEnds({
  method,
  scale,
  better,
}: Pick<Measure, 'method' | 'scale' | 'better'>): LevelEnds {
  if (method === 'nps') return { weakBelow: 7, strongFrom: 9, isLowerBetter: false }
  const at = (share: number) => scale.low + share * (scale.high - scale.low)
  return better === 'lower'
    ? { weakBelow: at(0.5), strongFrom: at(0.25), isLowerBetter: true }
    : { weakBelow: at(0.5), strongFrom: at(0.75), isLowerBetter: false }
}

/** The level of a mark. */
export function levelOf(mark: number, { weakBelow, strongFrom, isLowerBetter }: LevelEnds): ExperienceLevel {
  if (isLowerBetter) return mark > weakBelow ? 'weak' : mark <= strongFrom ? 'strong' : 'middle'
  return mark < weakBelow ? 'weak' : mark >= strongFrom ? 'strong' : 'middle'
}
