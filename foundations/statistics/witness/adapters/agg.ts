import { intraclassCorrelation } from '../../aggregation/intraclass-correlation.ts'
import { uniformNullVariance, withinGroupAgreement } from '../../aggregation/within-group-agreement.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, textIn } from './numbers-in.ts'

/** "AF06..AS28 (11 items, …)": the columns from the first to the last name. */
function columnsFrom(text: string, data: Table): string[] {
  const [, first = '', last = ''] = text.match(/([\w.]+?)\.\.(\w+)/) ?? []
  return data.columns.slice(data.columns.indexOf(first), data.columns.indexOf(last) + 1)
}

/** "1-5" or "null variance 2" in words. */
function nullVarianceIn(text: string): number {
  const said = text.match(/variance (\d+(?:\.\d+)?)/)
  if (said) return Number(said[1])
  const [, lowest = '1', highest = '5'] = text.match(/(\d+)-(\d+)/) ?? []
  return uniformNullVariance(Number(highest) - Number(lowest) + 1)
}

/** Whether unit means may stand for their units. */
export const agg: Adapter = (input, { table }) => {
  if (!has(input, 'data', 'icc_of', 'rwgj_of')) return undefined
  const data = table(input.data)
  const [value = '', group = ''] = textIn(input, 'icc_of').split(' by ')
  const groups = data.text(group)
  const icc = succeed(intraclassCorrelation(data.numbers(value), groups))
  const words = textIn(input, 'rwgj_of')
  const items = columnsFrom(words, data).map((name) => data.numbers(name))
  const agreement = succeed(withinGroupAgreement(items, groups, nullVarianceIn(words)))
  return {
    ICC1: icc.icc1,
    ICC2: icc.icc2,
    rwgj_mean: agreement.mean,
    rwgj_median: agreement.median,
    groups: icc.units,
  }
}
