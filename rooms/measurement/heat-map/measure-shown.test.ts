import { expect, it } from 'vitest'
import { measureShown } from './measure-shown.page.ts'

const measures = [{ key: 'nps' }, { key: 'csat' }, { key: 'ces' }]
const promising = (key: string, measure: string) => ({
  key,
  name: key,
  promise: { statement: 'Quick', measure, target: 0.8 },
})
const touchpoints = [promising('till', 'csat'), promising('web', 'csat'), promising('shop', 'nps')]

it('[MEA-112] the map opens on the measure most promised, unless another is asked for', () => {
  expect(measureShown({ wanted: undefined, measures, touchpoints })).toEqual({ key: 'csat' })
  expect(measureShown({ wanted: 'ces', measures, touchpoints })).toEqual({ key: 'ces' })
  expect(measureShown({ wanted: 'gone', measures, touchpoints })).toEqual({ key: 'csat' })
})

it('[MEA-112] where nothing is promised the map opens on the first measure, and on none before that is known', () => {
  expect(measureShown({ wanted: undefined, measures, touchpoints: [] })).toEqual({ key: 'nps' })
  expect(measureShown({ wanted: undefined, measures, touchpoints: undefined })).toBeUndefined()
})
