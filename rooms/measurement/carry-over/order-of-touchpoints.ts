/** A journey: its touchpoints in their order. */
export interface JourneyOrder {
  readonly touchpoints: readonly string[]
}

/** Touchpoints such that each stands after those that come before it in a journey, as far as journeys agree; those of no journey come last. */
export function orderedTouchpoints(names: readonly string[], journeys: readonly JourneyOrder[]): string[] {
  const first = [...new Set([...journeys.flatMap(({ touchpoints }) => touchpoints), ...names])]
  const left = first.filter((name) => names.includes(name))
  const ordered: string[] = []
  while (left.length > 0) {
    const free = left.findIndex(
      (name) => !left.some((other) => other !== name && isBefore(other, name, journeys)),
    )
    ordered.push(...left.splice(Math.max(0, free), 1))
  }
  return ordered
}

/** Whether a journey goes from one touchpoint to another, and none the other way. */
export function isBefore(one: string, other: string, journeys: readonly JourneyOrder[]): boolean {
  const goes = (from: string, to: string) =>
    journeys.some(({ touchpoints }) => {
      const at = touchpoints.indexOf(from)
      return at >= 0 && touchpoints.indexOf(to, at + 1) >= 0
    })
  return goes(one, other) && !goes(other, one)
}
