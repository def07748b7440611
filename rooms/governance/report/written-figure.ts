import { intervalOf } from '../../../foundations/format/estimate-view.ts'
import { isDifference } from '../../../foundations/format/formats.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { whyText } from '../../../foundations/format/why-text.ts'
import type { Figure } from '../../measurement/contract.ts'
import type { MeasureWithUnit } from '../cockpit/promised-figures.ts'
import type { ReportFigure, Tone } from './report-blocks.ts'
import type { Voice } from './writing.ts'

/** A figure in words: value, interval, n, verdict and change. */
export function writtenFigure(
  figure: Figure,
  measure: MeasureWithUnit,
  { say, formats }: Voice,
): ReportFigure {
  const { estimate, verdict } = figure
  return {
    name: textIn(measure.name, formats.language),
    value: estimate.value === null ? '⋯' : formats.value(estimate.value, measure),
    unit: estimate.value === null ? '' : unitText(measure, { say, formats }),
    certainty: certainty(figure, measure, { say, formats }),
    verdict: verdict === null ? '' : say(verdict),
    tone: toneOf(verdict, measure.better),
    change: changeText(figure, measure, { say, formats }),
  }
}

function changeText({ change }: Figure, measure: MeasureWithUnit, { say, formats }: Voice): string {
  if (change?.value == null) return ''
  const interval = intervalOf(change)
  const value = formats.bare(change.value, measure, true)
  const points = measure.unit === 'share' ? `\u00a0${say('pts')}` : ''
  return `${value}${points}${interval ? ` ${unbroken(formats.interval(interval, measure, true))}` : ''}`
}

/** Keeps an interval on one line. */
const unbroken = (text: string) => text.replaceAll(' ', '\u00a0')

function unitText(measure: MeasureWithUnit, { say, formats }: Voice): string {
  if (isDifference(measure)) return ''
  if (measure.unit === 'points') return say('ofPoints')
  return measure.unit === 'score' ? say('of', { high: formats.number(measure.scale.high) }) : ''
}

/** Interval and n, or the reason why there is none. */
export function certainty({ estimate }: Figure, measure: MeasureWithUnit, { say, formats }: Voice): string {
  const interval = intervalOf(estimate)
  const n = unbroken(say('n', { n: formats.number(estimate.n) }))
  if (interval) return `${unbroken(formats.interval(interval, measure))} · ${n}`
  return `${whyText(estimate.why, formats.language)} ${n}`
}

function toneOf(verdict: Figure['verdict'], better: MeasureWithUnit['better']): Tone {
  if (verdict === null || verdict === 'noise' || verdict === 'too-thin') return 'quiet'
  return (verdict === 'moved-up') === (better === 'higher') ? 'good' : 'bad'
}
