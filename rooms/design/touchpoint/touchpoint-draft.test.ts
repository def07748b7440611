import { expect, it } from 'vitest'
import { draftOf, type MeasureChoice, touchpointOf } from './touchpoint-draft.page.ts'

const measures: MeasureChoice[] = [
  { key: 'csat', name: 'CSAT', unit: 'share', scale: { low: 1, high: 5 } },
  { key: 'nps', name: 'NPS', unit: 'points', scale: { low: 0, high: 10 } },
]
const delivery = {
  key: 'delivery',
  name: { en: 'Delivery', fr: 'Livraison' },
  owner: 'logistics',
  promise: { statement: 'On the day', measure: 'csat', target: 0.95 },
}

it('[DES-30] a touchpoint comes back from its form as it went in', () => {
  expect(touchpointOf(draftOf(delivery, measures), measures)).toEqual(delivery)
})

it('[DES-31] the target of a share is written in percent, with the decimal mark of either language', () => {
  const draft = draftOf(delivery, measures)
  expect(draft.target).toBe('95')
  expect(touchpointOf({ ...draft, target: '87,5 %' }, measures)).toMatchObject({ promise: { target: 0.875 } })
})

it('[DES-32] half a promise is refused, none at all is fine', () => {
  const draft = draftOf(delivery, measures)
  expect(touchpointOf({ ...draft, target: '' }, measures)).toBe('halfPromise')
  expect(touchpointOf({ ...draft, target: 'much' }, measures)).toBe('halfPromise')
  const without = touchpointOf({ ...draft, target: '', measure: '', statement: { en: '', fr: '' } }, measures)
  expect(without).not.toHaveProperty('promise')
})

it('[DES-33] a touchpoint without name is refused', () => {
  expect(touchpointOf({ ...draftOf(delivery, measures), name: { en: '', fr: '' } }, measures)).toBe(
    'required',
  )
})
