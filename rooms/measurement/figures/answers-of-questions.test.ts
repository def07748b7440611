import { describe, expect, it } from 'vitest'
import { meanOfBins } from '../../../foundations/statistics/means/mean-of-bins.ts'
import { boxShareOfBins } from '../../../foundations/statistics/proportions/box-share.ts'
import { binsOfScores } from '../../../foundations/statistics/score-bins.ts'
import { answersOfPeople, answersOfQuestions } from './answers-of-questions.ts'

const answered = (question: string, scores: readonly number[], weights?: readonly number[]) => ({
  kind: 'csat',
  group: { unit: 'north', question },
  bins: binsOfScores(scores, weights),
  hidden: false,
})

describe('several questions together', () => {
  const people = [5, 4, 4, 2, 5, 1, 3, 5, 4, 4]

  it('[MEA-36] ten people who answer three questions alike have the interval of ten people, and thirty answers', () => {
    const once = boxShareOfBins(binsOfScores(people), { from: 4, to: 5 })
    const [whole] = answersOfQuestions(['a', 'b', 'c'].map((question) => answered(question, people)))
    const together = boxShareOfBins(whole!.bins, { from: 4, to: 5 })
    expect(together).toMatchObject({ value: once.value, n: 30 })
    expect(together.nEffective).toBeCloseTo(10, 12)
    expect([together.low, together.high]).toEqual([
      expect.closeTo(once.low!, 12),
      expect.closeTo(once.high!, 12),
    ])
  })

  it('[MEA-36] the value is that of all answers, and the interval that of the question most answered', () => {
    const [whole] = answersOfQuestions([answered('a', people), answered('b', [1, 1])])
    expect(meanOfBins(whole!.bins)).toMatchObject({
      value: expect.closeTo(39 / 12, 12),
      n: 12,
      nEffective: expect.closeTo(10, 12),
    })
  })

  it('[MEA-36] one question is left as it is, weights and all', () => {
    const alone = answered('a', people, people)
    expect(answersOfQuestions([alone])[0]).toEqual({ ...alone, group: { unit: 'north' } })
  })

  it('[MEA-36] answers of one person alone have a mean without interval, never an interval that is no number', () => {
    const [whole] = answersOfQuestions([answered('a', [1], [0.25]), answered('b', [0], [2.5])])
    expect(meanOfBins(whole!.bins)).toMatchObject({ n: 2, low: null, high: null, why: 'too-few' })
  })

  it('[MEA-36] answers of fewer people than answers count as those people; fewer answers than people stay as they are', () => {
    const twice = binsOfScores([...people, ...people])
    expect(meanOfBins(answersOfPeople(twice, 10)).nEffective).toBeCloseTo(10, 12)
    expect(answersOfPeople(twice, 30)).toEqual(twice)
  })

  it('[MEA-36] groups stay apart', () => {
    const south = { ...answered('a', [5]), group: { unit: 'south', question: 'a' } }
    expect(answersOfQuestions([answered('a', people), south]).map(({ group }) => group)).toEqual([
      { unit: 'north' },
      { unit: 'south' },
    ])
  })
})
