import type { EstimateView } from './estimate-view.ts'
import type { FigureForm, Formats } from './formats.ts'
import { type Better, gapState } from './gap-state.ts'
import { sayer } from './sayer.ts'

interface GapTextNeeds {
  readonly gap: EstimateView | null | undefined
  readonly form: FigureForm
  readonly better: Better
  readonly formats: Formats
  /** Leaves the word "points" out, for labels in drawings. */
  readonly short?: boolean
}

/** The gap in words: "7.1 points short", "0.3 ahead", or that no side is clear. */
export function gapText({ gap, form, better, formats, short }: GapTextNeeds): string {
  const say = sayer(words, formats.language)
  const state = gapState(gap, better)
  if (state === 'unclear') return say('unclear')
  if (state === 'none' || gap?.value == null) return '⋯'
  const size = Math.abs(gap.value)
  const value = formats.bare(size, form)
  if (better === 'lower') return say(state === 'short' ? 'shortLower' : 'aheadLower', { value })
  const points = !short && (form.unit === 'share' || form.unit === 'points')
  if (points)
    return say(state === 'short' ? 'shortPoints' : 'aheadPoints', {
      value,
      count: form.unit === 'share' ? size * 100 : size,
    })
  return say(state, { value })
}

const words = {
  shortPoints: {
    en: { one: '{value} point short', other: '{value} points short' },
    fr: { one: '{value} point en dessous', other: '{value} points en dessous' },
  },
  aheadPoints: {
    en: { one: '{value} point ahead', other: '{value} points ahead' },
    fr: { one: '{value} point au-dessus', other: '{value} points au-dessus' },
  },
  short: { en: '{value} short', fr: '{value} en dessous' },
  ahead: { en: '{value} ahead', fr: '{value} au-dessus' },
  shortLower: { en: '{value} short', fr: '{value} de trop' },
  aheadLower: { en: '{value} ahead', fr: '{value} de mieux' },
  unclear: { en: 'no clear gap', fr: 'pas d’écart net' },
} as const
