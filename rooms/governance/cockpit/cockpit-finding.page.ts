import type { FigureForm, Formats } from '../../../foundations/format/formats.ts'
import { numberWord } from '../../../foundations/format/number-word.ts'
import type { Say } from '../../../foundations/format/sayer.ts'
import type { EstimateView } from '../../../foundations/ui/figure/estimate-view.ts'
import { intervalOf } from '../../../foundations/ui/figure/estimate-view.ts'
import type { cockpitWords } from './cockpit.words.ts'

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
  readonly say: Say<typeof cockpitWords.table>
  readonly formats: Formats
}

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
export function cockpitFinding(facts: CockpitFacts, voice: Voice): string {
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
  voice: Voice,
): string {
  const { broken, ahead, promises } = facts
  const { say, formats } = voice
  if (broken.length === 0) return say('pictureNone')
  const short = sideText(broken, promises, voice)
  if (ahead.length === 0) return short
  const better =
    ahead.length <= 2
      ? say('pictureAhead', { names: formats.list(ahead), count: ahead.length })
      : say('pictureAheadMany', { number: inner(ahead.length, formats.language) })
  return `${short}${formats.language === 'fr' ? '\u202f;' : ';'} ${better}`
}
