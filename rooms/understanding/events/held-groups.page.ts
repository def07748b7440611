import type { HeldGroup } from './event.contract.ts'

const unknownReasons = ['name-unknown', 'touchpoint-unknown'] as const
export type UnknownReason = (typeof unknownReasons)[number]

/** Messages that wait for a name or touchpoint to be known. */
export interface UnknownGroup extends HeldGroup {
  readonly reason: UnknownReason
}

export const isUnknown = (group: HeldGroup): group is UnknownGroup =>
  unknownReasons.some((reason) => reason === group.reason)

export const sumOf = (groups: readonly HeldGroup[]): number =>
  groups.reduce((sum, { messages }) => sum + Number(messages), 0)

export const groupKey = ({ source, reason, key }: HeldGroup): string => `${source} ${reason} ${key}`

/** The engine writes moments as `2026-01-31 12:00:00.000`, in UTC. */
export function heldInstant(moment: string): Date {
  return new Date(/[TZ]/.test(moment) ? moment : `${moment.replace(' ', 'T')}Z`)
}

/** A table of events with a rule begun for what waits, which fits once it is completed; all else stays as it was written. */
export function tableWithRule(yaml: string, { reason, key }: Pick<HeldGroup, 'reason' | 'key'>): string {
  const quoted = JSON.stringify(key)
  if (reason === 'touchpoint-unknown') return withLine(yaml, 'touchpoints', `  ${quoted}: "?"`)
  const named = /^(page|screen) (.+)$/s.exec(key)
  const what = named ? `${named[1]}: ${JSON.stringify(named[2])}` : `event: ${quoted}`
  return withLine(yaml, 'rules', `  - ${what}\n    touchpoint: `)
}

function withLine(yaml: string, section: string, line: string): string {
  const empty = new RegExp(`^${section}:[ \\t]*(\\[\\]|\\{\\})?[ \\t]*$`, 'm')
  if (empty.test(yaml)) return yaml.replace(empty, () => `${section}:\n${line}`)
  return `${yaml.trimEnd()}\n${section}:\n${line}\n`
}
