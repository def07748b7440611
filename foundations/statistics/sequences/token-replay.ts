import type { WhyNot } from '../estimate.ts'
import { sound } from '../sound-result.ts'
import type { PetriNet } from './petri-net.ts'

/** Journeys with the same order of steps. */
export interface JourneyVariant {
  readonly activities: readonly string[]
  readonly journeys: number
}

/** How well the lived journeys follow the designed one. */
export interface ReplayFitness {
  readonly produced: number
  readonly consumed: number
  readonly missing: number
  readonly remaining: number
  /** 0–1; 1 when every journey follows the design. */
  readonly fitness: number
  readonly fittingJourneys: number
}

/** Tokens of one journey; steps that the net does not know are skipped. */
function replay({ transitions, start, end }: PetriNet, activities: readonly string[]) {
  const tokens = new Map([[start, 1]])
  let [produced, consumed, missing] = [1, 1, 0]
  const take = (place: string) => {
    const held = tokens.get(place) ?? 0
    if (held === 0) missing += 1
    else tokens.set(place, held - 1)
  }
  for (const activity of activities) {
    const transition = transitions.find((candidate) => candidate.activity === activity)
    if (!transition) continue
    transition.from.forEach(take)
    for (const place of transition.to) tokens.set(place, (tokens.get(place) ?? 0) + 1)
    consumed += transition.from.length
    produced += transition.to.length
  }
  take(end)
  const remaining = [...tokens.values()].reduce((sum, held) => sum + held, 0)
  return { produced, consumed, missing, remaining }
}

/**
 * Token replay: fitness = ½ (1 − missing / consumed) + ½ (1 − remaining / produced), over all journeys. For nets without silent steps.
 *
 * Source: Rozinat & van der Aalst (2008), Information Systems 33:64.
 */
export function tokenReplay(net: PetriNet, variants: readonly JourneyVariant[]): ReplayFitness | WhyNot {
  if (variants.length === 0) return 'no-answers'
  const total = { produced: 0, consumed: 0, missing: 0, remaining: 0, fittingJourneys: 0 }
  for (const { activities, journeys } of variants) {
    const one = replay(net, activities)
    total.produced += journeys * one.produced
    total.consumed += journeys * one.consumed
    total.missing += journeys * one.missing
    total.remaining += journeys * one.remaining
    if (one.missing === 0 && one.remaining === 0) total.fittingJourneys += journeys
  }
  const fitness = 0.5 * (1 - total.missing / total.consumed) + 0.5 * (1 - total.remaining / total.produced)
  return total.produced > 0 ? sound({ ...total, fitness }) : 'no-answers'
}
