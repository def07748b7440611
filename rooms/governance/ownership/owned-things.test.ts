import { expect, it } from 'vitest'
import { ownedThings } from './owned-things.page.ts'

const teams = [{ key: 'stores', name: 'Stores' }]
const touchpoints = [
  { key: 'advice', name: 'Advice', owner: 'stores' },
  { key: 'wifi', name: 'Wi-Fi' },
  { key: 'food', name: 'Food', owner: 'dissolved' },
]

it('[GOV-20] what has no owner, or an owner that is no team, is nobody’s and comes first', () => {
  const [nobody, stores] = ownedThings({ teams, touchpoints, standards: [] })
  expect(nobody?.team).toBeNull()
  expect(nobody?.touchpoints.map(({ key }) => key)).toEqual(['wifi', 'food'])
  expect(stores?.touchpoints.map(({ key }) => key)).toEqual(['advice'])
})

it('[GOV-21] where everything is owned, nobody is not listed', () => {
  const owned = ownedThings({ teams, touchpoints: touchpoints.slice(0, 1), standards: [] })
  expect(owned.map(({ team }) => team?.key)).toEqual(['stores'])
})
