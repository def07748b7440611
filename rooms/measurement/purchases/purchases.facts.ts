import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { CustomerMarks, CustomerPurchases, MoneyKind, PurchasesRead } from './customer-purchases.ts'
import { personNumber } from './person-number.ts'

/** Whose purchases are read: outcomes of people of one kind, in the units and the segment asked for. */
export interface PurchasesAsked {
  readonly population: 'customers' | 'prospects'
  /** Kind of outcomes that tells what a purchase is worth. */
  readonly value: string
  readonly units?: readonly string[] | undefined
  readonly segment?: { readonly name: string; readonly value: string } | undefined
  /** What purchases are told apart by. */
  readonly by?: PurchaseGrouping | undefined
}

/** Marks that tell how people were treated. */
export interface MarksAsked {
  readonly kind: string
  readonly touchpoint?: string | undefined
}

export const purchaseGroupings = ['unit', 'channel', 'touchpoint', 'offer'] as const
export type PurchaseGrouping = (typeof purchaseGroupings)[number] | `segment:${string}`

/** Reads what people bought and what they answered, each person under one name. */
export function purchaseFacts(warehouse: Warehouse) {
  async function purchases(workspace: string, asked: PurchasesAsked): Promise<CustomerPurchases> {
    const { where, parameters } = conditionsOf(asked)
    const group = groupOf(asked.by)
    const read = await warehouse.columns(workspace, {
      sql: `SELECT ${personNumber} AS buyer, toUInt16(toDate(occurred_at)) AS day, ${group.sql} AS grp, sum(value) AS worth
FROM outcomes WHERE kind = {value:String} AND subject = 'person' AND person != '' AND population = {population:String}${where}
GROUP BY buyer, day, grp HAVING worth > 0 ORDER BY buyer, day`,
      parameters: { value: asked.value, population: asked.population, ...parameters, ...group.parameters },
      onePerson: true,
    })
    const { codes, values } = read.texts('grp')
    return {
      buyers: read.numbers('buyer') as Float64Array,
      days: read.numbers('day') as Uint16Array,
      worth: read.numbers('worth') as Float64Array,
      groups: codes,
      groupNames: values,
    }
  }

  async function marks(
    workspace: string,
    asked: MarksAsked & Pick<PurchasesAsked, 'population' | 'units' | 'segment'>,
  ): Promise<CustomerMarks> {
    const { kind, touchpoint, population } = asked
    const { where, parameters } = conditionsOf(asked)
    const at = touchpoint === undefined ? '' : ' AND touchpoint = {touchpoint:String}'
    const read = await warehouse.columns(workspace, {
      sql: `SELECT ${personNumber} AS buyer, toUInt16(toDate(occurred_at)) AS day, toFloat64(assumeNotNull(avg(score))) AS mark
FROM answers WHERE kind = {kind:String} AND score IS NOT NULL AND person != '' AND population = {population:String}${where}${at}
GROUP BY buyer, day ORDER BY buyer, day`,
      parameters: { kind, population, ...parameters, ...(touchpoint === undefined ? {} : { touchpoint }) },
      onePerson: true,
    })
    return {
      buyers: read.numbers('buyer') as Float64Array,
      days: read.numbers('day') as Uint16Array,
      marks: read.numbers('mark') as Float64Array,
    }
  }

  return {
    marks,
    /** Kinds of outcomes of people that are told in a currency, the largest total first. */
    money: async (workspace: string): Promise<MoneyKind[]> => {
      const read = await warehouse.columns(workspace, {
        sql: `SELECT kind, value_unit AS currency, sum(value) AS total FROM outcomes
WHERE subject = 'person' AND match(value_unit, '^[A-Z]{3}$') GROUP BY kind, currency ORDER BY total DESC, kind`,
      })
      const [kinds, currencies, totals] = [read.texts('kind'), read.texts('currency'), read.numbers('total')]
      return Array.from({ length: read.rows }, (_, row) => ({
        kind: kinds.values[kinds.codes[row]!]!,
        currency: currencies.values[currencies.codes[row]!]!,
        total: Number(totals[row]),
      }))
    },
    read: async (
      workspace: string,
      asked: PurchasesAsked,
      told: MarksAsked | null,
    ): Promise<PurchasesRead> => {
      const [bought, answered] = await Promise.all([
        purchases(workspace, asked),
        told ? marks(workspace, { ...told, population: asked.population }) : null,
      ])
      return { purchases: bought, marks: answered }
    },
  }
}
export type PurchaseFacts = ReturnType<typeof purchaseFacts>

/** Conditions of a statement for the units and the segment asked for, with their values. */
export function conditionsOf({ units, segment }: Pick<PurchasesAsked, 'units' | 'segment'>) {
  return {
    where: [
      ...(units === undefined ? [] : [' AND unit IN {units:Array(String)}']),
      ...(segment === undefined ? [] : [' AND segments[{name:String}] = {of:String}']),
    ].join(''),
    parameters: {
      ...(units === undefined ? {} : { units }),
      ...(segment === undefined ? {} : { name: segment.name, of: segment.value }),
    },
  }
}

function groupOf(by: PurchaseGrouping | undefined): { sql: string; parameters: Record<string, string> } {
  if (by === undefined) return { sql: "''", parameters: {} }
  if (by.startsWith('segment:'))
    return { sql: 'segments[{group:String}]', parameters: { group: by.slice('segment:'.length) } }
  return { sql: `toString(${by})`, parameters: {} }
}
