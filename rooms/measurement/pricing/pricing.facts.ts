import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { CustomerMarks } from '../purchases/customer-purchases.ts'
import { personNumber } from '../purchases/person-number.ts'
import {
  conditionsOf,
  type MarksAsked,
  type PurchaseFacts,
  type PurchasesAsked,
} from '../purchases/purchases.facts.ts'
import type { PaidPrices } from './premium-of-prices.ts'
import type { AcceptedPrices, StatedRead } from './stated-prices.ts'

/** Kinds of answers in which people state prices, and the one in which they accept or refuse a price. */
export const statedKinds = {
  tooCheap: 'price-too-cheap',
  cheap: 'price-cheap',
  expensive: 'price-expensive',
  tooExpensive: 'price-too-expensive',
} as const
const acceptedKind = 'price-accepted'

/** Reads what people paid for one offer each, what prices they state, and how they say they are treated. */
export function pricingFacts(warehouse: Warehouse, { marks }: Pick<PurchaseFacts, 'marks'>) {
  async function paid(workspace: string, asked: PurchasesAsked): Promise<PaidPrices> {
    const { value, population } = asked
    const { where, parameters } = conditionsOf(asked)
    const read = await warehouse.columns(workspace, {
      sql: `SELECT ${personNumber} AS buyer, toUInt16(toDate(occurred_at)) AS day, value AS price, toString(offer) AS product, toString(channel) AS way
FROM outcomes WHERE kind = {value:String} AND subject = 'person' AND person != '' AND offer != '' AND value > 0 AND population = {population:String}${where}
ORDER BY buyer, day`,
      parameters: { value, population, ...parameters },
      onePerson: true,
    })
    const [products, channels] = [read.texts('product'), read.texts('way')]
    return {
      buyers: read.numbers('buyer') as Float64Array,
      days: read.numbers('day') as Uint16Array,
      prices: read.numbers('price') as Float64Array,
      ...{ products: products.codes, productNames: products.values },
      ...{ channels: channels.codes, channelNames: channels.values },
    }
  }

  async function stated(workspace: string, population: string): Promise<StatedRead> {
    const four = Object.entries(statedKinds)
    const read = await warehouse.columns(workspace, {
      sql: `SELECT any(buyer) AS buyer, any(day) AS day, ${four.map(([name, kind]) => `toFloat64(ifNull(maxIf(score, kind = '${kind}'), nan)) AS ${name}`).join(', ')}
FROM (SELECT message, ${personNumber} AS buyer, toUInt16(toDate(occurred_at)) AS day, kind, score FROM answers
  WHERE population = {population:String} AND score IS NOT NULL AND has({kinds:Array(String)}, kind)) AS said
GROUP BY message HAVING uniqExact(kind) = 4 ORDER BY buyer, day`,
      parameters: { population, kinds: Object.values(statedKinds) },
      onePerson: true,
    })
    const column = (name: string) => read.numbers(name) as Float64Array
    return {
      buyers: column('buyer'),
      days: read.numbers('day') as Uint16Array,
      ...{ tooCheap: column('tooCheap'), cheap: column('cheap') },
      ...{ expensive: column('expensive'), tooExpensive: column('tooExpensive') },
    }
  }

  async function accepted(workspace: string, population: string): Promise<AcceptedPrices> {
    const read = await warehouse.columns(workspace, {
      sql: `SELECT ${personNumber} AS buyer, toUInt16(toDate(occurred_at)) AS day, toFloat64(assumeNotNull(score)) AS yes,
toFloat64OrZero(replaceOne(extract(CAST(question, 'String'), '-([0-9]+(?:-[0-9][0-9])?)$'), '-', '.')) AS price
FROM answers WHERE population = {population:String} AND score IS NOT NULL AND kind = {kind:String} AND price > 0 ORDER BY buyer, day`,
      parameters: { population, kind: acceptedKind },
      onePerson: true,
    })
    const column = (name: string) => read.numbers(name) as Float64Array
    return {
      buyers: column('buyer'),
      days: read.numbers('day') as Uint16Array,
      yes: column('yes'),
      prices: column('price'),
    }
  }

  return {
    read: async (workspace: string, asked: PurchasesAsked, told: MarksAsked) => {
      const { population } = asked
      const [bought, said, taken, answered] = await Promise.all([
        paid(workspace, asked),
        stated(workspace, population),
        accepted(workspace, population),
        marks(workspace, { ...told, population }),
      ])
      return { paid: bought, stated: said, accepted: taken, marks: answered satisfies CustomerMarks }
    },
  }
}
export type PricingFacts = ReturnType<typeof pricingFacts>
