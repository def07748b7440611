import type { PetriNet } from '../../sequences/petri-net.ts'
import type { CaseInput } from '../oracle-case.ts'

const placesIn = (text: string) => text.split(' ').filter(Boolean)

/** A net written as { activity: ["places before", "places after"] }, from the place i to the place o unless said otherwise. */
export function netIn(net: CaseInput, { start = 'i', end = 'o' } = {}): PetriNet {
  const transitions = Object.entries(net).map(([activity, places]) => {
    const [from = '', to = ''] = places as readonly string[]
    return { activity, from: placesIn(from), to: placesIn(to) }
  })
  return { transitions, start, end }
}
