import { expect, it } from 'vitest'
import { moveInTable } from './move-in-table.ts'

const size = { rows: 3, columns: 4 }

it('[UI-53] arrows move one cell and stop at the edges', () => {
  expect(moveInTable('ArrowRight', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 })
  expect(moveInTable('ArrowUp', { row: 0, column: 2 }, size)).toEqual({ row: 0, column: 2 })
  expect(moveInTable('ArrowDown', { row: 2, column: 3 }, size)).toEqual({ row: 2, column: 3 })
})

it('[UI-53] Home and End go to the ends of the row, other keys stay', () => {
  expect(moveInTable('End', { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 3 })
  expect(moveInTable('Home', { row: 1, column: 2 }, size)).toEqual({ row: 1, column: 0 })
  expect(moveInTable('a', { row: 1, column: 2 }, size)).toBeNull()
})
