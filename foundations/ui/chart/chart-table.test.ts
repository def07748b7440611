import { expect, it } from 'vitest'
import { chartCsv } from './chart-table.ts'

it('[UI-30] commas, quotes and line ends are quoted as RFC 4180 says', () => {
  const csv = chartCsv({ columns: ['name', 'n'], rows: [['a, "b"', 3]] })
  expect(csv).toBe('name,n\r\n"a, ""b""",3')
})

it('[UI-30] what is not known is an empty field, never zero', () => {
  expect(chartCsv({ columns: ['value'], rows: [[null]] })).toBe('value\r\n')
})

it('[UI-31] a text that a spreadsheet would run is defused, a negative number is not touched', () => {
  expect(chartCsv({ columns: ['x'], rows: [['=1+1'], [-2]] })).toBe("x\r\n'=1+1\r\n-2")
})
