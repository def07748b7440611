import type { Formats } from '../../../foundations/format/formats.ts'
import { periodName } from '../../../foundations/format/period-name.ts'
import { sayer } from '../../../foundations/format/sayer.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import type { Figures } from '../../measurement/contract.ts'
import type { CockpitFacts } from './cockpit-finding.ts'
import {
  isAhead,
  isBroken,
  type MeasureWithUnit,
  type PromisedFigure,
  shortfall,
} from './promised-figures.ts'

/** What the cockpit and the report are made of. */
interface CockpitMaterial {
  readonly measures: readonly MeasureWithUnit[]
  /** Figures of the whole, compared with the period before. */
  readonly whole: Figures
  readonly promised: readonly PromisedFigure[]
}

/** What titles are written from, in the language of the reader. */
export function cockpitFacts({ measures, whole, promised }: CockpitMaterial, formats: Formats): CockpitFacts {
  const widestFirst = [...promised].sort((one, other) => shortfall(other) - shortfall(one))
  const headlines = measures.flatMap((measure) => {
    const figure = whole.figures.find((one) => one.measure === measure.key)
    if (!figure) return []
    const { estimate, verdict } = figure
    return [{ name: textIn(measure.name, formats.language), form: measure, estimate, verdict }]
  })
  return {
    ...pictureFacts(widestFirst, formats),
    headlines,
    before: whole.before ? periodName(whole.before, formats) : null,
  }
}

/** What the title of the picture is written from: the sides of promises, in their order. */
export function pictureFacts(promised: readonly PromisedFigure[], formats: Formats) {
  const namesOf = (of: readonly PromisedFigure[]) =>
    of.map(({ touchpoint }) => textIn(touchpoint.name, formats.language))
  return {
    broken: namesOf(promised.filter(isBroken)),
    ahead: namesOf(promised.filter(isAhead)),
    promises: promised.length,
  }
}

/** The line below the title: the period, what it is compared with, and how certain figures are. */
export function cockpitNote({ period, before, comparisons, figures }: Figures, formats: Formats): string {
  const say = sayer(words, formats.language)
  const name = periodName(period, formats)
  const isCompared = before !== null && figures.some(({ verdict }) => verdict !== null)
  return [
    isCompared ? say('against', { period: name, before: periodName(before, formats) }) : name,
    say('intervals'),
    ...(comparisons > 0 ? [say('comparisons', { count: comparisons })] : []),
  ].join(' · ')
}

const words = {
  against: { en: '{period} against {before}', fr: '{period}, face à {before}' },
  intervals: { en: 'intervals at 95%', fr: 'intervalles à 95 %' },
  comparisons: {
    en: { one: 'one comparison', other: '{count} comparisons, false discoveries held at 5%' },
    fr: { one: 'une comparaison', other: '{count} comparaisons, fausses découvertes tenues à 5 %' },
  },
} as const
