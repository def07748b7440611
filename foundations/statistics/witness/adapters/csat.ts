import { meanOfBins, sdOfBins } from '../../means/mean-of-bins.ts'
import { boxShareOfBins } from '../../proportions/box-share.ts'
import { netBoxOfBins } from '../../proportions/net-box.ts'
import { binsOfScores } from '../../score-bins.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, numberIn, numbersIn } from './numbers-in.ts'

/** Satisfaction scores on a k-point scale: two-box shares, net and mean. */
export const csat: Adapter = (input) => {
  if (!has(input, 'scores', 'scale')) return undefined
  const [lowest = 1, highest = 5] = numbersIn(input, 'scale')
  const bins = binsOfScores(numbersIn(input, 'scores'))
  const level = numberIn(input, 'conf', 0.95)
  const upper = { from: highest - 1, to: highest }
  const lower = { from: lowest, to: lowest + 1 }
  const top = boxShareOfBins(bins, { ...upper, level })
  const bottom = boxShareOfBins(bins, { ...lower, level })
  const mean = meanOfBins(bins, { level })
  return {
    n: mean.n,
    top2: top.value,
    top2_wilson: [top.low, top.high],
    bottom2: bottom.value,
    bottom2_wilson: [bottom.low, bottom.high],
    net: netBoxOfBins(bins, { upper, lower, level }).value,
    mean: mean.value,
    sd: sdOfBins(bins),
    mean_ci: [mean.low, mean.high],
  }
}
