import type { Measure } from '../contract.ts'
import type { CountedFigure } from './response-table.ts'

/** How the scores of a measure are counted in its figure; undefined where a measure is no score of an answer. */
export function countedFigure({ method, scale, box, facts }: Measure): CountedFigure | undefined {
  if (facts && facts !== 'answers') return undefined
  if (method === 'nps') return 'nps'
  if (method === 'csat') return { from: scale.high - 1, to: scale.high }
  if (method === 'ces') return { from: scale.high - 2, to: scale.high }
  if (method === 'box' || method === 'balance') return box ?? { from: scale.high, to: scale.high }
  return method === 'mean' ? null : undefined
}
