import type { WhyNot } from '../estimate.ts'
import { fired, isEnabled, type Marking, markingKey, type PetriNet } from './petri-net.ts'

/** One step of an alignment of a lived journey with the designed one. */
export interface AlignmentMove {
  /** 'both': lived as designed; 'promised': designed but not lived; 'imposed': lived but not designed. */
  readonly kind: 'both' | 'promised' | 'imposed'
  /** Null for a silent step of the design. */
  readonly activity: string | null
}

/** The fewest deviations that explain a journey. */
export interface Alignment {
  readonly deviations: number
  readonly moves: readonly AlignmentMove[]
}

interface State {
  readonly marking: Marking
  readonly position: number
  readonly cost: number
  readonly before: State | null
  readonly move: AlignmentMove | null
}

const MAX_STATES = 200_000

const keyOf = ({ marking, position }: State) => `${position}|${markingKey(marking)}`

function nextStates(net: PetriNet, activities: readonly string[], state: State): State[] {
  const { marking, position, cost } = state
  const activity = activities[position]
  const next: State[] = []
  const add = (move: AlignmentMove, to: { marking: Marking; position: number; price: number }) =>
    next.push({ marking: to.marking, position: to.position, cost: cost + to.price, before: state, move })
  for (const transition of net.transitions) {
    if (!isEnabled(marking, transition)) continue
    const after = fired(marking, transition)
    if (activity !== undefined && transition.activity === activity) {
      add({ kind: 'both', activity }, { marking: after, position: position + 1, price: 0 })
    }
    const price = transition.activity === null ? 0 : 1
    add({ kind: 'promised', activity: transition.activity }, { marking: after, position, price })
  }
  if (activity !== undefined)
    add({ kind: 'imposed', activity }, { marking, position: position + 1, price: 1 })
  return next
}

function movesTo(state: State): AlignmentMove[] {
  const moves: AlignmentMove[] = []
  for (let at: State | null = state; at?.move; at = at.before) moves.unshift(at.move)
  return moves
}

/**
 * Optimal alignment of a lived journey with the designed one: the fewest steps promised but not lived, or imposed without promise.
 *
 * Cheapest path through the product of both (0–1 search, unit costs, silent steps free). 'not-converged' when the design cannot be finished or is too large to search. Source: Adriansyah, van Dongen &
 * van der Aalst (2011).
 */
export function optimalAlignment(net: PetriNet, activities: readonly string[]): Alignment | WhyNot {
  const goal = markingKey(new Map([[net.end, 1]]))
  const closed = new Set<string>()
  let level: State[] = [
    { marking: new Map([[net.start, 1]]), position: 0, cost: 0, before: null, move: null },
  ]
  while (level.length > 0 && closed.size < MAX_STATES) {
    const costlier: State[] = []
    while (level.length > 0) {
      const state = level.pop()!
      const key = keyOf(state)
      if (closed.has(key)) continue
      closed.add(key)
      if (state.position === activities.length && markingKey(state.marking) === goal) {
        return { deviations: state.cost, moves: movesTo(state) }
      }
      for (const next of nextStates(net, activities, state))
        (next.cost === state.cost ? level : costlier).push(next)
    }
    level = costlier
  }
  return 'not-converged'
}

/**
 * Fitness of a journey from its alignment: 1 − deviations / (length of the journey + shortest way through the design), 0–1.
 */
export function alignmentFitness(
  net: PetriNet,
  activities: readonly string[],
): (Alignment & { fitness: number }) | WhyNot {
  const alignment = optimalAlignment(net, activities)
  const shortest = optimalAlignment(net, [])
  if (typeof alignment === 'string') return alignment
  if (typeof shortest === 'string') return shortest
  const worst = activities.length + shortest.deviations
  return { ...alignment, fitness: worst === 0 ? 1 : 1 - alignment.deviations / worst }
}
