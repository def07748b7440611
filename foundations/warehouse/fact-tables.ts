import type { FactKind, Message, Question } from './message.ts'
import {
  type ColumnKinds,
  fixedBytes,
  list,
  moment,
  nativeBlock,
  number,
  numberOrNull,
  openColumns,
  small,
  structureOf,
  text,
  texts,
} from './native-columns.ts'

/** Places of the questions of a batch. */
export type Questions = Map<Question, number>

/** A message with what is said of it beside its facts. */
export interface HashedMessage {
  readonly message: Message
  readonly hashed: string
  readonly scopedId: string
}

/** Facts of one kind of a batch, while they are written down for the engine. */
export interface FactRows {
  readonly add: (message: HashedMessage, questions: Questions) => void
  readonly block: () => Uint8Array<ArrayBuffer>
}

/** How the facts of one kind travel to the engine and become rows of their table there. */
export interface FactTable {
  readonly table: string
  /** Facts of the kind in one message. */
  readonly count: (message: Message) => number
  /** Columns on the way, as ClickHouse writes a structure. */
  readonly structure: string
  readonly open: () => FactRows
  /** Expression for each column of the table, from what travels. Columns of every fact are added by the insert. */
  readonly columns: Readonly<Record<string, string>>
  /** `ARRAY JOIN …`, where one row on the way holds several facts. */
  readonly join: string
}

/** What every row brings along, whatever fact it holds. */
const messageKinds = {
  message: fixedBytes(16),
  message_id: text,
  occurred_at: moment,
  population: text,
  person: text,
  source: text,
  unit: text,
  offer: text,
  channel: text,
  language: text,
  weight: number,
  segments: texts,
}

/** Columns that every fact has as its row has them. */
export const messageColumns = ['message_id', 'occurred_at', 'population', 'person', 'source'] as const

/** What a row says of its own fact where that differs from its message. */
type Traits = Partial<Pick<Message, 'occurredAt' | 'unit' | 'offer' | 'channel' | 'weight'>>

type Opened<Kinds extends ColumnKinds> = ReturnType<typeof openColumns<Kinds>>

interface FactTableOf<Kinds extends ColumnKinds> extends Pick<FactTable, 'table' | 'count' | 'columns'> {
  readonly kinds: Kinds
  /** Adds the facts of one message to its own columns; `row` says what each of them shares with the message. */
  readonly add: (
    columns: Opened<Kinds>,
    of: { readonly message: Message; readonly questions: Questions; readonly row: (traits?: Traits) => void },
  ) => void
  readonly join?: string
}

function factTable<Kinds extends ColumnKinds>(definition: FactTableOf<Kinds>): FactTable {
  const { kinds, add, join = '', ...table } = definition
  const allKinds = { ...messageKinds, ...kinds }
  const open = (): FactRows => {
    const [shared, own] = [openColumns(messageKinds), openColumns(kinds)]
    let rows = 0
    return {
      add: (hashed, questions) => {
        const row = (traits?: Traits) => {
          addShared(shared, hashed, traits)
          rows += 1
        }
        add(own, { message: hashed.message, questions, row })
      },
      block: () => nativeBlock(allKinds, { ...shared, ...own }, rows),
    }
  }
  return { ...table, join, structure: structureOf(allKinds), open }
}

function addShared(
  columns: Opened<typeof messageKinds>,
  { message, hashed, scopedId }: HashedMessage,
  traits: Traits = {},
): void {
  columns.message.add(hashed)
  columns.message_id.add(scopedId)
  columns.occurred_at.add(traits.occurredAt ?? message.occurredAt)
  columns.population.add(message.population)
  columns.person.add(message.person)
  columns.source.add(message.source)
  columns.unit.add(traits.unit ?? message.unit)
  columns.offer.add(traits.offer ?? message.offer)
  columns.channel.add(traits.channel ?? message.channel)
  columns.language.add(message.language)
  columns.weight.add(traits.weight ?? message.weight)
  columns.segments.add(message.segments)
}

const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]))
const messageTraits = same('unit', 'offer', 'channel', 'weight', 'segments')
const itself = <Value>(value: Value) => value

const answers = factTable({
  table: 'answer',
  count: ({ answers }) => answers?.length ?? 0,
  kinds: {
    asked: list(small),
    scores: list(numberOrNull),
    scores_asked: list(numberOrNull),
    texts: list(text),
  },
  add: (columns, { message: { answers = [] }, questions, row }) => {
    row()
    columns.asked.add(answers, ({ question }) => placeOf(question, questions))
    columns.scores.add(answers, ({ score }) => score)
    columns.scores_asked.add(answers, ({ score, scoreAsked, question }) =>
      question.asked ? scoreAsked : score,
    )
    columns.texts.add(answers, (answer) => answer.text)
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
  },
  join: 'ARRAY JOIN arrayMap(place -> place + 1, asked) AS asked_at, scores AS score_, scores_asked AS score_asked_, texts AS text_',
})

const interactionKinds = {
  name: text,
  direction: text,
  touchpoint: text,
  sender: text,
  value: numberOrNull,
  value_unit: text,
  text,
  properties: texts,
}

const interactions = factTable({
  table: 'interaction',
  count: ({ interactions }) => interactions?.length ?? 0,
  kinds: interactionKinds,
  add: (columns, { message: { interactions = [] }, row }) => {
    for (const interaction of interactions) {
      row(interaction)
      columns.name.add(interaction.name)
      columns.direction.add(interaction.direction)
      columns.touchpoint.add(interaction.touchpoint)
      columns.sender.add(interaction.sender)
      columns.value.add(interaction.value)
      columns.value_unit.add(interaction.valueUnit)
      columns.text.add(interaction.text)
      columns.properties.add(interaction.properties)
    }
  },
  columns: { ...messageTraits, language: 'language', ...same(...Object.keys(interactionKinds)) },
})

const outcomeKinds = { kind: text, subject: text, touchpoint: text, value: number, value_unit: text }

const outcomes = factTable({
  table: 'outcome',
  count: ({ outcomes }) => outcomes?.length ?? 0,
  kinds: outcomeKinds,
  add: (columns, { message: { outcomes = [] }, row }) => {
    for (const outcome of outcomes) {
      row(outcome)
      columns.kind.add(outcome.kind)
      columns.subject.add(outcome.subject)
      columns.touchpoint.add(outcome.touchpoint)
      columns.value.add(outcome.value)
      columns.value_unit.add(outcome.valueUnit)
    }
  },
  columns: { ...messageTraits, ...same(...Object.keys(outcomeKinds)) },
})

const aliases = factTable({
  table: 'alias',
  count: ({ aliases }) => aliases?.length ?? 0,
  kinds: { aliases: list(text) },
  add: (columns, { message: { aliases = [] }, row }) => {
    row()
    columns.aliases.add(aliases, itself)
  },
  columns: { alias: 'alias_' },
  join: 'ARRAY JOIN aliases AS alias_',
})

const profiles = factTable({
  table: 'profile',
  count: ({ profile }) => (profile ? 1 : 0),
  kinds: { of_group: text, traits: texts },
  add: (columns, { message: { profile }, row }) => {
    row()
    columns.of_group.add(profile!.group)
    columns.traits.add(profile!.traits)
  },
  columns: same('of_group', 'traits'),
})

const held = factTable({
  table: 'held_message',
  count: ({ held }) => (held ? 1 : 0),
  kinds: { reason: text, held_key: text, payload: text },
  add: (columns, { message: { held }, row }) => {
    row()
    columns.reason.add(held!.reason)
    columns.held_key.add(held!.key)
    columns.payload.add(held!.payload)
  },
  columns: same('reason', 'held_key', 'payload'),
})

export const factTables: Readonly<Record<FactKind, FactTable>> = {
  answers,
  interactions,
  outcomes,
  aliases,
  profiles,
  held,
}

function placeOf(question: Question, questions: Questions): number {
  const known = questions.get(question)
  if (known !== undefined) return known
  questions.set(question, questions.size)
  return questions.size - 1
}
