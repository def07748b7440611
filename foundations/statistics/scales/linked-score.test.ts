import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { linkedScore } from './linked-score.ts'

const mean = (lists: readonly (readonly number[])[]) =>
  lists[0]!.map((_, row) => lists.reduce((sum, list) => sum + list[row]!, 0) / lists.length)

/** Three items on 1 to 7 of people around a level; the third is harder by nine tenths. */
function items(people: number, { level, seed }: { readonly level: number; readonly seed: number }) {
  const random = randomSource(seed)
  const felt = Array.from({ length: people }, () => level + random.normal())
  const rounded = (value: number) => Math.min(7, Math.max(1, Math.round(value)))
  return [0, 0.3, -0.9].map((ease) => felt.map((one) => rounded(one + ease + 0.8 * random.normal())))
}

describe('linkedScore', () => {
  it('[STA-320] four people, worked by hand: the whole moves by as many of its deviations as the common items do', () => {
    const part = { weight: 1, whole: [1, 3, 3, 5], common: [2, 3, 3, 4], other: [3, 5] }
    // Deviations of the whole are twice those of the common items; the others are one higher on them.
    expect(linkedScore({ parts: [part] }).value).toBeCloseTo(5, 12)
  })

  it('[STA-320] where all items are common it is the plain mean with its interval, and anchoring people do not widen it', () => {
    const whole = [1, 2, 4, 6]
    const { value, low, high } = linkedScore({
      parts: [{ weight: 1, whole, common: whole, other: [3, 5, 4] }],
    })
    expect(value).toBe(4)
    expect((high! - low!) / 2).toBeCloseTo(1.959964 * Math.sqrt(1 / 3), 5)
  })

  it('[STA-320] an item that was easier to agree with is told apart from people who feel more, in 95 % of the samples', () => {
    let covered = 0
    const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1)
    const truth = mean(items(200_000, { level: 4.5, seed: 999 })).reduce((sum, one) => sum + one, 0) / 200_000
    for (const seed of seeds) {
      const anchoring = items(120, { level: 4, seed })
      const others = items(100, { level: 4.5, seed: seed + 1000 })
      const part = {
        weight: 1,
        whole: mean(anchoring),
        common: mean(anchoring.slice(0, 2)),
        other: mean(others.slice(0, 2)),
      }
      const { low, high } = linkedScore({ parts: [part] })
      if (low! < truth && truth < high!) covered += 1
    }
    expect(covered / seeds.length).toBeGreaterThan(0.9)
  })

  it('[STA-320] parts are weighed, and weights of people that are all alike change nothing', () => {
    const parts = [
      { weight: 3, whole: [1, 2, 3, 4], common: [1, 2, 3, 4], other: [2, 4] },
      { weight: 1, whole: [1, 2, 3, 4], common: [1, 3, 3, 5], other: [1, 2] },
    ]
    const plain = linkedScore({ parts })
    expect(linkedScore({ parts, weights: [7, 7, 7, 7], otherWeights: [2, 2] })).toEqual(plain)
    const alone = [linkedScore({ parts: [parts[0]!] }).value!, linkedScore({ parts: [parts[1]!] }).value!]
    expect(plain.value).toBeCloseTo(0.75 * alone[0]! + 0.25 * alone[1]!, 12)
  })

  it('[STA-320] nobody, one person, and common items that do not vary give no figure or no interval', () => {
    const part = { weight: 1, whole: [1, 2, 3], common: [2, 2, 2], other: [1, 2] }
    expect(linkedScore({ parts: [part] })).toMatchObject({ value: null, why: 'constant' })
    expect(linkedScore({ parts: [{ ...part, other: [] }] })).toMatchObject({ value: null, why: 'no-answers' })
    expect(linkedScore({ parts: [{ ...part, common: part.whole, other: [2] }] })).toMatchObject({
      ...{ value: 2, low: null, why: 'one-answer' },
    })
    expect(linkedScore({ parts: [part], weights: [1, 0, 1] })).toMatchObject({ why: 'weights-not-positive' })
  })

  it('[STA-320] the standard error is that of 40,000 resamples of NumPy 2.4 within 5 %', () => {
    const { value, low, high } = linkedScore({
      parts: [{ weight: 1, whole: mean(anchored), common: mean(anchored.slice(0, 2)), other: mean(later) }],
    })
    expect(value).toBeCloseTo(4.521949194662829, 10)
    expect((high! - low!) / 2 / 1.959964 / 0.13646560268476968).toBeGreaterThan(0.95)
    expect((high! - low!) / 2 / 1.959964 / 0.13646560268476968).toBeLessThan(1.05)
  })
})

/** Answers of sixty and of fifty people, a digit each, item by item. */
const digits = (text: string) => [...text].map(Number)
const anchored = [
  '514423351743523364525654445354335533164345343455475434342263',
  '615454345763434454644674445455445445153255445646465465534257',
  '623233132734221244434542244335224334141124234154253134314133',
].map(digits)
const later = [
  '33745457345464535465643456664654454347475535555354',
  '64663467556475755465554545754565575557554645747643',
].map(digits)
