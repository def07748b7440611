import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageOf, order } from './fixtures/messages.ts'
import type { HistogramQuery } from './histogram-query.contract.ts'
import type { Message } from './message.ts'
import { openWarehouse, type Warehouse } from './warehouse.ts'

let directory: string
let warehouse: Warehouse

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-counted-'))
  warehouse = await openWarehouse({ location: { directory } })
})
afterAll(async () => {
  await warehouse.close()
  await rm(directory, { recursive: true, force: true })
})

describe('counting interactions and outcomes', () => {
  const delivered = (id: string, value: number | null, unit = 'north'): Message =>
    messageOf({
      id,
      unit,
      interactions: [
        {
          ...{ name: 'order-delivered', direction: 'out', touchpoint: 'delivery', sender: 'logistics' },
          ...{ value, valueUnit: 'days', text: '', properties: {} },
        },
      ],
    })
  const may: HistogramQuery = {
    ...{ facts: 'interactions', kinds: ['order-delivered'], population: 'customers', by: ['unit'] },
    ...{ from: '2026-05-01', to: '2026-05-31' },
  }
  const binsOf = async (workspace: string, query: HistogramQuery) =>
    (await warehouse.histograms(workspace, query)).histograms.map(({ kind, group, bins }) => [
      kind,
      group.unit,
      bins.map(({ score, n }) => [score, n]),
    ])

  it('[WAR-32] interactions are counted by their value, or as 1 where none was measured', async () => {
    await warehouse.keep('days-late', [
      delivered('a', -2),
      delivered('b', 3),
      delivered('c', 3),
      delivered('d', null, 'south'),
    ])
    expect(await binsOf('days-late', may)).toEqual([
      [
        'order-delivered',
        'north',
        [
          [-2, 1],
          [3, 2],
        ],
      ],
      ['order-delivered', 'south', [[1, 1]]],
    ])
    expect(await binsOf('days-late', { ...may, segment: { name: 'tier', value: 'silver' } })).toEqual([])
  })

  it('[WAR-32] outcomes are counted by their value', async () => {
    await warehouse.keep('results', [order])
    const query: HistogramQuery = { ...may, facts: 'outcomes', kinds: ['revenue', 'margin'] }
    expect(await binsOf('results', query)).toEqual([
      ['margin', 'all', [[-3.25, 1]]],
      ['revenue', 'north', [[49.9, 1]]],
    ])
  })

  it('[WAR-10] a result of a unit of employees is shown where it stands for enough of them', async () => {
    const absence = (id: string, unit: string, weight: number) =>
      messageOf({
        id,
        unit,
        population: 'employees',
        person: '',
        outcomes: [
          { kind: 'absence', subject: 'unit', touchpoint: '', value: 0.04, valueUnit: 'share', weight },
        ],
      })
    await warehouse.keep(
      'absence',
      ['a', 'b', 'c'].map((unit) => absence(unit, unit, 12)),
    )
    await warehouse.keep(
      'absence',
      ['d', 'e', 'f'].map((unit) => absence(unit, unit, 2)),
    )
    const query: HistogramQuery = {
      ...{ facts: 'outcomes', kinds: ['absence'], population: 'employees', by: ['unit'] },
      ...{ from: '2026-05-01', to: '2026-05-31' },
    }
    const { histograms } = await warehouse.histograms('absence', query)
    const shown = histograms.filter(({ hidden }) => !hidden).map(({ group }) => group.unit)
    expect(shown.some((unit) => ['d', 'e', 'f'].includes(unit!))).toBe(false)
    expect(shown.length).toBeGreaterThan(0)
  })
})

describe('scores composed of several answers', () => {
  const asked = (kind: string, low = 1, high = 7) => ({
    ...{ key: kind, kind, touchpoint: 'brand', scale: { low, high }, asked: null },
  })
  const [sensory, sensoryToo, affective] = [
    asked('sensory'),
    { ...asked('sensory'), key: 's2' },
    asked('affective'),
  ]
  const response = (id: string, scores: readonly (number | null)[], unit = 'north'): Message =>
    messageOf({
      id,
      unit,
      answers: [sensory, sensoryToo, affective].flatMap((question, index) => {
        const score = scores[index] ?? null
        return score === null ? [] : [{ question, score, scoreAsked: score, text: '' }]
      }),
    })
  const query: HistogramQuery = {
    ...{ facts: 'composites', kinds: ['bes'], population: 'customers', by: ['unit'] },
    ...{ from: '2026-05-01', to: '2026-05-31' },
    composites: [
      {
        key: 'bes',
        parts: [
          { kind: 'sensory', weight: 1 },
          { kind: 'affective', weight: 3 },
        ],
      },
    ],
  }

  it('[WAR-35] each part is the mean of its answers from 0 to 100, the score their weighted mean; incomplete messages have none', async () => {
    await warehouse.keep('bes', [
      response('a', [7, 4, 1]), // sensory (100 + 50) / 2 = 75, affective 0: (75 + 3 × 0) / 4 = 18.75
      response('b', [4, null, 7]), // sensory 50, affective 100: (50 + 300) / 4 = 87.5
      response('c', [7, 7, null]), // nothing said of the affective part
      response('d', [1, 1, 4], 'south'), // sensory 0, affective 50: 150 / 4 = 37.5
    ])
    const { histograms } = await warehouse.histograms('bes', query)
    const bins = histograms.map(({ kind, group, bins }) => [
      kind,
      group.unit,
      bins.map(({ score, n }) => [score, n]),
    ])
    expect(bins).toEqual([
      [
        'bes',
        'north',
        [
          [18.75, 1],
          [87.5, 1],
        ],
      ],
      ['bes', 'south', [[37.5, 1]]],
    ])
  })

  it('[WAR-10] composed scores of few employees are hidden', async () => {
    const staff = (unit: string, people: number) =>
      Array.from({ length: people }, (_, index) => ({
        ...response(`${unit}${index}`, [5, 5, 5], unit),
        person: `${unit}${index}`,
        population: 'employees' as const,
      }))
    await warehouse.keep('bes-staff', [
      ...staff('a', 12),
      ...staff('b', 12),
      ...staff('c', 12),
      ...staff('d', 3),
    ])
    const { histograms } = await warehouse.histograms('bes-staff', { ...query, population: 'employees' })
    const shown = histograms.filter(({ hidden }) => !hidden).map(({ group }) => group.unit)
    expect(shown).toHaveLength(2)
    expect(shown).not.toContain('d')
  })
})

it('[WAR-36] a beginning counts 1 where the other thing followed in time, 0 where not, and not at all where it is too recent', async () => {
  const happened = (id: string, person: string, [name, day]: readonly [string, string]): Message =>
    messageOf({
      id,
      person,
      occurredAt: new Date(`${day}T10:00:00Z`),
      interactions: [
        {
          name,
          direction: 'in',
          touchpoint: 'call',
          sender: '',
          value: null,
          valueUnit: '',
          text: '',
          properties: {},
        },
      ],
    })
  const story = [
    ['p1', ['called', '2026-05-01']], // called again on the 6th: followed
    ['p1', ['called', '2026-05-06']], // called again on the 20th: too late
    ['p1', ['called', '2026-05-20']], // nothing after, and a week has passed: not followed
    ['p2', ['called', '2026-05-02']], // only somebody else called again
    ['p3', ['called', '2026-05-28']], // the week is not over on the 30th: left out
    ['p4', ['visited', '2026-05-30']], // the last thing known
  ] as const
  await warehouse.keep(
    'followed',
    story.map(([person, what], index) => happened(`e${index}`, person, what)),
  )
  const { histograms } = await warehouse.histograms('followed', {
    ...{ facts: 'followed', kinds: ['again'], population: 'customers', by: [] },
    ...{ from: '2026-05-01', to: '2026-05-31' },
    followed: [{ key: 'again', first: 'called', next: 'called', withinDays: 7 }],
  })
  expect(histograms.flatMap(({ bins }) => bins.map(({ score, n }) => [score, n]))).toEqual([
    [0, 3],
    [1, 1],
  ])
})
