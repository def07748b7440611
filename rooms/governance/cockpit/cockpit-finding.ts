import { type EstimateView, intervalOf } from '../../../foundations/format/estimate-view.ts'
import type { FigureForm, Formats } from '../../../foundations/format/formats.ts'
import { numberWord } from '../../../foundations/format/number-word.ts'
import { type Say, sayer } from '../../../foundations/format/sayer.ts'

/** A whole figure of the organisation, as far as a title needs it. */
export interface HeadlineFact {
  readonly name: string
  readonly form: FigureForm
  readonly estimate: EstimateView
  readonly verdict: 'moved-up' | 'moved-down' | 'noise' | 'too-thin' | null
}

/** What titles are written from: names of promises by the side their interval lies on, and whole figures. */
export interface CockpitFacts {
  /** Names of touchpoints whose whole interval is short of the promise, widest gap first. */
  readonly broken: readonly string[]
  readonly ahead: readonly string[]
  /** Number of promises that have a figure. */
  readonly promises: number
  readonly headlines: readonly HeadlineFact[]
  /** The period compared with, as people say it; null where there is none. */
  readonly before: string | null
}

interface Voice {
  readonly say: Say<typeof words>
  readonly formats: Formats
}

const voiceOf = (formats: Formats): Voice => ({ say: sayer(words, formats.language), formats })

/** A number word inside a sentence. */
const inner = (count: number, language: Formats['language']) => numberWord(count, language).toLowerCase()

function brokenTitle({ broken, promises }: CockpitFacts, { say, formats }: Voice): string | null {
  if (broken.length === 0) return null
  const number = numberWord(broken.length, formats.language)
  if (broken.length <= 3)
    return say('brokenNamed', { count: broken.length, number, names: formats.list(broken) })
  return say('brokenAmong', {
    number,
    total: inner(promises, formats.language),
    names: formats.list(broken.slice(0, 2)),
  })
}

function movedTitle({ headlines, before }: CockpitFacts, { say, formats }: Voice): string | null {
  const named = (verdict: string) => headlines.filter((one) => one.verdict === verdict).map((one) => one.name)
  const [fallen, risen] = [named('moved-down'), named('moved-up')]
  const moved = [...fallen, ...risen]
  if (before === null || moved.length === 0) return null
  const values = { names: formats.list(moved), period: before, count: moved.length }
  if (fallen.length > 0 && risen.length > 0) return say('moved', values)
  return say(fallen.length > 0 ? 'fell' : 'rose', values)
}

function standsTitle({ headlines }: CockpitFacts, { say, formats }: Voice): string {
  const first = headlines.find((one) => one.estimate.value !== null)
  if (first?.estimate.value == null) return say('thin')
  const interval = intervalOf(first.estimate)
  return say('stands', {
    name: first.name,
    value: formats.value(first.estimate.value, first.form),
    interval: interval ? formats.interval(interval, first.form) : '',
  }).replace(' .', '.')
}

/**
 * The title of the cockpit, by rules in this order: promises broken beyond their interval; figures that moved;
 * promises measured and none shown broken; the first figure as it stands. Nothing is said that an interval or a
 * verdict does not bear, and nothing ranks one gap above another.
 */
export function cockpitFinding(facts: CockpitFacts, formats: Formats): string {
  const voice = voiceOf(formats)
  const broken = brokenTitle(facts, voice)
  if (broken) return broken
  const moved = movedTitle(facts, voice)
  if (moved) return moved
  if (facts.promises > 0) return voice.say('noneBroken', { count: facts.promises })
  return standsTitle(facts, voice)
}

function sideText(names: readonly string[], total: number, { say, formats }: Voice): string {
  if (names.length <= 2) return say('pictureShort', { names: formats.list(names), count: names.length })
  return say('pictureShortMany', {
    number: numberWord(names.length, formats.language),
    total: inner(total, formats.language),
  })
}

/** The title of the picture of promise and lived. */
export function pictureFinding(
  facts: Pick<CockpitFacts, 'broken' | 'ahead' | 'promises'>,
  formats: Formats,
): string {
  const { broken, ahead, promises } = facts
  const voice = voiceOf(formats)
  const { say } = voice
  if (broken.length === 0) return say('pictureNone')
  const short = sideText(broken, promises, voice)
  if (ahead.length === 0) return short
  const better =
    ahead.length <= 2
      ? say('pictureAhead', { names: formats.list(ahead), count: ahead.length })
      : say('pictureAheadMany', { number: inner(ahead.length, formats.language) })
  return `${short}${formats.language === 'fr' ? '\u202f;' : ';'} ${better}`
}

const words = {
  brokenNamed: {
    en: { one: 'One promise is broken: {names}.', other: '{number} promises are broken: {names}.' },
    fr: { one: 'Une promesse est rompue : {names}.', other: '{number} promesses sont rompues : {names}.' },
  },
  brokenAmong: {
    en: '{number} promises of {total} are broken, among them {names}.',
    fr: '{number} promesses sur {total} sont rompues, dont {names}.',
  },
  fell: {
    en: { one: '{names} fell against {period}.', other: '{names} fell against {period}.' },
    fr: { one: '{names} a baissé face à {period}.', other: '{names} ont baissé face à {period}.' },
  },
  rose: {
    en: { one: '{names} rose against {period}.', other: '{names} rose against {period}.' },
    fr: { one: '{names} a progressé face à {period}.', other: '{names} ont progressé face à {period}.' },
  },
  moved: { en: '{names} moved against {period}.', fr: '{names} ont bougé face à {period}.' },
  noneBroken: {
    en: {
      one: 'The only promise measured is not shown to be broken.',
      other: 'None of the {count} promises measured is shown to be broken.',
    },
    fr: {
      one: 'La seule promesse mesurée n’apparaît pas rompue.',
      other: 'Aucune des {count} promesses mesurées n’apparaît rompue.',
    },
  },
  stands: { en: '{name} stands at {value} {interval}.', fr: '{name} : {value} {interval}.' },
  thin: { en: 'Too few answers to say anything yet.', fr: 'Trop peu de réponses pour rien dire encore.' },
  pictureShort: {
    en: { one: '{names} falls short of what we say', other: '{names} fall short of what we say' },
    fr: {
      one: '{names} reste en dessous de ce que nous disons',
      other: '{names} restent en dessous de ce que nous disons',
    },
  },
  pictureShortMany: {
    en: '{number} of {total} touchpoints fall short of what we say',
    fr: '{number} points de contact sur {total} restent en dessous de ce que nous disons',
  },
  pictureAhead: {
    en: { one: '{names} does better', other: '{names} do better' },
    fr: { one: '{names} fait mieux', other: '{names} font mieux' },
  },
  pictureAheadMany: {
    en: '{number} do better',
    fr: '{number} font mieux',
  },
  pictureNone: {
    en: 'No touchpoint is shown to fall short of what we say',
    fr: 'Aucun point de contact n’apparaît en dessous de ce que nous disons',
  },
} as const
