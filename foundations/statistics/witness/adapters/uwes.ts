import { itemMeans } from '../../scales/experience-scale.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, numbersIn, objectIn } from './numbers-in.ts'

/** Engagement score of one person from the items of each dimension. */
export const uwes: Adapter = (input) => {
  if (!has(input, 'items')) return undefined
  const items = objectIn(input, 'items')
  const scores = itemMeans(new Map(Object.keys(items).map((name) => [name, numbersIn(items, name)])))
  return scores === null ? undefined : { ...Object.fromEntries(scores.dimensions), total: scores.total }
}
