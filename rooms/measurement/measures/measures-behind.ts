import type { Measure } from '../contract.ts'

/** The measures whose facts a figure rests on: those of its formula, else itself; `known` are all of the workspace. */
export function measuresBehind(measure: Measure, known: readonly Measure[]): Measure[] {
  return measure.method === 'formula' ? operandsOf(measure, known).map((one) => one.measure) : [measure]
}

/** What each name of a formula stands for, in the order of the formula. */
export function operandsOf(
  { formula }: Measure,
  known: readonly Measure[],
): { name: string; measure: Measure }[] {
  return (formula?.of ?? []).flatMap(({ name, measure: key }) => {
    const measure = known.find((one) => one.key === key && one.method !== 'formula')
    return measure ? [{ name, measure: withComparedKind(measure, known) }] : []
  })
}

/** A measure of promises reads the answers of the measure it compares. */
export function withComparedKind(measure: Measure, measures: readonly Measure[]): Measure {
  const compared = measures.find(({ key }) => key === measure.of)
  if (!compared) return measure
  const { facts, kind, population, followedBy } = compared
  return { ...measure, facts, kind, population, followedBy }
}
