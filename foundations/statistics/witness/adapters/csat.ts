import { meanOfBins, sdOfBins } from '../../means/mean-of-bins.ts'
import { boxShareOfBins } from '../../proportions/box-share.ts'
import { netBoxOfBins } from '../../proportions/net-box.ts'
import { binsOfScores } from '../../score-bins.ts'
import { keysLike, withKeys } from '../mismatches.ts'
import type { Adapter } from '../oracle-case.ts'
import { completeIn, has, numberIn, numbersIn } from './numbers-in.ts'

/** Satisfaction scores on a k-point scale: two-box shares, net and mean. */
export const csat: Adapter = (input) => {
  if (!has(input, 'scores', 'scale')) return undefined
  const [lowest = 1, highest = 5] = numbersIn(input, 'scale')
  const bins = binsOfScores(completeIn(input, 'scores')[0]!)
  const level = numberIn(input, 'conf', 0.95)
  const upper = (boxes: number) => ({ from: highest - boxes + 1, to: highest })
  const lower = (boxes: number) => ({ from: lowest, to: lowest + boxes - 1 })
  const share = (side: string, boxes: string) => {
    const box = side === 'top' ? upper(Number(boxes)) : lower(Number(boxes))
    return boxShareOfBins(bins, { ...box, level })
  }
  const mean = meanOfBins(bins, { level })
  const known = {
    n: mean.n,
    net: netBoxOfBins(bins, { upper: upper(2), lower: lower(2), level }).value,
    mean: mean.value,
    sd: sdOfBins(bins),
    mean_ci: [mean.low, mean.high],
  }
  return withKeys(
    known,
    keysLike(/^(top|bottom)(\d)$/, (side = '', boxes = '') => share(side, boxes).value),
    keysLike(/^(top|bottom)(\d)_wilson$/, (side = '', boxes = '') => {
      const { low, high } = share(side, boxes)
      return [low, high]
    }),
  )
}
