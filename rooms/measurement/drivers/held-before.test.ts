import { expect, it } from 'vitest'
import { heldBefore } from './held-before.ts'

const weights = new Float64Array(6).fill(1)
const table = (columns: number[][]) => ({
  columns: columns.map((column) => Float64Array.from(column)),
  people: new Uint32Array(6),
  groups: new Uint16Array(6),
  weights,
})
const before = Float64Array.of(0, 0, 1, 1, 2, 2)

it('[MEA-264] worked by hand: what goes with what was done before is taken out, and the mean stays', () => {
  const { columns } = heldBefore(table([[1, 3, 2, 4, 3, 5]]), before)
  expect([...columns[0]!]).toEqual([2, 4, 2, 4, 2, 4])
})

it('[MEA-264] who did not mark is left out of the line, and stays without a mark', () => {
  const { columns } = heldBefore(table([[0, 0, 2, 2, Number.NaN, Number.NaN]]), before)
  expect([...columns[0]!]).toEqual([1, 1, 1, 1, Number.NaN, Number.NaN])
})

it('[MEA-264] where all did alike before, nothing is taken out', () => {
  const same = table([[1, 3, 2, 4, 3, 5]])
  expect(heldBefore(same, new Float64Array(6).fill(1))).toBe(same)
})
