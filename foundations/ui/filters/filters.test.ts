import { expect, it } from 'vitest'
import { cleanFilters } from './filters.ts'

it('[UI-20] an address keeps its filters and loses what is none', () => {
  expect(cleanFilters({ period: '2017-q2', segment: 'trip:business', colour: 'red' })).toEqual({
    period: '2017-q2',
    segment: 'trip:business',
  })
})

it('[UI-20] a year that a browser reads as a number is still a period', () => {
  expect(cleanFilters({ period: 2017 })).toEqual({ period: '2017' })
})

it('[UI-20] a population nobody knows is not restricted', () => {
  expect(cleanFilters({ population: 'martians' })).toEqual({})
})
