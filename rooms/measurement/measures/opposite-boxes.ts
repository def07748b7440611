import type { Measure } from '../contract.ts'

/** The box counted for, and its mirror image at the low end counted against; without a box, each half of the scale. */
export function oppositeBoxes({ box, scale }: Pick<Measure, 'box' | 'scale'>) {
  const upper = box ?? { from: (scale.low + scale.high) / 2 + Number.EPSILON * scale.high, to: scale.high }
  return {
    upper,
    lower: { from: scale.low + scale.high - upper.to, to: scale.low + scale.high - upper.from },
  }
}
