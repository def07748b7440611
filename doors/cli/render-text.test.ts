import { expect, it } from 'vitest'
import { renderText } from './render-text.ts'

it('[CLI-2] columns are as wide as what is seen in them, and figures stand to the right', () => {
  const head = ['name', 'n']
  const rows = [
    ['Wi-Fi', '1,234'],
    ['e\u0301te\u0301', '7'], // two letters of two code points each
  ]
  expect(renderText(['Title', { head, rows, right: [1] }])).toBe(
    ['Title', 'name       n', 'Wi-Fi  1,234', 'e\u0301te\u0301        7', ''].join('\n'),
  )
  expect(renderText([{ head: [], rows: [] }])).toBe('')
})
