import type { Measure } from '../contract.ts'
import { isWeighable } from '../measures/counted-figure.ts'

/** Kinds of answers that a measure is made of. */
export function partsOf({ parts, kind, name }: Measure): NonNullable<Measure['parts']> {
  return parts ?? [{ kind, name }]
}

/** Whether a measure is made of answers to questions. */
export function hasQuestions(measure: Measure): boolean {
  return measure.method === 'composite' || isWeighable(measure)
}
