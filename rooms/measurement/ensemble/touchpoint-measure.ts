import type { Measure } from '../contract.ts'

/**
 * The measure that tells touchpoints best where none is asked for: the mean of the marks that satisfaction is counted from, else satisfaction, else the first
 * mean of answers.
 */
export function touchpointMeasure(measures: readonly Measure[], population: string): string | undefined {
  const answers = measures.filter(
    (one) => (one.facts ?? 'answers') === 'answers' && (one.population ?? population) === population,
  )
  const satisfied = answers.find(({ method }) => method === 'csat')
  const means = answers.filter(({ method, valueUnit }) => method === 'mean' && valueUnit === undefined)
  return (means.find(({ kind }) => kind === satisfied?.kind) ?? satisfied ?? means[0])?.key
}
