import { expect, it } from 'vitest'
import { placeInText } from './text-finding.ts'

it('[UI-72] a finding points at its place in the text, and stays in its line', () => {
  const text = 'mapping: 1\nname: Till\nrow: {}'
  expect(placeInText(text, { line: 2, column: 7 })).toEqual({ start: 17, end: 21, lines: 3 })
  expect(placeInText(text, { line: 3, column: 99 })).toEqual({ start: 29, end: 29, lines: 3 })
})
