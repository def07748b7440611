import type { FactKind, Interaction, Message, Outcome, Question } from './message.ts'
import type { RowBinary } from './row-binary.ts'

/** How the facts of one kind travel to the engine and become rows of their table there. */
export interface FactTable {
  readonly table: string
  /** Facts of the kind in one message. */
  readonly count: (message: Message) => number
  /** Columns of one message on the way, in order, as ClickHouse writes a structure. */
  readonly structure: readonly string[]
  readonly write: (row: RowBinary, message: Message, questions: Questions) => void
  /** Expression for each column of the table, from what travels. Columns of every fact are added by the insert. */
  readonly columns: Readonly<Record<string, string>>
  /** `ARRAY JOIN …`, where one message holds several facts. */
  readonly join: string
}

/** Places of the questions of a batch. */
export type Questions = Map<Question, number>

/** What every message brings along, whatever facts it holds. */
export const messageStructure = [
  'message FixedString(16)',
  'message_id String',
  "occurred_at DateTime64(3, 'UTC')",
  'population String',
  'person String',
  'source String',
  'unit String',
  'offer String',
  'channel String',
  'language String',
  'weight Float64',
  'segments Map(String, String)',
]

/** Columns that every fact has as its message has them. */
export const messageColumns = ['message_id', 'occurred_at', 'population', 'person', 'source'] as const

const messageTraits = { unit: 'unit', offer: 'offer', channel: 'channel', segments: 'segments' }

const answers: FactTable = {
  table: 'answer',
  count: ({ answers }) => answers?.length ?? 0,
  structure: [
    'asked Array(UInt16)',
    'scores Array(Nullable(Float64))',
    'scores_asked Array(Nullable(Float64))',
    'texts Array(String)',
  ],
  write: (row, { answers = [] }, questions) => {
    row.count(answers.length)
    for (const { question } of answers) row.small(placeOf(question, questions))
    row.count(answers.length)
    for (const { score } of answers) row.numberOrNull(score)
    row.count(answers.length)
    for (const { score, scoreAsked, question } of answers)
      row.numberOrNull(question.asked ? scoreAsked : score)
    row.count(answers.length)
    for (const { text } of answers) row.text(text)
  },
  columns: {
    ...messageTraits,
    question: '{question:Array(String)}[asked_at]',
    kind: '{kind:Array(String)}[asked_at]',
    touchpoint: '{touchpoint:Array(String)}[asked_at]',
    score: 'score_',
    scale_low: '{scale_low:Array(Nullable(Float64))}[asked_at]',
    scale_high: '{scale_high:Array(Nullable(Float64))}[asked_at]',
    score_asked: 'score_asked_',
    asked_low: '{asked_low:Array(Nullable(Float64))}[asked_at]',
    asked_high: '{asked_high:Array(Nullable(Float64))}[asked_at]',
    text: 'text_',
    language: 'language',
    weight: 'weight',
  },
  join: 'ARRAY JOIN arrayMap(place -> place + 1, asked) AS asked_at, scores AS score_, scores_asked AS score_asked_, texts AS text_',
}

const interactions: FactTable = {
  table: 'interaction',
  count: ({ interactions }) => interactions?.length ?? 0,
  structure: [
    `happened Array(Tuple(${[
      "occurred_at DateTime64(3, 'UTC')",
      ...['name', 'direction', 'touchpoint', 'sender', 'unit', 'offer', 'channel'].map(
        (name) => `${name} String`,
      ),
      'value Nullable(Float64)',
      'value_unit String',
      'text String',
      'properties Map(String, String)',
    ].join(', ')}))`,
  ],
  write: (row, message) => {
    row.count(message.interactions!.length)
    for (const interaction of message.interactions!) writeInteraction(row, message, interaction)
  },
  columns: {
    ...tupleColumns('happened_', [
      'occurred_at',
      'name',
      'direction',
      'touchpoint',
      'sender',
      'unit',
      'offer',
      'channel',
    ]),
    ...tupleColumns('happened_', ['value', 'value_unit', 'text', 'properties']),
    language: 'language',
    weight: 'weight',
    segments: 'segments',
  },
  join: 'ARRAY JOIN happened AS happened_',
}

const outcomes: FactTable = {
  table: 'outcome',
  count: ({ outcomes }) => outcomes?.length ?? 0,
  structure: [
    `results Array(Tuple(${[
      "occurred_at DateTime64(3, 'UTC')",
      ...['kind', 'subject', 'touchpoint', 'unit', 'offer', 'channel'].map((name) => `${name} String`),
      'value Float64',
      'value_unit String',
      'weight Float64',
    ].join(', ')}))`,
  ],
  write: (row, message) => {
    row.count(message.outcomes!.length)
    for (const outcome of message.outcomes!) writeOutcome(row, message, outcome)
  },
  columns: {
    ...tupleColumns('result', ['occurred_at', 'kind', 'subject', 'touchpoint', 'unit', 'offer', 'channel']),
    ...tupleColumns('result', ['value', 'value_unit', 'weight']),
    segments: 'segments',
  },
  join: 'ARRAY JOIN results AS result',
}

const aliases: FactTable = {
  table: 'alias',
  count: ({ aliases }) => aliases?.length ?? 0,
  structure: ['aliases Array(String)'],
  write: (row, { aliases = [] }) => {
    row.count(aliases.length)
    for (const alias of aliases) row.text(alias)
  },
  columns: { alias: 'alias_' },
  join: 'ARRAY JOIN aliases AS alias_',
}

const profiles: FactTable = {
  table: 'profile',
  count: ({ profile }) => (profile ? 1 : 0),
  structure: ['of_group String', 'traits Map(String, String)'],
  write: (row, { profile }) => {
    row.text(profile!.group)
    row.map(profile!.traits)
  },
  columns: { of_group: 'of_group', traits: 'traits' },
  join: '',
}

const held: FactTable = {
  table: 'held_message',
  count: ({ held }) => (held ? 1 : 0),
  structure: ['reason String', 'held_key String', 'payload String'],
  write: (row, { held }) => {
    row.text(held!.reason)
    row.text(held!.key)
    row.text(held!.payload)
  },
  columns: { reason: 'reason', held_key: 'held_key', payload: 'payload' },
  join: '',
}

export const factTables: Readonly<Record<FactKind, FactTable>> = {
  answers,
  interactions,
  outcomes,
  aliases,
  profiles,
  held,
}

function tupleColumns(tuple: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `${tuple}.${name}`]))
}

function placeOf(question: Question, questions: Questions): number {
  const known = questions.get(question)
  if (known !== undefined) return known
  questions.set(question, questions.size)
  return questions.size - 1
}

function writeInteraction(row: RowBinary, message: Message, interaction: Interaction): void {
  row.moment(interaction.occurredAt ?? message.occurredAt)
  row.text(interaction.name)
  row.text(interaction.direction)
  row.text(interaction.touchpoint)
  row.text(interaction.sender)
  row.text(interaction.unit ?? message.unit)
  row.text(interaction.offer ?? message.offer)
  row.text(interaction.channel ?? message.channel)
  row.numberOrNull(interaction.value)
  row.text(interaction.valueUnit)
  row.text(interaction.text)
  row.map(interaction.properties)
}

function writeOutcome(row: RowBinary, message: Message, outcome: Outcome): void {
  row.moment(outcome.occurredAt ?? message.occurredAt)
  row.text(outcome.kind)
  row.text(outcome.subject)
  row.text(outcome.touchpoint)
  row.text(outcome.unit ?? message.unit)
  row.text(outcome.offer ?? message.offer)
  row.text(outcome.channel ?? message.channel)
  row.number(outcome.value)
  row.text(outcome.valueUnit)
  row.number(outcome.weight ?? message.weight)
}
