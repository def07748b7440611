import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import { personNumber } from '../purchases/person-number.ts'
import { conditionsOf, type PurchasesAsked } from '../purchases/purchases.facts.ts'
import type { DepartureNames, Departures } from './returns-of-leavers.ts'

interface NamedInteraction {
  readonly name: string
  readonly direction: string
  readonly n: number
}

const ends = /-(ended|cancelled|canceled|terminated)$/
const returns = ['resumed', 'renewed', 'restarted', 'reactivated', 'started']
const contacts = /win-?back|reactivat|come-?back/

/** Reads who left by their own word, who came back, and who was written to meanwhile. */
export function departureFacts(warehouse: Warehouse) {
  const named = async (workspace: string): Promise<NamedInteraction[]> => {
    const read = await warehouse.columns(workspace, {
      sql: `SELECT name, toString(direction) AS way, toFloat64(count()) AS n FROM interactions
WHERE person != '' GROUP BY name, way ORDER BY n DESC, name`,
    })
    const [names, ways, counts] = [read.texts('name'), read.texts('way'), read.numbers('n')]
    return Array.from({ length: read.rows }, (_, row) => ({
      name: names.values[names.codes[row]!]!,
      direction: ways.values[ways.codes[row]!]!,
      n: Number(counts[row]),
    }))
  }

  return {
    /** The names asked for, else those whose endings say it; null where nothing tells that people left. */
    names: async (
      workspace: string,
      asked: { readonly leaving?: string | undefined; readonly contact?: string | undefined },
    ): Promise<{ readonly known: readonly string[]; readonly names: DepartureNames | null }> => {
      const all = await named(workspace)
      const known = all.map(({ name }) => name)
      const leaving =
        asked.leaving ?? all.find(({ name, direction }) => direction === 'in' && ends.test(name))?.name
      const contact =
        asked.contact ?? all.find(({ name, direction }) => direction === 'out' && contacts.test(name))?.name
      if (leaving === undefined) return { known, names: null }
      const stem = leaving.replace(ends, '')
      const returning = returns.map((end) => `${stem}-${end}`).filter((name) => known.includes(name))
      return { known, names: { leaving, returning, contact: contact ?? null } }
    },
    read: async (
      workspace: string,
      names: DepartureNames,
      { population, segment }: Pick<PurchasesAsked, 'population' | 'segment'>,
    ): Promise<Departures> => {
      const { where, parameters } = conditionsOf({ segment })
      const { leaving, returning, contact } = names
      const read = await warehouse.columns(workspace, {
        sql: `SELECT ${personNumber} AS buyer, toUInt16(toDate(occurred_at)) AS day,
toUInt8(if(name = {leaving:String}, 0, if(name = {contact:String}, 2, 1))) AS event,
properties['reason'] AS reason, toFloat64(ifNull(value, nan)) AS cost
FROM interactions WHERE person != '' AND population = {population:String} AND has({names:Array(String)}, name)${where}
ORDER BY buyer, occurred_at, event`,
        parameters: {
          ...{ leaving, population, contact: contact ?? '', ...parameters },
          names: [leaving, ...returning, ...(contact === null ? [] : [contact])],
        },
        onePerson: true,
      })
      const { codes, values } = read.texts('reason')
      return {
        people: read.numbers('buyer') as Float64Array,
        days: read.numbers('day') as Uint16Array,
        events: read.numbers('event') as Uint8Array,
        costs: read.numbers('cost') as Float64Array,
        reasons: codes,
        reasonNames: values,
      }
    },
  }
}
export type DepartureFacts = ReturnType<typeof departureFacts>
