import type { Measure } from '../measures/measure.contract.ts'
import type { LibraryMeasure } from './library.contract.ts'

/** A measure of the library with the names that the workspace has for what it reads. */
export function inWorkspace(
  measure: Measure,
  { kind, followedBy }: { readonly kind?: string | undefined; readonly followedBy?: string | undefined },
): Measure {
  const isSame = measure.followedBy?.name === measure.kind
  const next = followedBy ?? (isSame ? kind : undefined)
  return {
    ...measure,
    ...(kind && !measure.parts ? { kind } : {}),
    ...(measure.followedBy && next ? { followedBy: { ...measure.followedBy, name: next } } : {}),
  }
}

/** A measure after those that its formula rests on. */
export function withNeeded(wanted: LibraryMeasure, library: readonly LibraryMeasure[]): LibraryMeasure[] {
  const needed = (wanted.measure.formula?.of ?? []).map(({ measure }) => measure)
  return [...library.filter(({ measure }) => needed.includes(measure.key)), wanted]
}
