import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import type { MeasureUnit } from '../contract.ts'
import type { CompositionAsked } from './composed-answers.ts'
import type { Composition } from './composition.contract.ts'
import type { CompositionFound } from './composition-of-answers.ts'
import { compositionFinding } from './composition-said.ts'

export interface CompositionToTell extends Pick<CompositionAsked, 'measure' | 'by' | 'period' | 'before'> {
  readonly unit: MeasureUnit
  readonly names: readonly { readonly key: string; readonly name: LocalText }[]
}

/** A composition as it crosses the door. */
export function toldComposition(
  { rows, ...found }: CompositionFound,
  { measure, by, period, before, unit, names }: CompositionToTell,
): Composition {
  const nameOf = (key: string) => (key === '' ? others : (names.find((one) => one.key === key)?.name ?? key))
  const { key, name, better, valueUnit = null } = measure
  const scale = measure.method === 'composite' ? { low: 0, high: 100 } : measure.scale
  const told = {
    ...{ measure: { key, name }, unit, scale, valueUnit, better, by, period, before },
    ...found,
    questions: { added: [...found.questions.added], dropped: [...found.questions.dropped] },
    rows: rows.map((row) => ({ ...row, name: nameOf(row.key) })),
  }
  return { ...told, finding: compositionFinding(told) }
}

const others = { en: 'all others', fr: 'tous les autres' }
