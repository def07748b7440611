import { fired, isEnabled, type Marking, markingKey, type PetriNet } from './petri-net.ts'

/** Number that stands for a silent step. */
export const SILENT = -1

/** The markings that a designed journey can reach, numbered as they are found, and its activities, numbered too. */
export interface MarkingGraph {
  readonly start: number
  /** The marking in which only the end holds a token. */
  readonly goal: number
  /** Markings found so far. */
  readonly size: () => number
  /** Steps possible in a marking, in the order of the design: the activity and the marking after it, in turns. Worked out once. */
  readonly stepsFrom: (marking: number) => Int32Array
  readonly activities: readonly string[]
  /** Number of an activity; undefined when the design does not have it. */
  readonly numberOf: (activity: string) => number | undefined
}

/** The graph of a design, explored only as far as somebody asks. */
export function markingGraph(net: PetriNet): MarkingGraph {
  const activities = [
    ...new Set(net.transitions.flatMap(({ activity }) => (activity === null ? [] : [activity]))),
  ]
  const activityNumbers = new Map(activities.map((activity, i) => [activity, i]))
  const numbers = new Map<string, number>()
  const markings: Marking[] = []
  const steps: (Int32Array | undefined)[] = []
  const markingNumber = (marking: Marking) => {
    const key = markingKey(marking)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, markings.length)
    return markings.push(marking) - 1
  }
  const explored = (marking: Marking) => {
    const possible = net.transitions.filter((transition) => isEnabled(marking, transition))
    return Int32Array.from(
      possible.flatMap((transition) => {
        const { activity } = transition
        return [
          activity === null ? SILENT : activityNumbers.get(activity)!,
          markingNumber(fired(marking, transition)),
        ]
      }),
    )
  }
  return {
    start: markingNumber(new Map([[net.start, 1]])),
    goal: markingNumber(new Map([[net.end, 1]])),
    size: () => markings.length,
    stepsFrom: (marking) => (steps[marking] ??= explored(markings[marking]!)),
    activities,
    numberOf: (activity) => activityNumbers.get(activity),
  }
}
