import { expect, it } from 'vitest'
import type { Touchpoint } from '../../design/contract.ts'
import type { Figure, Figures } from '../../measurement/contract.ts'
import type { MeasureWithUnit } from '../cockpit/promised-figures.ts'
import { reportOf } from './report.ts'
import type { ReportTable } from './report-blocks.ts'
import { reportHtml } from './report-html.ts'
import type { ReportMaterial } from './writing.ts'

const mark: MeasureWithUnit = {
  ...{ key: 'mark', name: { en: 'Mean mark', fr: 'Note moyenne' }, method: 'mean', kind: 'csat' },
  ...{ scale: { low: 1, high: 5 }, better: 'higher', unit: 'score' },
}

function estimate(value: number | null, half: number, n: number): Figure['estimate'] {
  const [low, high] = value === null ? [null, null] : [value - half, value + half]
  return {
    value,
    low,
    high,
    n,
    level: 0.95,
    method: 'mean-t',
    ...(value === null && { why: 'group-too-small' }),
  }
}

function figure(
  group: Record<string, string>,
  at: Figure['estimate'],
  promise: number | null = null,
): Figure {
  const gap =
    promise === null || at.value === null
      ? null
      : { ...at, value: at.value - promise, low: at.low! - promise, high: at.high! - promise }
  return {
    measure: 'mark',
    group,
    estimate: at,
    before: null,
    change: null,
    verdict: null,
    promise,
    gap,
    standards: [],
  }
}

const days = { name: '2026-q3', from: '2026-07-01', to: '2026-09-30' }
const figures = (list: Figure[]): Figures => ({
  period: days,
  before: null,
  comparisons: 0,
  figures: list,
  queries: [],
})

const place = (key: string, name: string): Touchpoint =>
  ({
    ...{ key, name, owner: 'shops', channels: [] },
    promise: { statement: 'We keep it.', measure: 'mark', target: 4 },
  }) as unknown as Touchpoint

const standard = (state: 'met' | 'missed') => ({
  key: state,
  name: state === 'met' ? 'Warm' : 'Fast',
  threshold: 4,
  state,
})

const material: ReportMaterial = {
  organisation: 'House <of> "bread"',
  measures: [mark],
  methods: [
    {
      ...{ method: 'mean', sentence: 'What people give.', numerator: 'a', denominator: 'b' },
      ...{ interval: 't interval at 95 %', empty: 'c', unit: 'score', source: 'Student 1908' },
    },
  ],
  touchpoints: [place('till', 'Till'), place('oven', 'Oven'), place('van', 'Van')],
  teams: [{ key: 'shops', name: { en: 'Shops', fr: 'Boutiques' } }] as ReportMaterial['teams'],
  whole: figures([figure({}, estimate(3.61, 0.1, 1234))]),
  byTouchpoint: figures([
    { ...figure({ touchpoint: 'till' }, estimate(4.2, 0.1, 700), 4), standards: [standard('met')] },
    { ...figure({ touchpoint: 'oven' }, estimate(3.1, 0.2, 500), 4), standards: [standard('missed')] },
    figure({ touchpoint: 'van' }, estimate(null, 0, 3), 4),
  ]),
  madeAt: new Date('2026-10-02T08:00:00Z'),
}

const tables = (language: 'en' | 'fr') =>
  reportOf(material, language).blocks.filter((block): block is ReportTable => block.kind === 'table')
const textsOf = (table: ReportTable) => table.rows.map(({ cells }) => cells.map(({ text }) => text))

it('[GOV-30] the report begins with the finding of the cockpit, and every figure has interval and n', () => {
  const report = reportOf(material, 'en')
  expect(report.title).toBe('One promise is broken: Oven.')
  expect(report.note).toBe('Q3 2026 · intervals at 95%')
  expect(report.blocks[0]).toMatchObject({
    figures: [
      {
        name: 'Mean mark',
        value: '3.61',
        unit: 'of 5',
        certainty: '[3.51,\u00a03.71] · n\u00a01,234',
        verdict: '',
      },
    ],
  })
})

it('[GOV-31] promises are held against what is lived, the widest gap first, with who answers for them', () => {
  const [promises] = tables('fr')
  expect(textsOf(promises!)).toEqual([
    ['Oven', '4,00', '3,10', '0,90 en dessous'],
    ['Till', '4,00', '4,20', '0,20 au-dessus'],
  ])
  expect(promises!.rows[0]!.cells.map(({ note }) => note)).toEqual([
    'Boutiques',
    undefined,
    '[2,90\u202f;\u00a03,30] · n\u00a0500',
    undefined,
  ])
  expect(promises!.rows[0]!.scale).toMatchObject({ promise: 4, lived: 3.1, low: 2.9, state: 'short' })
})

it('[GOV-32] standards that are missed come first, and how many are met is the title', () => {
  const [, standards] = tables('en')
  expect(standards!.title).toBe('1 standard of 2 is met')
  expect(textsOf(standards!)).toEqual([
    ['Fast', '≥ 4.00', '3.10', 'missed'],
    ['Warm', '≥ 4.00', '4.20', 'met'],
  ])
})

it('[GOV-33] a promise without figure is named, and so is how each figure is made', () => {
  const notes = reportOf(material, 'en').blocks.find(({ kind }) => kind === 'notes')
  expect(notes).toMatchObject({ title: 'One promise has no figure in this period', lines: ['Van'] })
  const methods = tables('en').at(-1)!
  expect(methods.rows[0]!.cells).toMatchObject([
    { text: 'Mean mark' },
    { text: 'What people give.' },
    { text: 't interval at 95 %', note: 'Student 1908' },
  ])
})

it('[GOV-34] what people wrote is text in the page, never part of it', () => {
  const html = reportHtml(reportOf(material, 'en'))
  expect(html).toContain('House &lt;of&gt; &quot;bread&quot;')
  expect(html).not.toContain('<of>')
  expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)|<script|<link|<img/)
})
