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

/** Moves, as numbers; a promised step is the number of its activity, or that of a silent step. */
const BOTH = -3
const IMPOSED = -4
const BEGUN = -5

/** Numbers kept of a state: marking and steps explained so far in one number, the state before it, and the move between. */
const KEY = 0
const BEFORE = 1
const MOVE = 2
const WIDTH = 3

/** A design that journeys are aligned with, and room for the search of one after the other. */
interface Design {
  readonly graph: MarkingGraph
  /** Numbers of the states found; a state is named by the place of its numbers. */
  states: Int32Array
  used: number
  /** By marking and position: 1 + the fewest deviations with which it was found, 0 where it was not. */
  found: Uint16Array
}

function designOf(net: PetriNet): Design {
  return {
    graph: markingGraph(net),
    states: new Int32Array(1024 * WIDTH),
    used: 0,
    found: new Uint16Array(1024),
  }
}

/** States to explore: those that cost no further deviation, and those that cost one. */
interface OpenStates {
  readonly free: number[]
  readonly dear: number[]
}

/** The search for the alignment of one journey. */
interface Search {
  readonly design: Design
  /** Positions of the journey: a marking and a position together make the number marking × columns + position. */
  readonly columns: number
  /** Activities of the journey by their numbers. */
  readonly lived: Int32Array
}

/** Keeps a state that is found with fewer deviations than before, and gives its place; −1 where it is known already. */
function kept(
  design: Design,
  key: number,
  { deviations, before, move }: { deviations: number; before: number; move: number },
): number {
  if (key >= design.found.length) design.found = doubled(design.found, Uint16Array, key + 1)
  const found = design.found[key]!
  if (found !== 0 && found <= deviations + 1) return -1
  design.found[key] = deviations + 1
  const at = design.used
  design.used = at + WIDTH
  if (design.used > design.states.length) design.states = doubled(design.states, Int32Array, design.used)
  design.states[at + KEY] = key
  design.states[at + BEFORE] = before
  design.states[at + MOVE] = move
  return at
}

/** A copy of a list of numbers with twice the room that is needed. */
function doubled<List extends Int32Array | Uint16Array>(
  list: List,
  kind: new (length: number) => List,
  needed: number,
): List {
  const larger = new kind(2 * needed)
  larger.set(list)
  return larger
}

/** Opens the states one move further. */
function openNext(
  { design, lived, columns }: Search,
  before: number,
  { free, dear, deviations }: OpenStates & { readonly deviations: number },
): void {
  const key = design.states[before + KEY]!
  const position = key % columns
  const steps = design.graph.stepsFrom((key - position) / columns)
  const next = position < lived.length ? lived[position]! : UNKNOWN
  for (let i = 0; i < steps.length; i += 2) {
    const move = steps[i]!
    const there = steps[i + 1]! * columns + position
    if (move === next) {
      const both = kept(design, there + 1, { deviations, before, move: BOTH })
      if (both >= 0) free.push(both)
    }
    const price = move === SILENT ? 0 : 1
    const promised = kept(design, there, { deviations: deviations + price, before, move })
    if (promised >= 0) (price === 0 ? free : dear).push(promised)
  }
  if (position === lived.length) return
  const imposed = kept(design, key + 1, { deviations: deviations + 1, before, move: IMPOSED })
  if (imposed >= 0) dear.push(imposed)
}

/** The moves that led to a state, from the first to the last. */
function movesTo({ design, columns }: Search, activities: readonly string[], end: number): AlignmentMove[] {
  const { states, graph } = design
  const moves: AlignmentMove[] = []
  for (let at = end; states[at + MOVE] !== BEGUN; at = states[at + BEFORE]!) {
    const move = states[at + MOVE]!
    const lived = activities[(states[at + KEY]! % columns) - 1]!
    if (move === BOTH) moves.push({ kind: 'both', activity: lived })
    else if (move === IMPOSED) moves.push({ kind: 'imposed', activity: lived })
    else moves.push({ kind: 'promised', activity: graph.activities[move] ?? null })
  }
  return moves.reverse()
}

/** Cheapest path through the product of journey and design: all states of one number of deviations before the next. */
function alignedWith(design: Design, activities: readonly string[]): Alignment | WhyNot {
  const { graph } = design
  const lived = Int32Array.from(activities, (activity) => graph.numberOf(activity) ?? UNKNOWN)
  const search = { design, lived, columns: lived.length + 1 }
  const goal = graph.goal * search.columns + lived.length
  design.found.fill(0)
  design.used = 0
  let free = [kept(design, graph.start * search.columns, { deviations: 0, before: 0, move: BEGUN })]
  let explored = 0
  for (let deviations = 0; free.length > 0 && explored < MAX_STATES; deviations++) {
    const dear: number[] = []
    while (free.length > 0) {
      const at = free.pop()!
      const key = design.states[at + KEY]!
      if (design.found[key] !== deviations + 1) continue
      explored += 1
      if (key === goal) return { deviations, moves: movesTo(search, activities, at) }
      openNext(search, at, { free, dear, deviations })
    }
    free = dear
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
  return alignedWith(designOf(net), activities)
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
  const design = designOf(net)
  const shortest = alignedWith(design, [])
  const known = new Map<string, FittedAlignment | WhyNot>()
  return journeys.map((activities, done) => {
    const variant = JSON.stringify(activities)
    const found = known.get(variant) ?? fittedWith(design, activities, shortest)
    known.set(variant, found)
    onProgress?.((done + 1) / journeys.length)
    return found
  })
}

function fittedWith(
  design: Design,
  activities: readonly string[],
  shortest: Alignment | WhyNot,
): FittedAlignment | WhyNot {
  if (typeof shortest === 'string') return shortest
  const alignment = alignedWith(design, activities)
  if (typeof alignment === 'string') return alignment
  const worst = activities.length + shortest.deviations
  return { ...alignment, fitness: worst === 0 ? 1 : 1 - alignment.deviations / worst }
}

/** Alignment and fitness of one journey. */
export function alignmentFitness(net: PetriNet, activities: readonly string[]): FittedAlignment | WhyNot {
  return alignedJourneys(net, [activities])[0]!
}
