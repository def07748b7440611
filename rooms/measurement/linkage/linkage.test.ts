import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told } from '../test-measurement-room.ts'
import type { LinkagePanel } from './link-parts.ts'
import type { Linkage, LinkageGrain } from './linkage.contract.ts'
import { linksOfPanel } from './links-of-panel.ts'

const workspace = 'acme'
const units = 12
const months = Array.from(
  { length: 14 },
  (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
)
/** In this unit too few employees answer. */
const smallUnit = 'unit-11'

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  const scale = { low: 1, high: 5 }
  const measures = [
    { key: 'engagement', method: 'mean', kind: 'engagement', scale, population: 'employees' },
    { key: 'mark', method: 'mean', kind: 'csat', scale },
    { key: 'given', method: 'count', kind: 'csat', scale },
    {
      ...{ key: 'revenue', method: 'mean', kind: 'store-revenue', facts: 'outcomes', valueUnit: 'EUR' },
      scale: { low: 0, high: 1e6 },
    },
  ] as const
  for (const { key, ...measure } of measures)
    await client.measures.put({ workspace, key, name: { en: key, fr: `${key}-fr` }, ...measure } as never)
  const { answers, results } = facts()
  await room.tell(workspace, answers)
  await room.warehouse.keep(workspace, results)
}, 120_000)
afterAll(() => room.close())

/** Employees' months reach customers a month later; revenue follows in the same month as customers. */
function facts(): { answers: Told[]; results: Message[] } {
  const random = randomSource(11)
  const answers: Told[] = []
  const results: Message[] = []
  for (let unit = 0; unit < units; unit++) {
    const key = `unit-${unit}`
    const climate = months.map(() => random.normal())
    for (const [at, month] of months.entries()) {
      const lived = climate[at - 1] ?? 0
      const answer = (kind: string, level: number) => ({
        ...{ kind, unit: key, on: `${month}-10`, scale: { low: 1, high: 5 } },
        score: Math.min(5, Math.max(1, Math.round(3 + level + 0.7 * random.normal()))),
      })
      const people = key === smallUnit ? 3 : 9
      for (let one = 0; one < people; one++)
        answers.push({
          ...answer('engagement', climate[at]!),
          ...{ person: `e-${unit}-${one}`, population: 'employees' },
        })
      for (let one = 0; one < 12; one++)
        answers.push({ ...answer('csat', 0.8 * lived), person: `c-${unit}-${at}-${one}` })
      const value = Math.round(50_000 * Math.exp(0.3 * lived + 0.02 * random.normal()))
      results.push(
        messageOf({
          ...{ id: `${key}-${month}`, unit: key, person: '', occurredAt: new Date(`${month}-28T12:00:00Z`) },
          outcomes: [{ kind: 'store-revenue', subject: 'unit', touchpoint: '', value, valueUnit: 'EUR' }],
        }),
      )
    }
  }
  return { answers, results }
}

async function linkage(
  asked: { control?: string; grain?: LinkageGrain; unit?: string } = {},
): Promise<Linkage> {
  for (;;) {
    const answer = await client.linkage.read({ workspace, ...asked })
    if (answer.state === 'done') return answer.result
  }
}

const linkOf = ({ links }: Linkage, x: string, y: string) => links.find((one) => one.x === x && one.y === y)!

describe('links of a room', () => {
  it('[MEA-140, MEA-146] each pair is told at its delay, revenue in percent for a tenth of a mark', async () => {
    const found = await linkage()
    expect(found).toMatchObject({ mode: 'within', units: 12, periods: 14 })
    expect(found.indicators.map(({ key, side, step }) => [key, side, step])).toEqual([
      ['engagement', 'employees', 0.1],
      ['mark', 'customers', 0.1],
      ['revenue', 'results', 1],
    ])
    expect(linkOf(found, 'engagement', 'mark')).toMatchObject({ lag: 1, isShown: true })
    const revenue = linkOf(found, 'engagement', 'revenue')
    expect(revenue).toMatchObject({ lag: 1, isShown: true })
    expect(revenue.freed!.value!).toBeGreaterThan(2)
    expect(revenue.freed!.value!).toBeLessThan(5)
    expect(linkOf(found, 'mark', 'revenue').lag).toBe(0)
    expect(found.finding.headline.en).toMatch(/A tenth of a mark more of “/)
    expect(found.finding.headline.fr).toMatch(/Un dixième de note de plus en «/)
    expect(found.finding.evidence).toBe('associated')
  })

  it('[MEA-144] what too few employees answered is left out of links, counted, and not carried away', async () => {
    const found = await linkage()
    const engagement = found.indicators.find(({ key }) => key === 'engagement')!
    expect(engagement.hidden).toBeGreaterThanOrEqual(14)
    expect(engagement.cells).toBeLessThanOrEqual(11 * 14)
    expect(linkOf(found, 'engagement', 'mark').slope.n).toBeLessThanOrEqual(11 * 13)
    expect(found.finding.assumptions.at(-1)!.en).toContain('too few employees')
    const { text } = await client.linkage.export({ workspace, form: 'csv' })
    const small = text.split('\n').filter((line) => line.startsWith(`${smallUnit},`))
    expect(small).toHaveLength(14)
    for (const line of small) expect(line.split(',')[2]).toBe('')
  })

  it('[MEA-141] with few periods units are compared with one another', async () => {
    const found = await linkage({ grain: 'year' })
    expect(found.mode).toBe('between')
    expect(found.finding.assumptions[0]!.en).toContain('compared with one another')
  })

  it('[MEA-147] what is held constant stands at no end of a link, and an unknown measure is refused', async () => {
    const found = await linkage({ control: 'mark' })
    expect(found.controls).toEqual(['mark'])
    expect(found.links.every(({ x, y }) => x !== 'mark' && y !== 'mark')).toBe(true)
    const free = linkOf(await linkage(), 'engagement', 'revenue')
    expect(Math.abs(linkOf(found, 'engagement', 'revenue').r.value!)).toBeLessThan(Math.abs(free.r.value!))
    await expect(client.linkage.read({ workspace, control: 'nothing' })).rejects.toThrow(
      'MEASUREMENT_MEASURE_UNKNOWN',
    )
  })

  it('[MEA-148] code in R and Python names the surest link', async () => {
    const first = (await linkage()).links[0]!
    for (const form of ['r', 'python'] as const) {
      const { text } = await client.linkage.export({ workspace, form })
      expect(text).toContain(`"${first.x}"`)
      expect(text).toContain(`"${first.y}"`)
    }
  })
})

it('[MEA-142] of links between chance alone few are shown', () => {
  const random = randomSource(2)
  const noise = (): Float64Array => Float64Array.from({ length: 30 * 24 }, () => random.normal())
  const sides = [
    'employees',
    'employees',
    'employees',
    'customers',
    'customers',
    'results',
    'results',
  ] as const
  const shown = Array.from({ length: 20 }, () => {
    const panel: LinkagePanel = {
      ...{ units: 30, periods: 24, controls: [], mostLag: 4, draws: 50, seed: 1 },
      indicators: sides.map((side) => ({ side, values: noise(), variances: null })),
    }
    return linksOfPanel(panel).links.filter(({ pAdjusted }) => pAdjusted < 0.05).length
  })
  expect(shown.filter((count) => count > 0).length).toBeLessThanOrEqual(3)
})
