import { channelContribution } from '../../sequences/channel-contribution.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, objectsIn, wordsIn } from './numbers-in.ts'

/** Channel contribution by removal effects. */
export const mkv: Adapter = (input) => {
  if (!has(input, 'paths')) return undefined
  const paths = objectsIn(input, 'paths').map((path) => ({
    channels: wordsIn(path, 'path'),
    converted: numberIn(path, 'converted'),
    lost: numberIn(path, 'lost'),
  }))
  const result = succeed(channelContribution(paths))
  return {
    p_conversion: result.conversionRate,
    removal_effect: result.removalEffects,
    attributed_conversions: result.attributed,
  }
}
