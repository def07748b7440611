import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Figure } from '../contract.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told } from '../test-measurement-room.ts'

/** Survey of the passengers of San Francisco airport in May 2017, DataSF; read where it lies, never copied. */
const file = new URL('../../../../shared/data/sfo_airport_customer_survey/sfo_2017.csv', import.meta.url)
const missing = existsSync(file) ? false : 'the survey file is not beside the project'

interface Worked {
  readonly n: number
  readonly nEffective: number
  readonly value: number
  readonly low: number
  readonly high: number
}
type Weighting = 'unweighted' | 'weighted'
type Both = Readonly<Record<Weighting, Worked>>

/** Worked out by sfo-2017.py from the same file. */
const witness: { recommend: Both; topTwo: Record<string, Both>; mean: Record<string, Both> } = JSON.parse(
  readFileSync(new URL('./sfo-2017.json', import.meta.url), 'utf8'),
)

const experience = `tutti: 1
measures:
  - { key: nps, name: NPS, method: nps, kind: nps, scale: { low: 0, high: 10 } }
  - { key: csat, name: Satisfied, method: csat, kind: csat, scale: { low: 1, high: 5 } }
  - { key: csat-mean, name: Satisfaction, method: mean, kind: csat, scale: { low: 1, high: 5 } }
`

/** Answers of one row; 6 and 0 of a rating, 11 of the recommendation and blanks are no answers. */
function answersOfRow(row: Record<string, string>, weighting: Weighting): Told[] {
  const common = {
    on: `2017-05-${row.INTDATE!.padStart(2, '0')}`,
    weight: weighting === 'weighted' ? Number(row.WEIGHT) : 1,
  }
  const scored = (column: string, kind: string, scale: { low: number; high: number }): Told[] => {
    const score = /^\d+$/.test(row[column]!) ? Number(row[column]) : Number.NaN
    const given = score >= scale.low && score <= scale.high
    return given ? [{ ...common, kind, scale, score, touchpoint: column.toLowerCase() }] : []
  }
  const ratings = Object.keys(row).filter((column) => column.startsWith('Q7'))
  return [
    ...scored('NETPRO', 'nps', { low: 0, high: 10 }),
    ...ratings.flatMap((column) => scored(column, 'csat', { low: 1, high: 5 })),
  ]
}

describe.skipIf(missing)('the airport survey of 2017', () => {
  let room: MeasurementRoom
  const figures: Partial<Record<Weighting, readonly Figure[]>> = {}

  beforeAll(async () => {
    room = await openMeasurementRoom()
    const rows: Record<string, string>[] = parse(readFileSync(file, 'latin1'), { columns: true })
    for (const workspace of ['unweighted', 'weighted'] as const) {
      await room.clientIn(workspace).experience.apply({ workspace, yaml: experience })
      await room.tell(
        workspace,
        rows.flatMap((row) => answersOfRow(row, workspace)),
      )
      const asked = { workspace, period: '2017-05', by: 'touchpoint', compare: 'none' } as const
      figures[workspace] = (await room.clientIn(workspace).figures.read(asked)).figures
    }
  })
  afterAll(() => room?.close())

  function expectFigure(weighting: Weighting, [measure, column]: readonly [string, string], worked: Worked) {
    const touchpoint = column.toLowerCase()
    const { estimate } = figures[weighting]!.find(
      (figure) => figure.measure === measure && figure.group.touchpoint === touchpoint,
    )!
    expect(estimate.n).toBe(worked.n)
    expect(estimate.value).toBeCloseTo(worked.value, 9)
    expect(estimate.low).toBeCloseTo(worked.low, 9)
    expect(estimate.high).toBeCloseTo(worked.high, 9)
    if (weighting === 'weighted') expect(estimate.nEffective).toBeCloseTo(worked.nEffective, 6)
  }

  const weightings = ['unweighted', 'weighted'] as const

  it.each(weightings)(
    '[MEA-100] has the %s NPS that Python finds, +39.84 of 342, 968 and 1,436 when unweighted',
    (weighting) => {
      expectFigure(weighting, ['nps', 'NETPRO'], witness.recommend[weighting])
      expect(witness.recommend.unweighted.value).toBeCloseTo((100 * (1436 - 342)) / 2746, 12)
    },
  )

  it.each(weightings)(
    '[MEA-100] has the %s satisfaction that Python finds at each touchpoint',
    (weighting) => {
      expect(Object.keys(witness.topTwo)).toHaveLength(15)
      for (const [column, worked] of Object.entries(witness.topTwo))
        expectFigure(weighting, ['csat', column], worked[weighting])
    },
  )

  it.each(weightings)(
    '[MEA-100] has the %s means that Python finds, 4.064 and 4.071 for the airport as a whole',
    (weighting) => {
      for (const [column, worked] of Object.entries(witness.mean))
        expectFigure(weighting, ['csat-mean', column], worked[weighting])
    },
  )
})

it.runIf(missing)('[MEA-100] is not checked: the survey file is not beside the project', ({ skip }) =>
  skip(String(missing)),
)
