import type { FactKind, Message, Question } from '../../../foundations/warehouse/message.ts'
import type { RejectedRow } from '../contract.ts'
import type { RowOutcome } from './row-reader.facts.ts'

/** A row that was refused: every reason, and the row itself as it stands in the file. */
export interface RefusedRow {
  readonly rejected: readonly RejectedRow[]
  readonly cells: readonly string[]
  /** File that it stands in, where there are several. */
  readonly file: string
}

/** What rows read together came to. */
export interface BatchCounts {
  readonly rowsRead: number
  readonly rowsSound: number
  /** Rows that do not count by what the mapping says. */
  readonly rowsLeftOut: number
  readonly answersNotGiven: number
  readonly outcomesNotGiven: number
  /** Facts of the sound rows. */
  readonly facts: Readonly<Record<FactKind, number>>
  /** Facts about each touchpoint. */
  readonly touchpoints: Readonly<Record<string, number>>
}

/** Rows of one source read together. */
export interface MessageBatch extends BatchCounts {
  readonly source: string
  readonly messages: readonly Message[]
  readonly refused: readonly RefusedRow[]
}

/** Gathers the outcomes of rows. */
export function messageBatch(source: string) {
  const messages: Message[] = []
  const refused: RefusedRow[] = []
  const counts = { rowsRead: 0, rowsSound: 0, rowsLeftOut: 0, answersNotGiven: 0, outcomesNotGiven: 0 }
  let facts = 0
  return {
    add: (outcome: RowOutcome, row: Omit<RefusedRow, 'rejected'>): void => {
      counts.rowsRead += 1
      if (outcome === 'left out') counts.rowsLeftOut += 1
      else if ('rejected' in outcome) refused.push({ ...row, rejected: outcome.rejected })
      else {
        const { message, answersNotGiven, outcomesNotGiven } = outcome
        counts.rowsSound += 1
        counts.answersNotGiven += answersNotGiven
        counts.outcomesNotGiven += outcomesNotGiven
        facts += factsIn(message)
        messages.push(message)
      }
    },
    /** Rows and facts gathered so far. */
    size: () => ({ rows: counts.rowsRead, facts }),
    taken: (): MessageBatch => ({
      ...{ source, messages, refused },
      ...counts,
      facts: factCounts(messages),
      touchpoints: touchpointCounts(messages),
    }),
  }
}

function factsIn({ answers, interactions, outcomes }: Message): number {
  return 1 + (answers?.length ?? 0) + (interactions?.length ?? 0) + (outcomes?.length ?? 0)
}

function factCounts(messages: readonly Message[]): Record<FactKind, number> {
  const counts = { answers: 0, interactions: 0, outcomes: 0, aliases: 0, profiles: 0, held: 0 }
  for (const { answers, interactions, outcomes, aliases, profile, held } of messages) {
    counts.answers += answers?.length ?? 0
    counts.interactions += interactions?.length ?? 0
    counts.outcomes += outcomes?.length ?? 0
    counts.aliases += aliases?.length ?? 0
    counts.profiles += profile ? 1 : 0
    counts.held += held ? 1 : 0
  }
  return counts
}

function touchpointCounts(messages: readonly Message[]): Record<string, number> {
  const asked = new Map<Question, number>()
  const counts = new Map<string, number>()
  const add = (touchpoint: string, facts: number) => {
    if (touchpoint !== '') counts.set(touchpoint, (counts.get(touchpoint) ?? 0) + facts)
  }
  for (const { answers = [], interactions = [], outcomes = [] } of messages) {
    for (const { question } of answers) asked.set(question, (asked.get(question) ?? 0) + 1)
    for (const { touchpoint } of interactions) add(touchpoint, 1)
    for (const { touchpoint } of outcomes) add(touchpoint, 1)
  }
  for (const [{ touchpoint }, answers] of asked) add(touchpoint, answers)
  return Object.fromEntries(counts)
}
