import { type RandomSource, randomSource } from '../../foundations/statistics/resampling/random-source.ts'
import {
  fired,
  isEnabled,
  type NetTransition,
  type PetriNet,
} from '../../foundations/statistics/sequences/petri-net.ts'

/** Data of the statistics bench, made from a seed. */

const numbers = (n: number, draw: (i: number) => number) =>
  Float64Array.from({ length: n }, (_, i) => draw(i))

/** Answers on 0–10 to many questions that share an opinion, and an outcome that follows some more than others. */
export function surveyAnswers(seed: number, respondents: number, questions: number) {
  const random = randomSource(seed)
  const opinion = numbers(respondents, random.normal)
  const answer = (shared: number) =>
    Math.round(Math.max(0, Math.min(10, 5 + 1.2 * shared + 1.6 * random.normal())))
  const columns = Array.from({ length: questions }, () => numbers(respondents, (i) => answer(opinion[i]!)))
  const outcome = (i: number) =>
    columns.reduce((sum, column, j) => sum + (column[i]! * (j + 1)) / 50, 2 * random.normal())
  return { columns, y: numbers(respondents, outcome) }
}

/** Customers of a BG/NBD world (r 1, alpha 8, a 1, b 3), each watched for 20 to 80 weeks; times are not rounded, so hardly two are alike. */
export function purchaseHistories(seed: number, customers: number) {
  const random = randomSource(seed)
  const exponential = () => -Math.log(1 - random.uniform())
  const [repeats, recency] = [new Float64Array(customers), new Float64Array(customers)]
  const observed = numbers(customers, () => 20 + 60 * random.uniform())
  for (let i = 0; i < customers; i++) {
    const rate = exponential() / 8
    const leaves = 1 - random.uniform() ** (1 / 3)
    for (let time = exponential() / rate; time <= observed[i]!; time += exponential() / rate) {
      repeats[i]! += 1
      recency[i] = time
      if (random.uniform() < leaves) break
    }
  }
  return { repeats, recency, observed }
}

/** People who leave after days or are still there, in groups. */
export function leavingPeople(seed: number, people: number, groups: number) {
  const random = randomSource(seed)
  const times = numbers(people, () => Math.ceil(-200 * Math.log(1 - random.uniform())))
  return {
    times,
    events: numbers(people, () => (random.uniform() < 0.6 ? 1 : 0)),
    groups: numbers(people, () => random.index(groups)),
  }
}

/** Noise around a level that changes once in so many points; never when that is 0. */
export function levelSeries(seed: number, points: number, changes: number) {
  const random = randomSource(seed)
  let level = 0
  return numbers(points, () => {
    if (random.uniform() < changes) level = 4 * random.normal()
    return level + random.normal()
  })
}

/** Respondents who answer more at some levels than at others, and what the population has at each. */
export function respondentMargins(seed: number, respondents: number, margins: number) {
  const random = randomSource(seed)
  return Array.from({ length: margins }, (_, k) => {
    const count = k + 2
    const levels = numbers(respondents, () => Math.floor(random.uniform() ** (1 + k / 12) * count))
    const totals = new Map(Array.from({ length: count }, (__, level) => [level, respondents / count]))
    return { levels, totals }
  })
}

/** A designed journey of forty steps: a line, a choice of five, four branches side by side, a way back, silent steps. */
export function designedJourney(): PetriNet {
  const step = (activity: string | null, from: string, to: string): NetTransition => ({
    activity,
    from: from.split(' '),
    to: to.split(' '),
  })
  const line = (name: string, length: number, [from, to]: [string, string]) =>
    Array.from({ length }, (_, i) =>
      step(`${name}${i}`, i === 0 ? from : `${name}-${i}`, i === length - 1 ? to : `${name}-${i + 1}`),
    )
  const transitions = [
    ...line('arrive', 6, ['in', 'chosen']),
    ...Array.from({ length: 5 }, (_, i) => step(`choice${i}`, 'chosen', 'ready')),
    step(null, 'ready', 'a b c d'),
    ...['a', 'b', 'c', 'd'].flatMap((name) => line(name, 4, [name, `${name}!`])),
    step(null, 'a! b! c! d!', 'together'),
    step('again', 'together', 'ready'),
    ...line('leave', 6, ['together', 'left']),
    ...['thanked', 'asked', null].map((activity) => step(activity, 'left', 'last')),
    step('close', 'last', 'out'),
  ]
  return { start: 'in', end: 'out', transitions }
}

/** Journeys that follow a design by chance, with one step in fifteen left out and one in fifteen put in. */
export function livedJourneys(seed: number, net: PetriNet, journeys: number): string[][] {
  const random = randomSource(seed)
  const names = net.transitions.flatMap(({ activity }) => activity ?? [])
  return Array.from({ length: journeys }, () =>
    walkThrough(net, random).flatMap((activity) => {
      if (random.uniform() < 1 / 15) return []
      return random.uniform() < 1 / 15 ? [activity, names[random.index(names.length)]!] : [activity]
    }),
  )
}

function walkThrough(net: PetriNet, random: RandomSource): string[] {
  const activities: string[] = []
  for (let marking = new Map([[net.start, 1]]); !(marking.size === 1 && marking.has(net.end)); ) {
    const possible = net.transitions.filter((transition) => isEnabled(marking, transition))
    const chosen = possible[random.index(possible.length)]!
    marking = fired(marking, chosen)
    if (chosen.activity !== null) activities.push(chosen.activity)
  }
  return activities
}
