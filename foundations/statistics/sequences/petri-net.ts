/** A step of the designed journey: it takes one token from each place before it and puts one into each place after it. */
export interface NetTransition {
  /** Activity as it appears in the log; null for a silent step. */
  readonly activity: string | null
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** The designed journey as a Petri net, with one token at the start and one at the end. */
export interface PetriNet {
  readonly transitions: readonly NetTransition[]
  readonly start: string
  readonly end: string
}

/** Tokens by place. */
export type Marking = ReadonlyMap<string, number>

/** Whether every place before a step holds a token. */
export function isEnabled(marking: Marking, { from }: NetTransition): boolean {
  return from.every((place) => (marking.get(place) ?? 0) > 0)
}

/** Tokens after a step, places without tokens left out. */
export function fired(marking: Marking, { from, to }: NetTransition): Map<string, number> {
  const next = new Map(marking)
  for (const place of from) {
    const left = (next.get(place) ?? 0) - 1
    if (left === 0) next.delete(place)
    else next.set(place, left)
  }
  for (const place of to) next.set(place, (next.get(place) ?? 0) + 1)
  return next
}

/** A name that two equal markings share. */
export function markingKey(marking: Marking): string {
  return [...marking]
    .map(([place, tokens]) => `${place}:${tokens}`)
    .sort()
    .join(' ')
}
