import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { pairSums } from './pair-sums.ts'
import { raisedMarks } from './raised-marks.ts'

const random = randomSource(21)

interface Box {
  readonly low: number
  readonly top: number
  readonly penalty: number
  readonly reward: number
}

/** People whose marks are low or top by chance, and an outcome that loses and gains by them. */
function planted(rows: number, boxes: readonly Box[]) {
  const columns = boxes.flatMap(() => [new Float64Array(rows), new Float64Array(rows)])
  const outcome = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    outcome[row] = 7 + random.normal()
    for (const [at, { low, top, penalty, reward }] of boxes.entries()) {
      const drawn = random.uniform()
      columns[2 * at]![row] = Number(drawn < low)
      columns[2 * at + 1]![row] = Number(drawn > 1 - top)
      if (drawn < low) outcome[row]! -= penalty
      if (drawn > 1 - top) outcome[row]! += reward
    }
  }
  const bucketOf = Array.from({ length: rows }, (_, row) => row % 100)
  return pairSums({ columns: [...columns, outcome], bucketOf, buckets: 100 })
}

const weak = { low: 0.3, top: 0.1, penalty: 1, reward: 0.4 }
const idle = { low: 0.2, top: 0.2, penalty: 0, reward: 0 }
const bright = { low: 0.05, top: 0.55, penalty: 0.8, reward: 0.5 }
const options = { names: ['weak', 'idle', 'bright'], weakest: [0, 1], best: 2, draws: 300 }

describe('raised marks', () => {
  it('[STA-139] repairing brings the share of low marks times their penalty, polishing the share of middle marks times the reward', () => {
    const found = raisedMarks(planted(20_000, [weak, idle, bright]), options)
    if (typeof found === 'string') throw new Error(found)
    const [first, second, third] = found.touchpoints
    const close = (
      estimate: { value: number | null; low: number | null; high: number | null },
      truth: number,
    ) => {
      expect(estimate.low! - 0.01).toBeLessThan(truth)
      expect(estimate.high! + 0.01).toBeGreaterThan(truth)
      expect(estimate.value).toBeCloseTo(truth, 1)
    }
    close(first!.repaired, 0.3)
    close(second!.repaired, 0)
    close(third!.polished, 0.4 * 0.5)
    expect(first!.low).toBeCloseTo(0.3, 1)
    expect(third!.middle).toBeCloseTo(0.4, 1)
    close(found.weakest, 0.3)
    close(found.best, 0.2)
    close(found.weakestEach, 0.3 / 0.5)
    close(found.bestEach, 0.5)
    close(found.differenceEach, 0.1)
  })

  it('[STA-139] the difference lies within its limits nineteen times in twenty', () => {
    let held = 0
    for (let trial = 0; trial < 150; trial++) {
      const found = raisedMarks(planted(600, [weak, idle, bright]), { ...options, draws: 200 })
      if (typeof found === 'string') throw new Error(found)
      if (found.differenceEach.low! <= 0.1 && 0.1 <= found.differenceEach.high!) held += 1
    }
    expect(held / 150).toBeGreaterThan(0.9)
  }, 60_000)

  it('[STA-139] says why it cannot tell: few people, boxes that are one another, nobody left to move', () => {
    expect(raisedMarks(planted(40, [weak, idle, bright]), options)).toBe('too-few')
    const twice = pairSums({
      columns: [0, 1, 0, 1, 2].map((at) =>
        Float64Array.from({ length: 200 }, (_, row) => ((row * (at + 3)) % 7 < 2 ? 1 : 0)),
      ),
      bucketOf: Array.from({ length: 200 }, (_, row) => row % 10),
      buckets: 10,
    })
    expect(raisedMarks(twice, { names: ['a', 'b'], weakest: [0], best: 1 })).toBe('collinear')
    const full = raisedMarks(planted(2000, [weak, { low: 0.4, top: 0.6, penalty: 1, reward: 1 }]), {
      ...{ names: ['weak', 'full'], weakest: [0], best: 1, draws: 50 },
    })
    expect(full === 'collinear' || full).not.toBe('too-few')
  })
})
