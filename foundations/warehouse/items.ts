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
import { parameters } from './histogram.ts'
import type { HistogramQuery } from './histogram-query.contract.ts'

/** Which answers to read question by question. */
export interface ItemQuery
  extends Pick<HistogramQuery, 'kinds' | 'population' | 'from' | 'to' | 'units' | 'segment' | 'touchpoint'> {
  /** Groups told apart, at most 200 of them. */
  readonly by?: AnswerGrouping | undefined
}

/** Answers to one question, from 0 to 100 along its scale, a value for each message; NaN where it was not answered. */
export interface Item {
  readonly kind: string
  readonly question: string
  readonly scores: Float64Array
}

/** Answers of kinds, a row for each message. */
export interface Items {
  /** True where so few employees answered that nothing is told of them. */
  readonly hidden: boolean
  readonly items: readonly Item[]
  /** A number of the person who answered; people may share one. */
  readonly people: Uint32Array
  /** Quarters since year 0, four to a year. */
  readonly quarters: Uint16Array
  readonly weights: Float64Array
  readonly groups: Uint16Array
  /** Names of the groups that `groups` counts from 1; 0 is none of them. */
  readonly groupNames: readonly string[]
  /** Share of the people who were read. */
  readonly drawn: number
  readonly statement: Statement
}

/** Answers read at most; of more, people are drawn by lot. */
const mostAnswers = 3_000_000
/** Questions read at most, those answered most. */
const mostItems = 40

/** Answers of some kinds, question by question; each message is a row. */
export async function readItems(reading: Reading, query: ItemQuery): Promise<Items> {
  const { by: _, ...asked } = query
  const histogram: HistogramQuery = { ...asked, by: [] }
  const questions = await questionsOf(reading, histogram)
  const answers = questions.reduce((sum, { answers }) => sum + Number(answers), 0)
  const drawn = shareDrawn(answers, mostAnswers)
  const people = Math.max(0, ...questions.map((one) => Number(one.people)))
  const isHidden = query.population === 'employees' && people < employeesBeside
  const groupNames = isHidden ? [] : await namesOfGroups(reading, query, histogram)
  const kept = isHidden ? [] : questions.slice(0, mostItems).sort(inOrder)
  const statement = itemStatement(query, { reading, histogram, kept, drawn, groupNames })
  if (kept.length === 0) return { ...nothing(), hidden: isHidden, groupNames, drawn, statement }
  const columns = await reading.columns(statement)
  return {
    hidden: false,
    items: kept.map(({ kind, question }, at) => ({
      ...{ kind, question },
      scores: columns.numbers(`item_${at}`) as Float64Array,
    })),
    people: columns.numbers('who') as Uint32Array,
    quarters: columns.numbers('at') as Uint16Array,
    weights: columns.numbers('lot') as Float64Array,
    groups: columns.numbers('grp') as Uint16Array,
    ...{ groupNames, drawn, statement },
  }
}

/** No rows, in arrays of their own: whoever reads them may hand them on. */
function nothing() {
  return {
    items: [],
    people: new Uint32Array(0),
    quarters: new Uint16Array(0),
    weights: new Float64Array(0),
    groups: new Uint16Array(0),
  }
}

interface Question {
  readonly kind: string
  readonly question: string
  readonly answers: number
  readonly people: number
}

const inOrder = (a: Question, b: Question) =>
  a.kind === b.kind ? a.question.localeCompare(b.question, 'en', { numeric: true }) : a.kind < b.kind ? -1 : 1

/** Questions of the kinds, those answered most first. */
async function questionsOf({ rows, workspace }: Reading, histogram: HistogramQuery): Promise<Question[]> {
  const people = histogram.population === 'employees' ? 'uniqExact(person)' : 'toUInt64(0)'
  return rows<Question>({
    sql: `SELECT toString(kind) AS kind, toString(question) AS question, count() AS answers, ${people} AS people FROM ${rowsAsked(histogram)}
  AND scale_high > scale_low GROUP BY kind, question ORDER BY answers DESC, kind, question`,
    parameters: parameters(histogram, workspace),
  })
}

interface Wanted {
  readonly reading: Reading
  readonly histogram: HistogramQuery
  readonly kept: readonly Question[]
  readonly drawn: number
  readonly groupNames: readonly string[]
}

function itemStatement(query: ItemQuery, { reading, histogram, kept, drawn, groupNames }: Wanted): Statement {
  const group = query.by
    ? `toUInt16(indexOf({groups:Array(String)}, any(${groupExpression(query.by)})))`
    : 'toUInt16(0)'
  const items = kept.map(
    (_, at) =>
      `avgIf(100 * (assumeNotNull(score) - scale_low) / (scale_high - scale_low), kind = {kind_${at}:String} AND question = {question_${at}:String}) AS item_${at}`,
  )
  const named = kept.flatMap(({ kind, question }, at) => [
    [`kind_${at}`, kind],
    [`question_${at}`, question],
  ])
  return {
    sql: `SELECT toUInt32(sipHash64(any(person))) AS who, toUInt16(toRelativeQuarterNum(any(occurred_at))) AS at, ${group} AS grp, toFloat64(any(weight)) AS lot${items.map((item) => `,\n  ${item}`).join('')}
FROM ${[rowsAsked(histogram), 'scale_high > scale_low', ...drawnOnly(drawn)].join('\n  AND ')}
GROUP BY message`,
    parameters: {
      ...parameters(histogram, reading.workspace),
      ...groupParameters(query, groupNames),
      ...Object.fromEntries(named),
    },
  }
}
