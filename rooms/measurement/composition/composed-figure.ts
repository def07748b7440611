import type { Measure } from '../contract.ts'
import { type CountedFigure, countedFigure } from '../measures/counted-figure.ts'

/** How the values that a figure is the mean of are counted; undefined where a figure is no such mean. */
export function composedFigure(measure: Measure): { readonly counts: CountedFigure } | undefined {
  if (measure.method === 'composite') return { counts: null }
  if (measure.method === 'ratio') return { counts: { from: Number.MIN_VALUE, to: Number.MAX_VALUE } }
  const counts = countedFigure({ ...measure, facts: 'answers' })
  return counts === undefined ? undefined : { counts }
}
