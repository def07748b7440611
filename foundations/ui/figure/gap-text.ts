import type { FigureForm, Formats } from '../../format/formats.ts'
import type { Say } from '../../format/sayer.ts'
import type { EstimateView } from './estimate-view.ts'
import type { figureWords } from './figure.words.ts'
import { type Better, gapState } from './gap-state.ts'

interface GapTextNeeds {
  readonly gap: EstimateView | null | undefined
  readonly form: FigureForm
  readonly better: Better
  readonly formats: Formats
  readonly say: Say<typeof figureWords.table>
  /** Leaves the word "points" out, for labels in drawings. */
  readonly short?: boolean
}

/** The gap in words: "7.1 points short", "0.3 ahead", or that no side is clear. */
export function gapText({ gap, form, better, formats, say, short }: GapTextNeeds): string {
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
