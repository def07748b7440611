import type { Measure } from '../contract.ts'
import { oppositeBoxes } from './opposite-boxes.ts'

interface Box {
  readonly from: number
  readonly to: number
}

/** What a score counts as: 1 in the box and 0 elsewhere; where a box counts against it, 100, 0 or −100; itself where null. */
export type CountedFigure = (Box & { readonly against?: Box }) | null

/** How the scores of a measure are counted in its figure; undefined where a measure is no score of an answer. */
export function countedFigure({ method, scale, box, facts }: Measure): CountedFigure | undefined {
  if (facts && facts !== 'answers') return undefined
  if (method === 'nps') return { from: 9, to: 10, against: { from: 0, to: 6 } }
  if (method === 'csat') return { from: scale.high - 1, to: scale.high }
  if (method === 'ces') return { from: scale.high - 2, to: scale.high }
  if (method === 'box') return box ?? { from: scale.high, to: scale.high }
  if (method === 'balance') {
    const { upper, lower } = oppositeBoxes({ box, scale })
    return { ...upper, against: lower }
  }
  return method === 'mean' ? null : undefined
}

/** Whether a measure is a score of answers, which analyses of marks can weigh. */
export function isWeighable(measure: Measure): boolean {
  return countedFigure(measure) !== undefined
}

/** What a score counts as in a figure. */
export function countedAs(figure: NonNullable<CountedFigure>, score: number): number {
  const { against } = figure
  const worth = against ? 100 : 1
  if (score >= figure.from && score <= figure.to) return worth
  return against && score >= against.from && score <= against.to ? -worth : 0
}

/** Ends of the scale on which the mean of scores lies, counted so. */
export function countedEnds(figure: CountedFigure, scale: Measure['scale']): Measure['scale'] {
  if (figure === null) return scale
  return figure.against ? { low: -100, high: 100 } : { low: 0, high: 1 }
}
