import { expect, it } from 'vitest'
import { formats } from '../../../foundations/format/formats.ts'
import { heatChance, heatFinding, type JudgedCell } from './heat-finding.ts'

const en = formats('en')
const cells = (row: string, tones: readonly JudgedCell['tone'][]): JudgedCell[] =>
  tones.map((tone, at) => ({ row, column: String(at), tone, isJudged: tone !== 'thin' }))

it('[MEA-165] a row that falls short nearly everywhere is the title', () => {
  const map = [
    ...cells('Paying', ['short', 'short', 'short', 'level']),
    ...cells('Delivery', ['short', 'ahead']),
    { row: 'Paying', column: '', tone: 'short' as const, isJudged: true }, // in no unit
  ]
  expect(heatFinding(map, 'unit', en)).toBe('Paying falls short in 3 of 4 units')
  expect(heatFinding(map, 'unit', formats('fr'))).toBe('Paying est en dessous dans 3 unités sur 4')
})

it('[MEA-165] what is spread over rows is counted on both sides, and cells too thin are not counted', () => {
  const map = [...cells('Paying', ['short', 'level', 'thin']), ...cells('Delivery', ['short', 'ahead'])]
  expect(heatFinding(map, 'unit', en)).toBe('Two cells of 4 fall short, 1 better')
})

it('[MEA-165] nothing is said of a side that no interval bears', () => {
  expect(heatFinding(cells('Paying', ['level', 'level', 'thin']), 'unit', en)).toBe(
    'None of the 2 cells that can be told stands out',
  )
  expect(heatFinding(cells('Paying', ['thin']), 'unit', en)).toBe('Too few answers to tell any cell')
  expect(heatFinding(cells('Paying', ['ahead', 'level']), 'unit', en)).toBe(
    'One cell of 2 does better, none falls short',
  )
})

it('[MEA-166] the note says how many cells chance alone would mark', () => {
  const map = Array.from({ length: 12 }, (_, row) => cells(String(row), new Array(40).fill('level'))).flat()
  expect(heatChance(map, en)).toBe('of 480 cells, chance alone would mark about 24')
})
