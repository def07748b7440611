import { expect, it } from 'vitest'
import { unitLines } from './unit-lines.page.ts'

it('[STR-110] units are listed from top to bottom of their tree, orphans at the top', () => {
  const units = [
    { key: 'a1', name: 'A1', parent: 'a' },
    { key: 'a', name: 'A' },
    { key: 'lost', name: 'Lost', parent: 'nowhere' },
  ]
  expect(unitLines(units).map(({ unit, depth }) => `${depth}${unit.key}`)).toEqual(['0a', '1a1', '0lost'])
})
