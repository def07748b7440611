import type { PetriNet } from '../../sequences/petri-net.ts'
import type { CaseInput, Json } from '../oracle-case.ts'

const placesIn = (text: Json | undefined): string[] =>
  Array.isArray(text)
    ? text.map(String)
    : String(text ?? '')
        .split(/[\s,]+/)
        .filter(Boolean)

/** A step named "tau" or "skip" is silent. */
const activityOf = (name: string) => (/^(tau|skip|silent)[\d_]*$/i.test(name) ? null : name)

/** The one place that no step fills (or empties). */
function onlyPlace(places: readonly string[], others: readonly string[], what: string): string {
  const found = [...new Set(places)].filter((place) => !others.includes(place))
  if (found.length !== 1)
    throw new RangeError(`the net has ${found.length} places to ${what}: ${found.join(', ')}`)
  return found[0]!
}

/**
 * A net written as { activity: ["places before", "places after"] }. It starts in the place that no step fills and ends in the one that
 * no step empties, unless said otherwise.
 */
export function netIn(net: CaseInput, { start, end }: { start?: string; end?: string } = {}): PetriNet {
  const transitions = Object.entries(net).map(([name, places]) => {
    const [from, to] = places as readonly Json[]
    return { activity: activityOf(name), from: placesIn(from), to: placesIn(to) }
  })
  const before = transitions.flatMap(({ from }) => from)
  const after = transitions.flatMap(({ to }) => to)
  return {
    transitions,
    start: start ?? onlyPlace(before, after, 'start in'),
    end: end ?? onlyPlace(after, before, 'end in'),
  }
}

/** Steps of a trace: a list, words between commas or arrows, or letters. */
export function stepsIn(trace: Json): string[] {
  if (Array.isArray(trace)) return trace.map(String)
  const text = String(trace)
  return /,|->|>/.test(text) ? text.split(/\s*(?:,|->|>)\s*/).filter(Boolean) : [...text]
}
