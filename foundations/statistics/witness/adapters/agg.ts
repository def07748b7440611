import { intraclassCorrelation } from '../../aggregation/intraclass-correlation.ts'
import { uniformNullVariance, withinGroupAgreement } from '../../aggregation/within-group-agreement.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, textIn } from './numbers-in.ts'

/** "AF06..AS28 (11 items, …)": the columns from the first to the last name; or names between commas. */
function columnsFrom(text: string, data: Table): string[] {
  const [, first, last] = text.match(/([\w.]+?)\.\.([\w]+)/) ?? []
  const names = text.replace(/\(.*/, '').match(/[\w.]+/g) ?? []
  const wanted = first && last ? [first, last] : names
  const unknown = wanted.find((name) => !data.columns.includes(name))
  if (unknown) throw new RangeError(`no column ${unknown}; there are ${data.columns.join(', ')}`)
  return first && last
    ? data.columns.slice(data.columns.indexOf(first), data.columns.indexOf(last) + 1)
    : names
}

/** "1-5" or "null variance 2" in words. */
function nullVarianceIn(text: string): number {
  const said = text.match(/variance\s*=?\s*(\d+(?:\.\d+)?)/)
  if (said) return Number(said[1])
  const [, lowest, highest] = text.match(/(\d+)\s*(?:-|–|to|\.\.)\s*(\d+)(?!\w)/) ?? []
  if (!lowest || !highest) throw new RangeError(`"${text}" names no scale and no null variance`)
  return uniformNullVariance(Number(highest) - Number(lowest) + 1)
}

/** Whether unit means may stand for their units. */
export const agg: Adapter = (input, { table }) => {
  if (!has(input, 'data', 'icc_of', 'rwgj_of')) return undefined
  const data = table(input.data)
  const [value = '', group = ''] = textIn(input, 'icc_of').split(/\s+by\s+/)
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
