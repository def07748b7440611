import type { Refusal } from '../../../foundations/http/problem.contract.ts'
import type { Grouping } from '../../../foundations/warehouse/histogram-query.contract.ts'
import type { Unit } from '../../strategy/contract.ts'
import type { FigureFilter } from '../contract.ts'

/** A question for figures, as it crosses the door. */
export interface FigureQuestion extends FigureFilter {
  readonly measure?: string | undefined
  readonly by?: string | undefined
  readonly compare: 'before' | 'rest' | 'none'
}

/** Why a question has no answer: it names what is not there, or what cannot be read. */
export interface QuestionRefused {
  readonly refusal: Refusal
}

const groupings = /^(touchpoint|unit|month|quarter|year|question|channel|segment:[a-z0-9-]+)$/

/** Groupings from their list separated by commas; null where one is unknown, named twice, or there are more than two. */
export function groupingsOf(text: string | undefined): Grouping[] | null {
  const names = listOf(text)
  const sound =
    names.length <= 2 && new Set(names).size === names.length && names.every((name) => groupings.test(name))
  return sound ? (names as Grouping[]) : null
}

/** Names in a list separated by commas. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Name and value of a segment written `name:value`; null where it is not. */
export function segmentOf(text: string): { name: string; value: string } | null {
  const colon = text.indexOf(':')
  if (colon < 1 || colon === text.length - 1) return null
  return { name: text.slice(0, colon), value: text.slice(colon + 1) }
}

/** Keys of a unit and of all that belong to it. */
export function branchOf(units: readonly Unit[], key: string): string[] {
  const children = units.filter(({ parent }) => parent === key)
  return [key, ...children.flatMap((child) => branchOf(units, child.key))]
}
