import type { CodedTexts } from '../ensemble/levels-of-places.ts'

/** Scores of answers, person by person in the order of time; rows of one response stand together. */
export interface AnsweredMarks {
  readonly people: Float64Array
  readonly responses: Float64Array
  readonly seconds: Float64Array
  /** Months counted from year 0. */
  readonly months: Uint16Array
  readonly kinds: CodedTexts
  readonly touchpoints: CodedTexts
  readonly units: CodedTexts
  readonly scores: Float64Array
}

/** What people lived, person by person in the order of time. */
export interface Contacts {
  readonly people: Float64Array
  readonly seconds: Float64Array
  readonly names: CodedTexts
  readonly touchpoints: CodedTexts
  readonly channels: CodedTexts
  readonly values: Float64Array
}

/** A response: its rows among the answers, and the contacts of the same person in the days before it. */
export interface Response {
  /** Counted from 0. */
  readonly person: number
  readonly month: number
  readonly unit: number
  /** Rows of the answers, the last one left out. */
  readonly from: number
  readonly to: number
  /** Rows of the contacts, the last one left out; those of the person in all. */
  readonly livedFrom: number
  readonly livedTo: number
  readonly everFrom: number
  readonly everTo: number
}

const daySeconds = 86_400

/** Every response with what its person lived in the days before it. Both lists lie person by person, so one pass finds them. */
export function responsesWithContacts(answers: AnsweredMarks, contacts: Contacts, days: number): Response[] {
  const found: Response[] = []
  let [from, everFrom, everTo, person] = [0, 0, 0, -1]
  for (let row = 0; row < answers.people.length; row = from) {
    const who = answers.people[row]!
    const at = answers.seconds[row]!
    while (from < answers.people.length && sameResponse(answers, row, from)) from += 1
    if (row === 0 || answers.people[row - 1] !== who) {
      person += 1
      everFrom = everTo
      while (everFrom < contacts.people.length && contacts.people[everFrom]! < who) everFrom += 1
      everTo = everFrom
      while (everTo < contacts.people.length && contacts.people[everTo] === who) everTo += 1
    }
    const livedTo = firstAfter(contacts.seconds, { from: everFrom, to: everTo, at })
    const livedFrom = firstAfter(contacts.seconds, {
      from: everFrom,
      to: livedTo,
      at: at - days * daySeconds,
    })
    const [month, unit] = [answers.months[row]!, answers.units.codes[row]!]
    found.push({ person, month, unit, from: row, to: from, livedFrom, livedTo, everFrom, everTo })
  }
  return found
}

function sameResponse({ people, responses, seconds }: AnsweredMarks, one: number, other: number): boolean {
  return (
    people[one] === people[other] && responses[one] === responses[other] && seconds[one] === seconds[other]
  )
}

interface Sought {
  readonly from: number
  readonly to: number
  readonly at: number
}

/** The first row later than a moment, among rows in the order of time. */
function firstAfter(seconds: Float64Array, { from, to, at }: Sought): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (seconds[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Mean score of one kind at each touchpoint, response by response; NaN where it was not given. */
export function marksByTouchpoint(
  answers: AnsweredMarks,
  responses: readonly Response[],
  { kind, touchpoints }: { readonly kind: string; readonly touchpoints: readonly string[] },
): Float64Array[] {
  const code = answers.kinds.values.indexOf(kind)
  const columnOf = new Int32Array(answers.touchpoints.values.length).fill(-1)
  for (const [at, name] of touchpoints.entries()) columnOf[answers.touchpoints.values.indexOf(name)] = at
  const columns = touchpoints.map(() => new Float64Array(responses.length).fill(Number.NaN))
  const counts = touchpoints.map(() => new Uint16Array(responses.length))
  for (const [at, { from, to }] of responses.entries())
    for (let row = from; row < to; row++) {
      const column = columnOf[answers.touchpoints.codes[row]!]!
      if (answers.kinds.codes[row] !== code || column < 0) continue
      const seen = counts[column]![at]!
      const before = seen === 0 ? 0 : columns[column]![at]!
      columns[column]![at] = (before * seen + answers.scores[row]!) / (seen + 1)
      counts[column]![at] = seen + 1
    }
  return columns
}
