import { expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { pairSums } from './pair-sums.ts'
import { penaltyReward } from './penalty-reward.ts'
import { penaltyRewardOfPairs } from './penalty-reward-of-pairs.ts'

/** Waiting only annoys, warmth only delights, decor does nothing; marks of 1 to 5. */
function survey(n: number, missing = 0) {
  const random = randomSource(4)
  const marks = Array.from({ length: 3 }, () => Float64Array.from({ length: n }, () => 1 + random.index(5)))
  const y = Float64Array.from({ length: n }, (_, row) => {
    const [waiting, warmth] = [marks[0]![row]!, marks[1]![row]!]
    return 3 - (waiting <= 2 ? 1.2 : 0) + (warmth === 5 ? 1 : 0) + 0.5 * random.normal()
  })
  for (const column of marks)
    for (let row = 0; row < n; row++) if (random.uniform() < missing) column[row] = Number.NaN
  return { marks, y }
}

const names = ['waiting', 'warmth', 'decor']
const isLow = (mark: number) => mark <= 2
const isTop = (mark: number) => mark === 5

function ofPairs({ marks, y }: ReturnType<typeof survey>, draws = 300) {
  const box = (column: Float64Array, test: (mark: number) => boolean) =>
    column.map((mark) => (Number.isNaN(mark) ? Number.NaN : Number(test(mark))))
  const columns = [...marks.flatMap((column) => [box(column, isLow), box(column, isTop)]), y]
  const bucketOf = Uint16Array.from(y, (_, row) => row % 400)
  return penaltyRewardOfPairs(pairSums({ columns, bucketOf, buckets: 400 }), { names, draws })
}

it('[STA-304] without missing values penalties and rewards are those of the contrast over rows', () => {
  const data = survey(900)
  const rows = penaltyReward(
    data.y,
    names.map((name, i) => ({ name, values: data.marks[i]! })),
    { isLow, isTop },
  )
  const pairs = ofPairs(data, 50)
  if (typeof rows === 'string' || typeof pairs === 'string') throw new Error('no contrast')
  pairs.touchpoints.forEach((one, i) => {
    expect(one.penalty.value).toBeCloseTo(rows.touchpoints[i]!.penalty, 9)
    expect(one.reward.value).toBeCloseTo(rows.touchpoints[i]!.reward, 9)
    expect(one.low).toBeCloseTo(data.marks[i]!.filter(isLow).length, 6)
  })
})

it('[STA-305] what only annoys and what only delights are told, with a quarter of the answers missing, and what does nothing is not', () => {
  const found = ofPairs(survey(4000, 0.25))
  if (typeof found === 'string') throw new Error(found)
  const [waiting, warmth, decor] = found.touchpoints
  expect(waiting!.penalty.low! < -1.2 && waiting!.penalty.high! > -1.2).toBe(true)
  expect(warmth!.reward.low! < 1 && warmth!.reward.high! > 1).toBe(true)
  expect([waiting!.kind, warmth!.kind]).toEqual(['frustrator', 'delighter'])
  expect([waiting!.isMomentOfTruth, decor!.isMomentOfTruth]).toEqual([true, false])
})

it('[STA-305] too few respondents and boxes that are one another have no contrast', () => {
  expect(ofPairs(survey(40))).toBe('too-few')
  const { marks, y } = survey(300)
  expect(ofPairs({ marks: [marks[0]!, marks[0]!, marks[2]!], y })).toBe('collinear')
})
