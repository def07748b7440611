import { describe, expect, it } from 'vitest'
import { groupIndex } from '../panel/fixed-effects.ts'
import { randomSource } from '../resampling/random-source.ts'
import { carriedShare, type IncidentData } from './carried-share.ts'

const random = randomSource(11)

interface Planted {
  readonly rows: number
  readonly share: number
  readonly cost?: number
}

/** Marks of people of different leniency: an incident costs 1.2 at one place and a share of it at the next. */
function planted({ rows, share, cost = 1.2 }: Planted): IncidentData {
  const people = Array.from({ length: rows }, (_, row) => row >> 1)
  const unit = Int32Array.from({ length: rows }, (_, row) => row % 5)
  const leniency = people.map(() => 0)
  for (let row = 0; row < rows; row += 2) leniency[row] = leniency[row + 1] = 0.5 * random.normal()
  const struck = Array.from(unit, (one) => Number(random.uniform() < 0.1 + 0.08 * one))
  const here = struck.map(
    (one, row) => 4 - cost * one + 0.2 * unit[row]! + leniency[row]! + 0.6 * random.normal(),
  )
  const there = struck.map(
    (one, row) => 3.8 - cost * share * one + 0.1 * unit[row]! + leniency[row]! + 0.6 * random.normal(),
  )
  return { struck, here, there, people, held: [groupIndex(unit)] }
}

describe('carried share', () => {
  it('[STA-198] costs are least squares within groups, the share their quotient with Fieller’s limits: by NumPy', () => {
    const found = carriedShare({
      struck: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1],
      here: [5, 3, 4, 3, 5, 4, 4, 2, 5, 3, 4, 4, 5, 3, 4, 2, 3, 2, 5, 3, 4, 3, 5, 4],
      there: [4, 3, 4, 4, 5, 4, 4, 3, 5, 4, 3, 4, 5, 4, 4, 3, 4, 3, 4, 4, 4, 3, 5, 4],
      people: [0, 0, 1, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
      held: [groupIndex(Int32Array.from({ length: 24 }, (_, row) => (row < 12 ? 0 : 1)))],
    })
    if (typeof found === 'string') throw new Error(found)
    expect(found.here.value).toBeCloseTo(-1.4166666667, 8)
    expect([found.here.low, found.here.high]).toEqual([
      expect.closeTo(-1.9823871166, 6),
      expect.closeTo(-0.8509462168, 6),
    ])
    expect(found.there.value).toBeCloseTo(-0.6666666667, 8)
    expect(found.share.value).toBeCloseTo(0.4705882353, 8)
    expect([found.share.low, found.share.high]).toEqual([
      expect.closeTo(0.189321999, 6),
      expect.closeTo(0.714416658, 6),
    ])
    expect(found.struck).toBe(12)
  })

  it('[STA-198] a planted share lies within its limits nineteen times in twenty, whatever people’s leniency', () => {
    let held = 0
    for (let trial = 0; trial < 300; trial++) {
      const found = carriedShare(planted({ rows: 300, share: 0.4 }))
      if (typeof found === 'string') throw new Error(found)
      if (found.share.low! <= 0.4 && 0.4 <= found.share.high!) held += 1
    }
    expect(held / 300).toBeGreaterThan(0.915)
    expect(held / 300).toBeLessThan(0.985)
  })

  it('[STA-198] says why it cannot tell: nobody struck, struck everywhere in a group, a cost not told from nothing', () => {
    const data = planted({ rows: 200, share: 0.4 })
    expect(carriedShare({ ...data, struck: Array.from(data.here, () => 0) })).toBe('too-few')
    const grouped = Int32Array.from(Array.from(data.struck), (one) => one)
    expect(carriedShare({ ...data, held: [groupIndex(grouped)] })).toBe('constant')
    const nothing = carriedShare(planted({ rows: 200, share: 1, cost: 0 }))
    expect(nothing).toMatchObject({ share: { value: null, why: 'too-noisy' } })
  })
})
