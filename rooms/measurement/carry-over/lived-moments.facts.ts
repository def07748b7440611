import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
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

const number = (name: string) => `toFloat64(bitShiftRight(cityHash64(${name}), 11))`
const seconds = 'toFloat64(toUnixTimestamp64Milli(occurred_at)) / 1000'

/** Reads what people answered, and what they lived before it, person by person in the order of time. */
export function momentFacts(warehouse: Warehouse) {
  async function shareRead(workspace: string, asked: MomentsAsked): Promise<number> {
    const { where, parameters } = conditionsOf(asked)
    const read = await warehouse.columns(workspace, {
      sql: `SELECT toFloat64(count()) AS n FROM answers WHERE ${where}`,
      parameters,
    })
    return Math.min(1, mostAnswers / Math.max(1, (read.numbers('n') as Float64Array)[0] ?? 0))
  }

  return async (workspace: string, asked: MomentsAsked) => {
    const { where, parameters } = conditionsOf(asked)
    const share = await shareRead(workspace, asked)
    const drawn = share < 1 ? ` AND cityHash64(person) % 1000 < ${Math.floor(1000 * share)}` : ''
    const [answers, contacts] = await Promise.all([
      warehouse.columns(workspace, {
        sql: `SELECT ${number('person')} AS who, ${number('message')} AS response, ${seconds} AS at,
toUInt16(toRelativeMonthNum(occurred_at)) AS month, toString(kind) AS sort, toString(touchpoint) AS place, toString(unit) AS branch,
toFloat64(assumeNotNull(score)) AS mark
FROM answers WHERE ${where}${drawn} ORDER BY who, at, response`,
        parameters,
        onePerson: true,
      }),
      warehouse.columns(workspace, {
        sql: `SELECT ${number('person')} AS who, ${seconds} AS at, toString(name) AS title, toString(touchpoint) AS place,
toString(channel) AS way, toFloat64(ifNull(value, 1)) AS size
FROM interactions WHERE direction = 'in' AND population = {population:String}${drawn}
AND person IN (SELECT person FROM answers WHERE ${where}) ORDER BY who, at`,
        parameters,
        onePerson: true,
      }),
    ])
    const [kinds, places, branches] = [answers.texts('sort'), answers.texts('place'), answers.texts('branch')]
    const [names, wheres, ways] = [contacts.texts('title'), contacts.texts('place'), contacts.texts('way')]
    return {
      drawn: share,
      answers: {
        people: answers.numbers('who') as Float64Array,
        responses: answers.numbers('response') as Float64Array,
        seconds: answers.numbers('at') as Float64Array,
        months: answers.numbers('month') as Uint16Array,
        kinds: { codes: kinds.codes, names: kinds.values },
        touchpoints: { codes: places.codes, names: places.values },
        units: { codes: branches.codes, names: branches.values },
        scores: answers.numbers('mark') as Float64Array,
      } satisfies AnsweredMarks,
      contacts: {
        people: contacts.numbers('who') as Float64Array,
        seconds: contacts.numbers('at') as Float64Array,
        names: { codes: names.codes, names: names.values },
        touchpoints: { codes: wheres.codes, names: wheres.values },
        channels: { codes: ways.codes, names: ways.values },
        values: contacts.numbers('size') as Float64Array,
      } satisfies Contacts,
    }
  }
}
export type MomentFacts = ReturnType<typeof momentFacts>

function conditionsOf({ kinds, population, from, to, units, segment }: MomentsAsked) {
  return {
    where: [
      "has({kinds:Array(String)}, toString(kind)) AND score IS NOT NULL AND person != '' AND population = {population:String}",
      ' AND toDate(occurred_at) >= {first:Date} AND toDate(occurred_at) <= {last:Date}',
      ...(units === undefined ? [] : [' AND unit IN {units:Array(String)}']),
      ...(segment === undefined ? [] : [' AND segments[{name:String}] = {of:String}']),
    ].join(''),
    parameters: {
      ...{ kinds, population, first: from, last: to },
      ...(units === undefined ? {} : { units }),
      ...(segment === undefined ? {} : { name: segment.name, of: segment.value }),
    },
  }
}
