import type { FigureUnit } from '../../../foundations/format/formats.ts'
import { oneText, type TwoTexts, twoTexts } from '../../../foundations/ui/form/two-texts.ts'
import type { Touchpoint } from '../contract.ts'

/** A measure as far as a promise needs it: its unit says in what the target is written. */
export interface MeasureChoice {
  readonly key: string
  readonly name: string
  readonly unit: FigureUnit
  readonly scale: { readonly low: number; readonly high: number }
}

/** A touchpoint while it is being written. */
export interface TouchpointDraft {
  readonly key: string
  readonly name: TwoTexts
  readonly channel: string
  readonly pillar: string
  readonly owner: string
  readonly statement: TwoTexts
  readonly measure: string
  /** As people write it: a share in percent. */
  readonly target: string
}

const shownTarget = (target: number, unit: MeasureChoice['unit'] | undefined) =>
  String(unit === 'share' ? Number((target * 100).toPrecision(12)) : target)

const keptTarget = (target: string, unit: MeasureChoice['unit'] | undefined) => {
  const number = Number(target.replace(',', '.').replace('\u2212', '-').replace(/\s*%$/, ''))
  return unit === 'share' ? Number((number / 100).toPrecision(12)) : number
}

const unitOf = (measures: readonly MeasureChoice[], key: string | undefined) =>
  measures.find((one) => one.key === key)?.unit

/** A touchpoint as the fields of its form; nothing for a new one. */
export function draftOf(
  touchpoint: Touchpoint | undefined,
  measures: readonly MeasureChoice[],
): TouchpointDraft {
  const promise = touchpoint?.promise
  return {
    key: touchpoint?.key ?? '',
    name: twoTexts(touchpoint?.name),
    channel: touchpoint?.channel ?? '',
    pillar: touchpoint?.pillar ?? '',
    owner: touchpoint?.owner ?? '',
    statement: twoTexts(promise?.statement),
    measure: promise?.measure ?? '',
    target: promise ? shownTarget(promise.target, unitOf(measures, promise.measure)) : '',
  }
}

/** The fields as a touchpoint; a text where something is missing. */
export function touchpointOf(
  draft: TouchpointDraft,
  measures: readonly MeasureChoice[],
): Touchpoint | 'required' | 'halfPromise' {
  const name = oneText(draft.name)
  if (name === undefined || draft.key === '') return 'required'
  const statement = oneText(draft.statement)
  const target = keptTarget(draft.target, unitOf(measures, draft.measure))
  const parts = [statement !== undefined, draft.measure !== '', draft.target.trim() !== '']
  const whole = parts.every(Boolean) && Number.isFinite(target)
  if (!whole && parts.some(Boolean)) return 'halfPromise'
  return {
    key: draft.key,
    name,
    ...(draft.channel ? { channel: draft.channel } : {}),
    ...(draft.pillar ? { pillar: draft.pillar } : {}),
    ...(draft.owner ? { owner: draft.owner } : {}),
    ...(whole && statement !== undefined ? { promise: { statement, measure: draft.measure, target } } : {}),
  }
}
