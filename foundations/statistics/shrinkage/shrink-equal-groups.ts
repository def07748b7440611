import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { sound } from '../sound-result.ts'

/**
 * James–Stein shrinkage of figures with one common sampling variance towards their mean.
 *
 * In words: keep the share c = 1 − (k − 3) × sampling variance / sum of squared deviations of each deviation, at least 0. 'too-few' below four groups, 'constant'
 * when the figures do not differ. Source: Efron & Morris (1977), Scientific American 236(5):119.
 */
export function shrinkEqualGroups(
  values: readonly number[],
  samplingVariance: number,
): { mean: number; kept: number; values: number[] } | WhyNot {
  if (values.length < 4) return 'too-few'
  const { mean, sd } = meanAndSd(values)
  const squares = (sd ?? 0) ** 2 * (values.length - 1)
  if (squares === 0) return 'constant'
  const kept = Math.max(0, 1 - ((values.length - 3) * samplingVariance) / squares)
  return sound({ mean, kept, values: values.map((value) => mean + kept * (value - mean)) })
}
