import {
  type AnswerGrouping,
  employeesBeside,
  groupExpression,
  groupParameters,
  namesOfGroups,
  type Reading,
  rowsAsked,
} from './answer-groups.ts'
import { drawnOnly, shareDrawn } from './drawn-people.ts'
import type { Statement } from './engine.ts'
import { conditions, parameters } from './histogram.ts'
import type { Composite, HistogramQuery } from './histogram-query.contract.ts'
import type { Columns } from './read-native.ts'

/** Which answers to read beside one another: those that came in one message. */
export interface ResponseQuery
  extends Pick<HistogramQuery, 'population' | 'from' | 'to' | 'units' | 'segment' | 'touchpoint'> {
  /** Kind of the answers whose messages are read, or key of `composite`; `touchpoint` says where they were given. */
  readonly kind: string
  /** Reads scores composed of several kinds of answers instead; those kinds are not beside it. */
  readonly composite?: Composite | undefined
  /** Answers beside it, each a column; those found beside it where absent. */
  readonly beside?: readonly Beside[] | undefined
  /** Groups told apart, at most 200 of them. */
  readonly by?: AnswerGrouping | undefined
}

/** Answers of one kind at one touchpoint. */
export interface Beside {
  readonly kind: string
  readonly touchpoint: string
}

/** Scores of one kind of answers; rows of different columns with the same message belong together. */
export interface ScoreColumn {
  readonly messages: BigUint64Array
  readonly scores: Float64Array
}

export interface AskedColumn extends ScoreColumn {
  /** A number of the person who answered, the same in every row of theirs; people may share one. */
  readonly people: Uint32Array
  readonly groups: Uint16Array
  readonly weights: Float64Array
}

export interface Responses {
  /** True where so few employees answered that nothing is told of them. */
  readonly hidden: boolean
  readonly asked: AskedColumn
  /** Names of the groups that `asked.groups` counts from 1; 0 is none of them. */
  readonly groupNames: readonly string[]
  readonly beside: readonly (Beside & ScoreColumn)[]
  /** Share of the people who were read; less than 1 where there are too many responses, and then people are drawn by lot. */
  readonly drawn: number
  readonly statement: Statement
}

/** Responses read at most; of more, as many are drawn. */
const mostResponses = 1_000_000
/** Messages looked at to find what was asked beside, and the share of them in which it has to be answered. */
const lookedAt = 4000
const leastShare = 0.05

const hashed = 'reinterpretAsUInt64(message)'
const personNumber = 'toUInt32(sipHash64(person))'

/** Answers that came together, as columns: that of the kind asked for, and those beside it. */
export async function readResponses(reading: Reading, query: ResponseQuery): Promise<Responses> {
  const { responses, people } = await counted(reading, query)
  const nothing = { messages: new BigUint64Array(0), scores: new Float64Array(0) }
  const empty = {
    ...nothing,
    people: new Uint32Array(0),
    groups: new Uint16Array(0),
    weights: new Float64Array(0),
  }
  const drawn = shareDrawn(responses, mostResponses)
  const statement = askedStatement(query, { reading, drawn, groupNames: [] })
  const isHidden = query.population === 'employees' && people < employeesBeside
  if (isHidden) return { hidden: true, asked: empty, groupNames: [], beside: [], drawn, statement }
  const groupNames = await namesOfGroups(reading, query, asHistogram(query))
  const asked = await reading.columns(askedStatement(query, { reading, drawn, groupNames }))
  const pairs = query.beside ?? (await foundBeside(reading, query))
  const beside: (Beside & ScoreColumn)[] = []
  for (const pair of pairs) {
    const found = await reading.columns(besideStatement(query, pair, { reading, drawn }))
    beside.push({ ...pair, ...scoresOf(found) })
  }
  return {
    hidden: false,
    asked: {
      ...scoresOf(asked),
      people: asked.numbers('person') as Uint32Array,
      groups: asked.numbers('group') as Uint16Array,
      weights: asked.numbers('weight') as Float64Array,
    },
    ...{ groupNames, beside, drawn, statement },
  }
}

function scoresOf(columns: Columns): ScoreColumn {
  return {
    messages: columns.numbers('key') as BigUint64Array,
    scores: columns.numbers('score') as Float64Array,
  }
}

/** The query as one for the scores asked for. */
function asHistogram(query: ResponseQuery): HistogramQuery {
  const { kind, composite, population, from, to, units, segment, touchpoint } = query
  const composed = composite && ({ facts: 'composites', composites: [composite] } as const)
  const kinds = [kind, ...(composite?.parts ?? []).map((part) => part.kind)]
  return { kinds, population, from, to, units, segment, touchpoint, by: [], ...composed }
}

async function counted({ rows, workspace }: Reading, query: ResponseQuery) {
  const histogram = asHistogram(query)
  const people = query.population === 'employees' ? 'uniqExact(person)' : 'toUInt64(0)'
  const [found] = await rows<{ responses: number; people: number }>({
    sql: `SELECT count() AS responses, ${people} AS people FROM ${rowsAsked(histogram)}`,
    parameters: parameters(histogram, workspace),
  })
  return { responses: Number(found!.responses), people: Number(found!.people) }
}

interface Drawn {
  readonly reading: Reading
  readonly drawn: number
}

function askedStatement(
  query: ResponseQuery,
  { reading, drawn, groupNames }: Drawn & { readonly groupNames: readonly string[] },
): Statement {
  const histogram = asHistogram(query)
  const group = query.by
    ? `toUInt16(indexOf({groups:Array(String)}, ${groupExpression(query.by)}))`
    : 'toUInt16(0)'
  return {
    sql: `SELECT ${hashed} AS key, assumeNotNull(score) AS score, ${personNumber} AS person, ${group} AS group, weight
FROM ${[rowsAsked(histogram), ...drawnOnly(drawn)].join('\n  AND ')}`,
    parameters: { ...parameters(histogram, reading.workspace), ...groupParameters(query, groupNames) },
  }
}

/** Answers beside may have been given a moment before or after, on the other side of midnight. */
const besideConditions = [
  'workspace = {workspace:String}',
  'population = {population:String}',
  'score IS NOT NULL',
  "occurred_at >= toDateTime64({from:Date} - 1, 3, 'UTC')",
  "occurred_at < toDateTime64({to:Date} + 2, 3, 'UTC')",
]

function besideStatement(query: ResponseQuery, pair: Beside, { reading, drawn }: Drawn): Statement {
  const conditions = [
    ...besideConditions,
    'kind = {beside_kind:String}',
    'touchpoint = {beside_touchpoint:String}',
    ...drawnOnly(drawn),
  ]
  return {
    sql: `SELECT ${hashed} AS key, assumeNotNull(score) AS score FROM answer WHERE ${conditions.join(' AND ')}`,
    parameters: {
      workspace: reading.workspace,
      population: query.population,
      from: query.from,
      to: query.to,
      beside_kind: pair.kind,
      beside_touchpoint: pair.touchpoint,
    },
  }
}

/**
 * What a part of the messages holds beside the kind asked for, most answered first. What is asked at the same touchpoint is another
 * view of the same thing; it stands beside only where nothing else does.
 */
async function foundBeside({ rows, workspace }: Reading, query: ResponseQuery): Promise<Beside[]> {
  const histogram = asHistogram(query)
  const touchpoints = `SELECT touchpoint FROM answer WHERE ${conditions(histogram, 'raw').join(' AND ')}`
  const looked = `SELECT message FROM ${rowsAsked(histogram)} ORDER BY sipHash64(message) LIMIT ${lookedAt}`
  const found = await rows<Beside & { messages: number; of: number; same: number }>({
    sql: `WITH (SELECT count() FROM (${looked})) AS looked
SELECT kind, touchpoint, uniqExact(message) AS messages, any(looked) AS of, touchpoint IN (${touchpoints}) AS same FROM answer
WHERE ${besideConditions.join(' AND ')} AND message IN (${looked})
  AND NOT (kind IN {kinds:Array(String)}${query.touchpoint === undefined ? '' : ' AND touchpoint = {touchpoint:String}'})
GROUP BY kind, touchpoint ORDER BY messages DESC, kind, touchpoint LIMIT 60`,
    parameters: parameters(histogram, workspace),
  })
  const enough = found.filter(({ messages, of }) => Number(messages) >= leastShare * Number(of))
  const elsewhere = enough.filter(({ same }) => !same)
  return (elsewhere.length > 0 ? elsewhere : enough).map(({ kind, touchpoint }) => ({ kind, touchpoint }))
}
