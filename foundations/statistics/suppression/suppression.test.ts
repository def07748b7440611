import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeMayBeShown } from './change-may-be-shown.ts'
import { subsetMayBeShown } from './subset-may-be-shown.ts'
import type { Cell } from './suppress-cells.ts'
import { ALL, cellKey, suppressCells } from './suppress-cells.ts'
import { suppressGroups } from './suppress-groups.ts'

const groups = (people: Record<string, number>) =>
  Object.entries(people).map(([name, n]) => ({ name, people: n }))

describe('suppressGroups', () => {
  it.each<[Record<string, number>, string[], string]>([
    [
      { Paris: 12, Lyon: 7, Lille: 4, Nantes: 9 },
      ['Nantes', 'Paris'],
      'Lille is small, Lyon keeps it from being derived',
    ],
    [{ A: 3, B: 3, C: 11, D: 6 }, ['C', 'D'], 'two small groups of 6 together protect each other'],
    [{ X: 5, Y: 5 }, ['X', 'Y'], 'nobody is small'],
    [{ P: 1, Q: 20 }, [], 'the only other group must go too'],
    [{ B: 6, A: 6, C: 2 }, ['B'], 'of two equal groups the first in the alphabet goes'],
  ])('[STA-60] of %o at k = 5, %o are shown: %s', (people, shown) => {
    expect(suppressGroups(groups(people), 5).shown).toEqual(shown)
  })

  it('[STA-60] shown groups reach k; hidden ones are none, or two or more with at least k people, or everybody', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 9 }),
        fc.integer({ min: 1, max: 10 }),
        (people, k) => {
          const list = people.map((n, i) => ({ name: `g${i}`, people: n }))
          const { shown, hidden } = suppressGroups(list, k)
          const of = (names: string[]) => list.filter(({ name }) => names.includes(name))
          const concealed = of(hidden).reduce((sum, group) => sum + group.people, 0)
          expect(of(shown).every((group) => group.people >= k)).toBe(true)
          expect(hidden.length === 0 || shown.length === 0 || (hidden.length > 1 && concealed >= k)).toBe(
            true,
          )
          expect([...shown, ...hidden].sort()).toEqual(list.map(({ name }) => name).sort())
        },
      ),
    )
  })
})

/** All cells of a three-way table with every margin, from the people of its finest cells. */
function tableOf(people: readonly (readonly [string, string, string, number])[]): Cell[] {
  const cells = new Map<string, { coordinates: string[]; people: number }>()
  for (const [a, b, c, n] of people) {
    for (const coordinates of [a, ALL].flatMap((x) =>
      [b, ALL].flatMap((y) => [c, ALL].map((z) => [x, y, z])),
    )) {
      const key = cellKey(coordinates)
      const cell = cells.get(key) ?? { coordinates, people: 0 }
      cells.set(key, { coordinates, people: cell.people + n })
    }
  }
  return [...cells.values()]
}

const crossed = (cell: Cell) => cell.coordinates.filter((value) => value !== ALL).length
const value = (letter: string) => fc.integer({ min: 1, max: 3 }).map((i) => `${letter}${i}`)
const people = fc.array(fc.tuple(value('a'), value('b'), value('c'), fc.integer({ min: 0, max: 25 })), {
  maxLength: 27,
})
const thresholds = fc.record({ k: fc.integer({ min: 2, max: 8 }), kCrossed: fc.integer({ min: 8, max: 12 }) })

/** Members of every line of the table, with the margin they add up to. */
function linesWithMargin(cells: readonly Cell[]): { members: Cell[]; margin: Cell }[] {
  return cells.flatMap((margin) =>
    margin.coordinates.flatMap((coordinate, dimension) => {
      if (coordinate !== ALL) return []
      const members = cells.filter(
        (cell) =>
          cell.coordinates[dimension] !== ALL &&
          cell.coordinates.every(
            (other, index) => index === dimension || other === margin.coordinates[index],
          ),
      )
      return members.length > 0 ? [{ members, margin }] : []
    }),
  )
}

describe('suppressCells', () => {
  it('[STA-61] shown cells reach k, crossed ones kCrossed', () => {
    fc.assert(
      fc.property(people, thresholds, (finest, { k, kCrossed }) => {
        const cells = tableOf(finest)
        const shown = suppressCells(cells, { k, kCrossed })
        for (const cell of cells.filter(({ coordinates }) => shown.has(cellKey(coordinates)))) {
          expect(cell.people).toBeGreaterThanOrEqual(crossed(cell) < 2 ? k : kCrossed)
        }
      }),
    )
  })

  it('[STA-62] no hidden cell of a line of several can be found by subtracting shown ones from a shown margin', () => {
    fc.assert(
      fc.property(people, thresholds, (finest, { k, kCrossed }) => {
        const cells = tableOf(finest)
        const shown = suppressCells(cells, { k, kCrossed })
        const isShown = (cell: Cell) => shown.has(cellKey(cell.coordinates))
        for (const { members, margin } of linesWithMargin(cells)) {
          if (!isShown(margin) || members.length === 1) continue
          const hidden = members.filter((cell) => !isShown(cell))
          const concealed = hidden.reduce((sum, cell) => sum + cell.people, 0)
          expect(hidden.length === 0 || (hidden.length > 1 && concealed >= k)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('[STA-62] a hidden margin cannot be added up: none of its members is shown', () => {
    fc.assert(
      fc.property(people, thresholds, (finest, { k, kCrossed }) => {
        const cells = tableOf(finest)
        const shown = suppressCells(cells, { k, kCrossed })
        for (const { members, margin } of linesWithMargin(cells)) {
          if (shown.has(cellKey(margin.coordinates))) continue
          expect(members.some((cell) => shown.has(cellKey(cell.coordinates)))).toBe(false)
        }
      }),
    )
  })

  it('[STA-65] where people repeat, three and three may be the same three: a third cell goes with them', () => {
    const cells = [['a', 3] as const, ['b', 3] as const, ['c', 8] as const, ['d', 9] as const].map(
      ([name, n]) => ({ coordinates: [name], people: n }),
    )
    const shown = (peopleRepeat: boolean) => [...suppressCells(cells, { k: 5, kCrossed: 10, peopleRepeat })]
    expect(shown(false)).toEqual(['c', 'd'])
    expect(shown(true)).toEqual(['d'])
  })

  it('[STA-63] the order in which cells are listed does not matter', () => {
    fc.assert(
      fc.property(people, thresholds, fc.integer(), (finest, limits, seed) => {
        const cells = tableOf(finest)
        const turned = cells.length > 0 ? Math.abs(seed) % cells.length : 0
        const other = [...cells.slice(turned), ...cells.slice(0, turned)].reverse()
        expect([...suppressCells(other, limits)].sort()).toEqual([...suppressCells(cells, limits)].sort())
      }),
    )
  })

  it('[STA-61] team by contract: a crossed cell of 8 is hidden with another of its row and one of its column', () => {
    const cells = tableOf([
      ['Paris', 'permanent', 'all', 20],
      ['Paris', 'fixed-term', 'all', 8],
      ['Lyon', 'permanent', 'all', 15],
      ['Lyon', 'fixed-term', 'all', 12],
      ['Lille', 'permanent', 'all', 30],
      ['Lille', 'fixed-term', 'all', 11],
    ]).map(({ coordinates: [team, contract, rest], people: n }) => ({
      coordinates: [team!, contract!],
      people: n,
      rest,
    }))
    const twoWay = cells.filter(({ rest }) => rest === ALL)
    const shown = suppressCells(twoWay, { k: 5, kCrossed: 10 })
    const isShown = (team: string, contract: string) => shown.has(cellKey([team, contract]))
    // Paris × fixed-term (8) is below 10. Its row also loses permanent (20), its column Lille (11, the smaller of 11 and 12);
    // those two then take Lyon × permanent (15, the smaller of 15 and 30) and Lille × permanent (30).
    expect(isShown('Paris', 'fixed-term')).toBe(false)
    expect(isShown('Paris', 'permanent')).toBe(false)
    expect(isShown('Lille', 'fixed-term')).toBe(false)
    expect(isShown('Lille', 'permanent')).toBe(false)
    expect(isShown('Lyon', 'fixed-term')).toBe(true)
    expect(isShown('Lyon', 'permanent')).toBe(true)
    expect(isShown('Lyon', ALL)).toBe(true)
  })

  it('[STA-63] a cell listed twice, or with another number of dimensions, is refused', () => {
    const cell = { coordinates: ['a', 'b'], people: 20 }
    expect(() => suppressCells([cell, cell], { k: 5, kCrossed: 10 })).toThrow(RangeError)
    expect(() => suppressCells([cell, { coordinates: ['a'], people: 9 }], { k: 5, kCrossed: 10 })).toThrow(
      RangeError,
    )
  })
})

describe('changeMayBeShown', () => {
  it('[STA-64] a change of nobody or of at least k members may be shown, of one to k − 1 not', () => {
    expect([0, 1, 4, 5, 6].map((changed) => changeMayBeShown(changed, 5))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ])
  })
})

describe('subsetMayBeShown', () => {
  it.each([
    [20, 20, true, 'everybody'],
    [15, 20, true, 'five are left out'],
    [16, 20, false, 'four are left out and could be subtracted'],
    [4, 20, false, 'four are too few'],
    [21, 20, false, 'more than there are'],
  ])('[STA-66] %i of %i at k = 5 may be shown: %s, %s', (people, parentPeople, allowed) => {
    expect(subsetMayBeShown({ people, parentPeople }, 5)).toBe(allowed)
  })
})
