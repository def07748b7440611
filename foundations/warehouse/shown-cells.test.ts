import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ALL, cellKey } from '../statistics/suppression/suppress-cells.ts'
import { parentOf } from './calendar.ts'
import {
  type AtomGroup,
  groupsIn,
  lengthOf,
  namesIn,
  peopleIn,
  sumOver,
  type World,
  worlds,
} from './fixtures/employee-world.ts'
import { linearSpan } from './fixtures/linear-span.ts'
import { type ShownCells, shownCells } from './shown-cells.ts'

const k = 5
const thresholds = { k, kCrossed: 10, telling: [0, 1], peopleRepeat: true }

const coordinatesOf = ({ units, age }: AtomGroup) => [age ?? ALL, units?.[0] ?? ALL]

function decided(world: World): ShownCells {
  const rows = groupsIn(world).map((group) => ({
    level: lengthOf(group.period),
    period: group.period,
    coordinates: coordinatesOf(group),
    people: peopleIn(world, group),
  }))
  return shownCells(
    rows.filter(({ people }) => people > 0),
    thresholds,
  )!
}

function isShown({ periods }: ShownCells, group: AtomGroup): boolean {
  return periods.get(group.period)!.shown.has(cellKey(coordinatesOf(group)))
}

it('[WAR-10] [WAR-11] [WAR-14] from all tables put together, no group of fewer than five can be worked out', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const cells = decided(world)
      const known = linearSpan()
      for (const group of groupsIn(world)) if (isShown(cells, group)) known.add(sumOver(world, group))
      for (const group of groupsIn(world)) {
        const people = peopleIn(world, group)
        if (people < k) expect(known.holds(sumOver(world, group)), JSON.stringify(group)).toBe(false)
      }
    }),
    { numRuns: 100 },
  )
})

/** Groups that add up to a group: its units, its ages, or the periods that make up its own. */
function partsOf(world: World, group: AtomGroup): AtomGroup[][] {
  const shorter = world.periods.filter((period) => period !== 'all' && parentOf(period) === group.period)
  return [
    group.units ? [] : world.units.map((unit) => ({ ...group, units: [unit] })),
    group.age ? [] : world.ages.map((age) => ({ ...group, age })),
    shorter.map((period) => ({ ...group, period })),
  ]
}

it('[WAR-11] [WAR-14] what is left when shown parts are taken from a shown whole is at least five people', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const cells = decided(world)
      for (const group of groupsIn(world).filter((each) => isShown(cells, each))) {
        for (const parts of partsOf(world, group)) {
          const hidden = parts.filter((part) => !isShown(cells, part))
          const people = new Set(hidden.flatMap((part) => namesIn(world, part))).size
          if (hidden.length > 0) expect(people).toBeGreaterThanOrEqual(k)
        }
      }
    }),
    { numRuns: 150 },
  )
})

it('[WAR-12] a table decides on its own cells as every finer table does', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const both = decided(world)
      const byUnit = groupsIn(world).filter(({ age }) => !age)
      const rows = byUnit.map((group) => ({
        level: lengthOf(group.period),
        period: group.period,
        coordinates: [group.units?.[0] ?? ALL],
        people: peopleIn(world, group),
      }))
      const alone = shownCells(rows, { ...thresholds, telling: [0] })!
      for (const group of byUnit) {
        const shown = alone.periods.get(group.period)!.shown.has(cellKey([group.units?.[0] ?? ALL]))
        expect(shown, JSON.stringify(group)).toBe(isShown(both, group))
      }
    }),
    { numRuns: 100 },
  )
})
