import type { Touchpoint } from '../../design/contract.ts'

interface MeasureChoice<Measure> {
  /** Key in the address of the page. */
  readonly wanted: string | undefined
  readonly measures: readonly Measure[]
  /** Undefined until they are known: choosing before would make the map change under the reader. */
  readonly touchpoints: readonly Touchpoint[] | undefined
}

/** The measure the map shows: the one asked for, else the one that most touchpoints promise, else the first. */
export function measureShown<Measure extends { readonly key: string }>(
  choice: MeasureChoice<Measure>,
): Measure | undefined {
  const { wanted, measures, touchpoints } = choice
  const asked = measures.find(({ key }) => key === wanted)
  if (asked || !touchpoints) return asked
  const promises = (key: string) => touchpoints.filter(({ promise }) => promise?.measure === key).length
  return measures.toSorted((one, other) => promises(other.key) - promises(one.key))[0]
}
