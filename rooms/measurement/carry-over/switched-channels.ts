import { differenceWithin } from '../../../foundations/statistics/causal/carried-share.ts'
import type { Difference } from '../../../foundations/statistics/estimate.ts'
import { groupIndex } from '../../../foundations/statistics/panel/fixed-effects.ts'
import type { AnsweredMarks, Contacts, Response } from './responses-with-contacts.ts'
import { heldOf } from './within-units-and-months.ts'

/** What scores lose or gain where people come from another channel, beside people known in both who stayed in one. */
export interface SwitchFound {
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly n: number
  readonly switched: number
  readonly effect: Difference
}

interface Path {
  /** The channel it ended in, and what was last done there. */
  readonly to: number
  readonly last: number
  /** The channel it came from: the same where no other was used in the days before. */
  readonly from: number
}

const daySeconds = 86_400
/** Seconds between two channels within which the second goes on with what began in the first. */
const goesOn = 3 * daySeconds
/** Fewest responses after a change of channel, and after none, also as a share: where nearly all change, there is nobody to compare them with. */
const fewest = 30
const leastShare = 0.1

/** Every change from one channel to another that people made in the days before a response, for each kind of score. */
export function switchedChannels(
  answers: AnsweredMarks,
  contacts: Contacts,
  { responses, days }: { readonly responses: readonly Response[]; readonly days: number },
): SwitchFound[] {
  const paths = responses.map((response) => pathOf(contacts, response, days))
  const channels = contacts.channels.values
    .map((_, code) => code)
    .filter((code) => contacts.channels.values[code] !== '')
  const scores = answers.kinds.values.map((_, kind) => scoresApart(answers, responses, kind))
  return channels.flatMap((from) =>
    channels.flatMap((to) => {
      const rows = from === to ? [] : rowsBetween({ contacts, responses, paths }, { from, to })
      return scores.flatMap((score, kind) => {
        const found = effectOf(answers, { rows, score, responses, paths, from })
        const [fromName, toName] = [contacts.channels.values[from]!, contacts.channels.values[to]!]
        return found ? [{ from: fromName, to: toName, kind: answers.kinds.values[kind]!, ...found }] : []
      })
    }),
  )
}

/**
 * How a response was reached, seen from the last thing done before it, so that a late answer looks back as far as a quick one; null where nothing was lived
 * before it, or another channel was used too long ago to be part of it.
 */
function pathOf({ channels, names, seconds }: Contacts, response: Response, days: number): Path | null {
  const { livedFrom, livedTo, everFrom } = response
  if (livedFrom === livedTo) return null
  const end = livedTo - 1
  const [to, last] = [channels.codes[end]!, names.codes[end]!]
  for (let row = end - 1; row >= everFrom && seconds[end]! - seconds[row]! <= days * daySeconds; row--) {
    const from = channels.codes[row]!
    if (from === to) continue
    return seconds[row + 1]! - seconds[row]! <= goesOn ? { to, last, from } : null
  }
  return { to, last, from: to }
}

interface Lived {
  readonly contacts: Contacts
  readonly responses: readonly Response[]
  readonly paths: readonly (Path | null)[]
}

/** Responses that ended in a channel, by people known in both channels, who came from the other or stayed in the one. */
function rowsBetween(
  { contacts, responses, paths }: Lived,
  { from, to }: { from: number; to: number },
): number[] {
  const rows: number[] = []
  for (const [row, path] of paths.entries()) {
    if (!path || path.to !== to || (path.from !== from && path.from !== to)) continue
    if (isKnownIn(contacts, responses[row]!, from)) rows.push(row)
  }
  return rows
}

function isKnownIn({ channels }: Contacts, { everFrom, everTo }: Response, channel: number): boolean {
  for (let row = everFrom; row < everTo; row++) if (channels.codes[row] === channel) return true
  return false
}

/** Mean score of one kind in each response, counted from the mean of its touchpoint; NaN where there is none. */
function scoresApart(answers: AnsweredMarks, responses: readonly Response[], kind: number): Float64Array {
  const width = answers.touchpoints.values.length
  const [sums, counts] = [new Float64Array(width), new Float64Array(width)]
  for (let row = 0; row < answers.scores.length; row++) {
    if (answers.kinds.codes[row] !== kind) continue
    sums[answers.touchpoints.codes[row]!]! += answers.scores[row]!
    counts[answers.touchpoints.codes[row]!]! += 1
  }
  return Float64Array.from(responses, ({ from, to }) => {
    let [apart, n] = [0, 0]
    for (let row = from; row < to; row++) {
      if (answers.kinds.codes[row] !== kind) continue
      const touchpoint = answers.touchpoints.codes[row]!
      apart += answers.scores[row]! - sums[touchpoint]! / counts[touchpoint]!
      n += 1
    }
    return n === 0 ? Number.NaN : apart / n
  })
}

/** What a response answered: its kinds and touchpoints, in one word. */
function askedIn({ kinds, touchpoints }: AnsweredMarks, { from, to }: Response): string {
  const asked = new Set<string>()
  for (let row = from; row < to; row++) asked.add(`${kinds.codes[row]}/${touchpoints.codes[row]}`)
  return [...asked].sort().join(' ')
}

interface Compared {
  readonly rows: readonly number[]
  readonly score: Float64Array
  readonly responses: readonly Response[]
  readonly paths: readonly (Path | null)[]
  readonly from: number
}

/** The difference with unit, month, what was last done and what was asked held constant. */
function effectOf(answers: AnsweredMarks, { rows, score, responses, paths, from }: Compared) {
  const scored = rows.filter((row) => !Number.isNaN(score[row]))
  const struck = scored.map((row) => Number(paths[row]!.from === from))
  const switched = struck.reduce((sum, one) => sum + one, 0)
  if (Math.min(switched, scored.length - switched) < Math.max(fewest, leastShare * scored.length)) return null
  const effect = differenceWithin({
    struck,
    marks: scored.map((row) => score[row]!),
    people: scored.map((row) => responses[row]!.person),
    held: [
      ...heldOf(responses, scored),
      groupIndex(scored.map((row) => paths[row]!.last)),
      groupIndex(scored.map((row) => askedIn(answers, responses[row]!))),
    ],
  })
  return typeof effect === 'string' ? null : { n: scored.length, switched, effect }
}
