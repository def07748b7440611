import { expect, it } from 'vitest'
import { cultureContract, cultureProblems } from './contract.ts'

it('[CUL-1] the room offers nothing that it does not hold', () => {
  expect(cultureContract).toEqual({})
  expect(cultureProblems).toEqual({})
})
