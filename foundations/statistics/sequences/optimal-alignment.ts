import type { WhyNot } from '../estimate.ts'
import { type MarkingGraph, markingGraph, SILENT } from './marking-graph.ts'
import type { PetriNet } from './petri-net.ts'

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

/** An alignment with its fitness: 1 − deviations / (length of the journey + shortest way through the design), 0–1. */
export interface FittedAlignment extends Alignment {
  readonly fitness: number
}

const MAX_STATES = 200_000

/** Number that stands for a lived activity which the design does not have. */
const UNKNOWN = -2

/** Kinds of moves, as numbers. */
const [BEGUN, BOTH, PROMISED, IMPOSED] = [0, 1, 2, 3]

/** Numbers kept of a state: its marking, the steps explained so far, the state before it, the kind of the move between and its activity. */
const [MARKING, POSITION, BEFORE, KIND, ACTIVITY, WIDTH] = [0, 1, 2, 3, 4, 5]

/** The search for the alignment of one journey. A state is named by the place of its numbers. */
interface Search {
  readonly graph: MarkingGraph
  /** Activities of the journey by their numbers. */
  readonly lived: Int32Array
  /** Numbers of all states found. */
  states: Int32Array
  used: number
  /** States explored, by marking and position. */
  closed: Uint8Array
}

/** Keeps a state that follows another by a move of a kind. */
function addState(
  search: Search,
  before: number,
  to: { marking: number; position: number; kind: number; activity: number },
): number {
  const at = search.used
  if (at + WIDTH > search.states.length) {
    const larger = new Int32Array(2 * search.states.length)
    larger.set(search.states)
    search.states = larger
  }
  const { states } = search
  states[at + MARKING] = to.marking
  states[at + POSITION] = to.position
  states[at + BEFORE] = before
  states[at + KIND] = to.kind
  states[at + ACTIVITY] = to.activity
  search.used = at + WIDTH
  return at
}

/** Whether a state was explored before; from now on it was. */
function close(search: Search, key: number): boolean {
  if (key >= search.closed.length) {
    const larger = new Uint8Array(2 * (key + 1))
    larger.set(search.closed)
    search.closed = larger
  }
  const wasClosed = search.closed[key] === 1
  search.closed[key] = 1
  return wasClosed
}

/** States one move further: those that cost nothing go to `free`, those that are a deviation to `dear`. */
function pushNext(
  search: Search,
  at: number,
  { free, dear }: { readonly free: number[]; readonly dear: number[] },
): void {
  const { graph, lived, closed } = search
  const marking = search.states[at + MARKING]!
  const position = search.states[at + POSITION]!
  const columns = lived.length + 1
  const steps = graph.stepsFrom(marking)
  const next = position < lived.length ? lived[position]! : UNKNOWN
  for (let i = 0; i < steps.length; i += 2) {
    const activity = steps[i]!
    const to = steps[i + 1]!
    const place = to * columns + position
    if (activity === next && closed[place + 1] !== 1)
      free.push(addState(search, at, { marking: to, position: position + 1, kind: BOTH, activity }))
    if (closed[place] === 1) continue
    const promised = addState(search, at, { marking: to, position, kind: PROMISED, activity })
    if (activity === SILENT) free.push(promised)
    else dear.push(promised)
  }
  if (position < lived.length && closed[marking * columns + position + 1] !== 1)
    dear.push(addState(search, at, { marking, position: position + 1, kind: IMPOSED, activity: next }))
}

/** The moves that led to a state, from the first to the last. */
function movesTo({ states, graph }: Search, activities: readonly string[], end: number): AlignmentMove[] {
  const moves: AlignmentMove[] = []
  for (let at = end; states[at + KIND] !== BEGUN; at = states[at + BEFORE]!) {
    const isPromised = states[at + KIND] === PROMISED
    const kind = isPromised ? 'promised' : states[at + KIND] === BOTH ? 'both' : 'imposed'
    const activity = isPromised
      ? graph.activities[states[at + ACTIVITY]!]
      : activities[states[at + POSITION]! - 1]
    moves.push({ kind, activity: activity ?? null })
  }
  return moves.reverse()
}

/** Cheapest path through the product of journey and design: all states of one cost before the next. */
function alignedWith(graph: MarkingGraph, activities: readonly string[]): Alignment | WhyNot {
  const search: Search = {
    graph,
    lived: Int32Array.from(activities, (activity) => graph.numberOf(activity) ?? UNKNOWN),
    states: new Int32Array(1024 * WIDTH),
    used: 0,
    closed: new Uint8Array((graph.size() + 1) * (activities.length + 1)),
  }
  let level = [addState(search, 0, { marking: graph.start, position: 0, kind: BEGUN, activity: UNKNOWN })]
  let explored = 0
  for (let deviations = 0; level.length > 0 && explored < MAX_STATES; deviations++) {
    const dear: number[] = []
    while (level.length > 0) {
      const at = level.pop()!
      const marking = search.states[at + MARKING]!
      const position = search.states[at + POSITION]!
      if (close(search, marking * (activities.length + 1) + position)) continue
      explored += 1
      if (position === activities.length && marking === graph.goal)
        return { deviations, moves: movesTo(search, activities, at) }
      pushNext(search, at, { free: level, dear })
    }
    level = dear
  }
  return 'not-converged'
}

/**
 * Optimal alignment of a lived journey with the designed one: the fewest steps promised but not lived, or imposed without promise.
 *
 * Cheapest path through the product of both (0–1 search, unit costs, silent steps free). 'not-converged' when the design cannot be finished or is too large to search. Source: Adriansyah, van Dongen &
 * van der Aalst (2011).
 */
export function optimalAlignment(net: PetriNet, activities: readonly string[]): Alignment | WhyNot {
  return alignedWith(markingGraph(net), activities)
}

/**
 * Alignments of many journeys with one design, each with its fitness: 1 − deviations / (length of the journey + shortest way through the
 * design), 0–1. The design is explored once, and journeys of the same steps are aligned once. `onProgress` hears the share that is done, 0–1.
 */
export function alignedJourneys(
  net: PetriNet,
  journeys: readonly (readonly string[])[],
  onProgress?: (share: number) => void,
): (FittedAlignment | WhyNot)[] {
  const graph = markingGraph(net)
  const shortest = alignedWith(graph, [])
  const known = new Map<string, FittedAlignment | WhyNot>()
  return journeys.map((activities, done) => {
    const variant = JSON.stringify(activities)
    const found = known.get(variant) ?? fittedWith(graph, activities, shortest)
    known.set(variant, found)
    onProgress?.((done + 1) / journeys.length)
    return found
  })
}

function fittedWith(
  graph: MarkingGraph,
  activities: readonly string[],
  shortest: Alignment | WhyNot,
): FittedAlignment | WhyNot {
  if (typeof shortest === 'string') return shortest
  const alignment = alignedWith(graph, activities)
  if (typeof alignment === 'string') return alignment
  const worst = activities.length + shortest.deviations
  return { ...alignment, fitness: worst === 0 ? 1 : 1 - alignment.deviations / worst }
}

/** Alignment and fitness of one journey. */
export function alignmentFitness(net: PetriNet, activities: readonly string[]): FittedAlignment | WhyNot {
  return alignedJourneys(net, [activities])[0]!
}
