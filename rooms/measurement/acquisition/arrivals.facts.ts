import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import { numberOf, personNumber } from '../purchases/person-number.ts'
import { conditionsOf, type PurchasesAsked } from '../purchases/purchases.facts.ts'
import type { Arrivals } from './acquisition-of-people.ts'
import type { Dated } from './dated-sums.ts'

/** Which arrivals and costs are read. */
export interface ArrivalsAsked extends Pick<PurchasesAsked, 'population' | 'units' | 'segment'> {
  /** Name of the interactions that tell that somebody came. */
  readonly arrival: string
  /** Currency of costs. */
  readonly currency: string
}

const through = "properties['came-through']"
const referred = "properties['referred-by']"

/** Reads who came, how, through whom and at what cost, and what was spent on people since. */
export function arrivalFacts(warehouse: Warehouse) {
  return {
    /** Names of interactions; first those that say how somebody came or through whom. */
    names: async (
      workspace: string,
    ): Promise<{ readonly known: string[]; readonly usual: string | null }> => {
      const read = await warehouse.columns(workspace, {
        sql: `SELECT name AS called, toFloat64(countIf(${through} != '' OR ${referred} != '')) AS told, count() AS n
FROM interactions WHERE person != '' GROUP BY called ORDER BY told DESC, n DESC, called`,
      })
      const { codes, values } = read.texts('called')
      const told = read.numbers('told')
      const known = Array.from(codes, (code) => values[code]!)
      return { known, usual: Number(told[0] ?? 0) > 0 ? known[0]! : null }
    },
    arrivals: async (workspace: string, asked: ArrivalsAsked): Promise<Arrivals> => {
      const { where, parameters } = conditionsOf(asked)
      const read = await warehouse.columns(workspace, {
        sql: `SELECT ${personNumber} AS who, toUInt16(toDate(min(occurred_at))) AS day, argMin(${through}, occurred_at) AS way,
argMin(if(${referred} = '', 0, ${numberOf(referred)}), occurred_at) AS referrer,
argMin(if(value_unit = {currency:String}, toFloat64(ifNull(value, nan)), nan), occurred_at) AS cost
FROM interactions WHERE name = {arrival:String} AND person != '' AND population = {population:String}${where}
GROUP BY person ORDER BY who`,
        parameters: {
          ...{ arrival: asked.arrival, population: asked.population, currency: asked.currency },
          ...parameters,
        },
        onePerson: true,
      })
      const { codes, values } = read.texts('way')
      return {
        people: read.numbers('who') as Float64Array,
        days: read.numbers('day') as Uint16Array,
        ways: codes,
        wayNames: values,
        by: read.numbers('referrer') as Float64Array,
        costs: read.numbers('cost') as Float64Array,
      }
    },
    /** Outbound interactions told in the currency: what it cost to keep people. */
    spent: async (workspace: string, { population, currency, arrival }: ArrivalsAsked): Promise<Dated> => {
      const read = await warehouse.columns(workspace, {
        sql: `SELECT ${personNumber} AS who, toUInt16(toDate(occurred_at)) AS day, sum(toFloat64(ifNull(value, 0))) AS amount
FROM interactions WHERE direction = 'out' AND name != {arrival:String} AND value_unit = {currency:String} AND person != ''
AND population = {population:String} GROUP BY who, day ORDER BY who, day`,
        parameters: { population, currency, arrival },
        onePerson: true,
      })
      return {
        people: read.numbers('who') as Float64Array,
        days: read.numbers('day') as Uint16Array,
        amounts: read.numbers('amount') as Float64Array,
      }
    },
  }
}
export type ArrivalFacts = ReturnType<typeof arrivalFacts>
