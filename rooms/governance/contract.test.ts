import { expect, it } from 'vitest'
import { governanceContract, governanceProblems } from './contract.ts'

it('[GOV-1] the room offers nothing that it does not hold', () => {
  expect(governanceContract).toEqual({})
  expect(governanceProblems).toEqual({})
})
