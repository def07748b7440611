import type { ThingNames } from './thing-names.ts'

export function measureTemplate({ camel, kebab }: ThingNames): string {
  return `import { boxShareOfBins, shareDifference } from '../../../foundations/statistics/proportions/box-share.ts'
import type { Measure } from '../contract.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'

/** The highest score alone. */
function highest({ scale }: Measure) {
  return { from: scale.high, to: scale.high }
}

/** Share of answers at the top of the scale. */
export const ${camel}: MeasureMethodDefinition = {
  description: {
    method: '${kebab}',
    sentence: {
      en: 'How many people gave the highest score.',
      fr: 'Combien de gens ont donné la note la plus haute.',
    },
    numerator: { en: 'Answers with the highest score.', fr: 'Réponses à la note la plus haute.' },
    denominator: { en: 'Answers with a score on the scale.', fr: 'Réponses notées sur l’échelle.' },
    interval: {
      en: 'Wilson score interval at 95 %, on the effective number of answers when they are weighted.',
      fr: 'Intervalle de Wilson à 95\u202f%, sur le nombre effectif de réponses quand elles sont pondérées.',
    },
    empty: { en: 'No answer: no figure.', fr: 'Aucune réponse\u202f: pas de chiffre.' },
    unit: 'share',
    source: 'Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857 and 17:873',
  },
  estimate: ({ bins, measure }) => boxShareOfBins(bins, highest(measure)),
  change: (now, before) => shareDifference(now.bins, before.bins, highest(now.measure)),
}
`
}

/** Expected values are worked by hand: 2 of 4, Wilson at z = 1.959964. */
export function measureTestTemplate({ camel, kebab, words }: ThingNames, rule: string): string {
  return `import { expect, it } from 'vitest'
import { binsOfScores } from '../../../foundations/statistics/score-bins.ts'
import { Measure } from '../contract.ts'
import { ${camel} } from './${kebab}.measure.ts'

const measure = Measure.parse({
  key: '${kebab}',
  name: '${words}',
  method: '${kebab}',
  kind: 'csat',
  scale: { low: 1, high: 5 },
})
const answered = (scores: number[]) => ({ measure, bins: binsOfScores(scores), gaps: [] })

it('[${rule}] of 5, 5, 4 and 1 on a scale of 5, two are at the top: 50 %, Wilson 15.0 % to 85.0 %', () => {
  const { value, n, low, high } = ${camel}.estimate(answered([5, 5, 4, 1]))
  expect({ value, n }).toEqual({ value: 0.5, n: 4 })
  expect(low).toBeCloseTo(0.150039, 6)
  expect(high).toBeCloseTo(0.849961, 6)
})

it('[${rule}] a change is now minus before', () => {
  expect(${camel}.change(answered([5, 5, 5, 1]), answered([5, 1, 1, 1])).value).toBeCloseTo(0.5, 12)
})

it('[${rule}] without answers there is no figure', () => {
  expect(${camel}.estimate(answered([]))).toMatchObject({ value: null, why: 'no-answers' })
})
`
}
