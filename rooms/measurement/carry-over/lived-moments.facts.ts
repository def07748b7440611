import { drawnOnly, shareDrawn } from '../../../foundations/warehouse/drawn-people.ts'
import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import { numberOf, personNumber } from '../purchases/person-number.ts'
import { conditionsOf } from '../purchases/purchases.facts.ts'
import type { AnsweredMarks, Contacts } from './responses-with-contacts.ts'

/** Whose answers and contacts are read. */
export interface MomentsAsked {
  /** Kinds of answers that are scores. */
  readonly kinds: readonly string[]
  readonly population: 'customers' | 'prospects'
  readonly from: string
  readonly to: string
  readonly units?: readonly string[] | undefined
  readonly segment?: { readonly name: string; readonly value: string } | undefined
}

/** Answers read at most; of more, people are drawn by lot. */
const mostAnswers = 2_000_000

const seconds = 'toFloat64(toUnixTimestamp64Milli(occurred_at)) / 1000'

/** Reads what people answered, and what they lived before it, person by person in the order of time. */
export function momentFacts(warehouse: Warehouse) {
  async function shareRead(workspace: string, asked: MomentsAsked): Promise<number> {
    const { where, parameters } = answersAsked(asked)
    const read = await warehouse.columns(workspace, {
      sql: `SELECT toFloat64(count()) AS n FROM answers WHERE ${where}`,
      parameters,
    })
    return shareDrawn(Number(read.numbers('n')[0]), mostAnswers)
  }

  return async (workspace: string, asked: MomentsAsked) => {
    const { where, parameters } = answersAsked(asked)
    const share = await shareRead(workspace, asked)
    const lot = drawnOnly(share)
    const [answers, contacts] = await Promise.all([
      warehouse.columns(workspace, {
        sql: `SELECT ${personNumber} AS who, ${numberOf('message')} AS response, ${seconds} AS at,
toUInt16(toRelativeMonthNum(occurred_at)) AS month, toString(kind) AS sort, toString(touchpoint) AS place, toString(unit) AS branch,
toFloat64(assumeNotNull(score)) AS mark
FROM answers WHERE ${[where, ...lot].join(' AND ')} ORDER BY who, at, response`,
        parameters,
        onePerson: true,
      }),
      warehouse.columns(workspace, {
        sql: `SELECT ${personNumber} AS who, ${seconds} AS at, toString(name) AS title, toString(touchpoint) AS place,
toString(channel) AS way, toFloat64(ifNull(value, 1)) AS size
FROM interactions WHERE ${["direction = 'in' AND population = {population:String}", ...lot].join(' AND ')}
AND person IN (SELECT person FROM answers WHERE ${where}) ORDER BY who, at`,
        parameters,
        onePerson: true,
      }),
    ])
    return {
      drawn: share,
      answers: {
        people: answers.numbers('who') as Float64Array,
        responses: answers.numbers('response') as Float64Array,
        seconds: answers.numbers('at') as Float64Array,
        months: answers.numbers('month') as Uint16Array,
        kinds: answers.texts('sort'),
        touchpoints: answers.texts('place'),
        units: answers.texts('branch'),
        scores: answers.numbers('mark') as Float64Array,
      } satisfies AnsweredMarks,
      contacts: {
        people: contacts.numbers('who') as Float64Array,
        seconds: contacts.numbers('at') as Float64Array,
        names: contacts.texts('title'),
        touchpoints: contacts.texts('place'),
        channels: contacts.texts('way'),
        values: contacts.numbers('size') as Float64Array,
      } satisfies Contacts,
    }
  }
}
export type MomentFacts = ReturnType<typeof momentFacts>

function answersAsked({ kinds, population, from, to, units, segment }: MomentsAsked) {
  const { where, parameters } = conditionsOf({ units, segment })
  return {
    where: `has({kinds:Array(String)}, toString(kind)) AND score IS NOT NULL AND person != '' AND population = {population:String}
AND toDate(occurred_at) >= {first:Date} AND toDate(occurred_at) <= {last:Date}${where}`,
    parameters: { kinds, population, first: from, last: to, ...parameters },
  }
}
