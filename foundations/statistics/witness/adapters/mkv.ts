import { channelContribution } from '../../sequences/channel-contribution.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, objectsIn, textIn, wordsIn } from './numbers-in.ts'

/** The channels of a path as a list, or as text with arrows between. */
function stepsOf(path: CaseInput): string[] {
  if (Array.isArray(path.path)) return wordsIn(path, 'path')
  return textIn(path, 'path').split(/\s*(?:->|>|,)\s*/)
}

/** Channel contribution by removal effects. */
export const mkv: Adapter = (input) => {
  if (!has(input, 'paths')) return undefined
  const paths = objectsIn(input, 'paths').map((path) => ({
    channels: stepsOf(path),
    converted: numberIn(path, 'converted', 0),
    lost: numberIn(path, 'lost', 0),
  }))
  const result = succeed(channelContribution(paths))
  return {
    p_conversion: result.conversionRate,
    removal_effect: result.removalEffects,
    attributed_conversions: result.attributed,
  }
}
