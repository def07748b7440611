import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { daysOf } from './calendar.ts'
import { answerOf, keepAnswers } from './fixtures/answers.ts'
import { type AtomGroup, groupsIn, peopleIn, sumOver, type World, worlds } from './fixtures/employee-world.ts'
import { type LinearSpan, linearSpan } from './fixtures/linear-span.ts'
import type { Histogram } from './histogram.ts'
import type { Grouping, HistogramQuery } from './histogram-query.contract.ts'
import { openWarehouse, type Warehouse } from './warehouse.ts'

const k = 5
const groupings: Grouping[] = ['unit', 'segment:age', 'month', 'quarter', 'year']

let directory: string
let warehouse: Warehouse
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-guard-property-'))
  warehouse = await openWarehouse({ location: { directory } })
})
afterAll(async () => {
  await warehouse.close()
  await rm(directory, { recursive: true, force: true })
})

function pairsOf<Item>(items: readonly Item[]): Item[][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other]))
}

/** Filters put one at a time, crossed, and as sums over units. */
function filtersIn({ units, ages }: World): Omit<AtomGroup, 'period'>[] {
  const branches = [...units.map((unit) => [unit]), ...pairsOf(units), units.slice(0, 3)]
  return [
    {},
    ...branches.map((chosen) => ({ units: chosen })),
    ...ages.map((age) => ({ age })),
    ...branches.map((chosen) => ({ units: chosen, age: ages[0]! })),
  ]
}

/** Every question that can be put: by every grouping and two, with every filter, in every period. */
function questionsIn(world: World): HistogramQuery[] {
  const pairs = pairsOf(groupings)
  const bys: Grouping[][] = [
    [],
    ...groupings.map((one) => [one]),
    ...pairs,
    ...pairs.map(([a, b]) => [b!, a!]),
  ]
  const filters = filtersIn(world)
  return [
    ...bys.map((by) => questionOf(by, { period: 'all' })),
    ...bys.slice(0, 4).flatMap((by) => filters.map((filter) => questionOf(by, { ...filter, period: 'all' }))),
    ...world.periods.flatMap((period) => bys.slice(0, 3).map((by) => questionOf(by, { period }))),
    ...[1, -1].flatMap((at) =>
      filters.map((filter) => questionOf([], { ...filter, period: world.periods.at(at)! })),
    ),
  ]
}

function questionOf(by: readonly Grouping[], { units, age, period }: AtomGroup): HistogramQuery {
  const days = period === 'all' ? { from: '2025-01-01', to: '2026-12-31' } : daysOf(period)
  const segment = age === undefined ? undefined : { name: 'age', value: age }
  return { kinds: ['enps'], population: 'employees', ...days, by, units, segment }
}

/** The group that a histogram describes: what was asked, narrowed by what it is grouped by. */
function groupOf(query: HistogramQuery, { group }: Histogram, world: World): AtomGroup {
  const asked = world.periods.find(
    (name) => name !== 'all' && daysOf(name).from === query.from && daysOf(name).to === query.to,
  )
  return {
    units: group.unit === undefined ? query.units : [group.unit],
    age: group['segment:age'] ?? query.segment?.value,
    period: group.month ?? group.quarter ?? group.year ?? asked ?? 'all',
  }
}

let kept = 0

async function keepWorld({ atoms }: World): Promise<string> {
  const workspace = `world-${kept++}`
  const answers = atoms.flatMap(({ unit, month, age, people }) =>
    people.map((person) =>
      answerOf({
        messageId: `${unit} ${month} ${age} ${person}`,
        person,
        population: 'employees',
        kind: 'enps',
        unit,
        occurredAt: new Date(`${month}-10T12:00:00Z`),
        segments: { age },
      }),
    ),
  )
  await keepAnswers(warehouse, workspace, answers)
  return workspace
}

/** Puts every question; answers with all that can be worked out from what was shown. */
async function knownAfterAsking(world: World): Promise<LinearSpan> {
  const workspace = await keepWorld(world)
  const known = linearSpan()
  for (const query of questionsIn(world)) {
    const { histograms } = await warehouse.histograms(workspace, query)
    for (const histogram of histograms.filter(({ hidden }) => !hidden)) {
      const group = groupOf(query, histogram, world)
      expect(peopleIn(world, group), JSON.stringify(group)).toBeGreaterThanOrEqual(k)
      known.add(sumOver(world, group))
    }
  }
  return known
}

it('[WAR-11] [WAR-12] [WAR-14] all answers to all questions put together do not give away a group of fewer than five', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const known = await knownAfterAsking(world)
      const small = groupsIn(world).filter((group) => peopleIn(world, group) < k)
      expect(small.filter((group) => known.holds(sumOver(world, group)))).toEqual([])
    }),
    { numRuns: Number(process.env.GUARD_WORLDS ?? 2), endOnFailure: true },
  )
}, 180_000)
