import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { doneAnswer } from '../analyses/until-done.command.ts'
import { at, toldCustomers, toldDays } from '../purchases/test-customers.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import type { WinBack } from './win-back.contract.ts'

const workspace = 'acme'
let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>
const customers = toldCustomers(5000)

/** Of people who leave, so many come back alone and so many only when written to, within half a year. */
const planted = { alone: 0.3, won: 0.2 }

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  await room.warehouse.keep(workspace, customers)
  await room.warehouse.keep(workspace, leavers(1500))
}, 120_000)
afterAll(() => room.close())

function leavers(count: number): Message[] {
  const random = randomSource(4)
  return Array.from({ length: count }, (_, place) => {
    const left = 200 + Math.floor(900 * random.uniform())
    const isWritten = random.uniform() < 0.5
    const kind = random.uniform()
    const told = (name: string, day: number, value: number | null = null) =>
      messageOf({
        ...{ id: `left-${place}-${name}-${day}`, person: `left-${place}`, occurredAt: at(day) },
        interactions: [
          {
            ...{
              name,
              touchpoint: 'club',
              sender: '',
              value,
              valueUnit: value === null ? '' : 'EUR',
              text: '',
            },
            direction: name === 'win-back-letter' ? 'out' : 'in',
            properties: name === 'contract-ended' ? { reason: place % 2 === 0 ? 'price' : 'moved' } : {},
          },
        ],
      })
    const back = left + 40 + Math.floor(120 * random.uniform())
    const isBack = kind < planted.alone || (isWritten && kind < planted.alone + planted.won)
    return [
      told('contract-started', 0),
      told('contract-ended', left),
      ...(isWritten ? [told('win-back-letter', left + 30, 4)] : []),
      ...(isBack ? [told('contract-resumed', back)] : []),
    ]
  }).flat()
}

type Asked = Partial<Parameters<typeof client.winBack.read>[0]>

async function winBack(asked: Asked = {}): Promise<WinBack> {
  for (;;) {
    const answer = await client.winBack.read({
      workspace,
      silent: 12,
      months: 12,
      offer: 0,
      ...asked,
    } as never)
    if (answer.state === 'done') return answer.result
  }
}

describe('win-back of a room', () => {
  it('[MEA-180] silent customers split into those back alone, to be won and gone, which add up to all', async () => {
    const found = await winBack()
    expect([found.to, found.silentDays, found.windowDays]).toEqual(['2026-06-30', 365, 365])
    const lastBought = new Map<string, number>()
    for (const { person, occurredAt, outcomes } of customers)
      if (outcomes) lastBought.set(person, Math.max(lastBought.get(person) ?? 0, occurredAt.getTime()))
    const before = at(toldDays - 1).getTime() - 365 * 86_400_000
    const silent = [...lastBought.values()].filter((last) => last < before).length
    expect([found.buyers, Math.abs(found.silent - silent) < 20]).toEqual([lastBought.size, true])
    const { alone, won, gone } = found.split!
    expect(alone.value! + won!.value! + gone!.value!).toBeCloseTo(found.silent, 6)
    expect(alone.low!).toBeLessThan(alone.value!)
    expect(found.bands.reduce((sum, one) => sum + one.customers, 0)).toBe(found.silent)
    expect(found.finding.headline.en).toMatch(/^Of [\d,]+ customers silent for 12 months, /)
    expect(found.finding.headline.fr).toMatch(/^Sur .* clients silencieux depuis 12 mois/)
  })

  it('[MEA-181] chances to return told a year ago came true', async () => {
    const { check, finding } = await winBack()
    expect(check!.fifths).toHaveLength(5)
    expect(check!.fifths.reduce((sum, one) => sum + one.customers, 0)).toBe(check!.all.customers)
    expect(check!.all.came.value! / check!.all.expected).toBeGreaterThan(0.8)
    expect(check!.all.came.value! / check!.all.expected).toBeLessThan(1.2)
    expect(check!.fifths[4]!.came.value!).toBeGreaterThan(check!.fifths[0]!.came.value!)
    expect(finding.evidence).toBe('predicted')
  })

  it('[MEA-182, MEA-183] of people who told that they left the planted shares lie in their limits, in all and by reason', async () => {
    const { told } = await winBack({ months: 6 })
    expect(told).toMatchObject({
      ...{ leaving: 'contract-ended', contact: 'win-back-letter' },
      returning: ['contract-resumed', 'contract-started'],
    })
    expect(told!.groups.map(({ reason }) => reason).sort()).toEqual(['', 'moved', 'price'])
    for (const { leavers: n, contacted, alone, won, gone, winBackRate } of told!.groups) {
      expect(n).toBeGreaterThan(contacted)
      expect([alone.low! < planted.alone, alone.high! > planted.alone]).toEqual([true, true])
      expect([won!.low! < planted.won, won!.high! > planted.won]).toEqual([true, true])
      expect(alone.value! + won!.value! + gone!.value!).toBeCloseTo(1, 9)
      expect(winBackRate!.value!).toBeCloseTo(won!.value! / (1 - alone.value!), 9)
    }
  })

  it('[MEA-184] the budget curve writes to the most worthwhile first and stops where a contact no longer pays', async () => {
    const { budget, contactCost, winBackRate } = await winBack()
    expect(contactCost).toEqual({ value: 4, from: 'facts' })
    expect(winBackRate!.from).toBe('facts')
    const { points, best } = budget!
    const steps = points.slice(1).map((point, i) => point.net.value! - points[i]!.net.value!)
    expect(steps.every((step, i) => i === 0 || i === steps.length - 1 || step <= steps[i - 1]! + 1e-6)).toBe(
      true,
    )
    expect(best.net.value).toBe(Math.max(...points.map(({ net }) => net.value!), best.net.value!))
    expect(best.budget).toBeCloseTo(4 * best.contacts, 6)
    expect(best.net.low!).toBeLessThan(best.net.value!)
    const { alone, winBack: worth, fromZero } = budget!.classes
    expect(alone + worth + fromZero).toBe(points.at(-1)!.contacts)
  })

  it('[MEA-185] what the organisation says of its costs stands before what the facts tell', async () => {
    const dear = await winBack({ contactCost: 1000, winBackRate: 0.5, acquisitionCost: 90 })
    expect(dear.budget!.best.contacts).toBe(0)
    expect(dear.finding.points[0]!.en).toContain('costs more than it brings')
    const cheap = await winBack({ contactCost: 1, offer: 2, winBackRate: 0.5, acquisitionCost: 90 })
    const { best, saved, costOfOne } = cheap.budget!
    expect(saved).toBeCloseTo(90 * best.won - best.budget, 6)
    expect(costOfOne).toBeCloseTo(best.budget / best.won, 9)
    expect(best.budget).toBeGreaterThan(best.contacts)
    expect(cheap.split!.won!.value! / (cheap.silent - cheap.split!.alone.value!)).toBeCloseTo(0.5, 9)
    expect(cheap.finding.points[1]!.en).toContain('of the marketing budget')
    const flat = await winBack({ contactCost: 1, winBackRate: 0.5, secondValue: 100 })
    expect(flat.bands.every(({ value }) => value === 100)).toBe(true)
  })

  it('[MEA-186] names of interactions that are not there, and shares above 1, are refused', async () => {
    await expect(winBack({ leaving: 'gone-away' })).rejects.toThrow('MEASUREMENT_INTERACTION_UNKNOWN')
    await expect(winBack({ winBackRate: 1.5 })).rejects.toThrow()
    await expect(winBack({ value: 'gold' })).rejects.toThrow('MEASUREMENT_VALUE_UNKNOWN')
  })

  it('[MEA-187] without facts nothing is told, and another workspace sees nothing', async () => {
    const few = room.clientIn('elsewhere', 'analyst')
    const answer = await doneAnswer(() =>
      few.winBack.read({ workspace: 'elsewhere', silent: 12, months: 12, offer: 0 }),
    )
    expect(answer).toMatchObject({
      state: 'done',
      result: { split: null, told: null, budget: null, silent: 0 },
    })
  })

  it('[MEA-188] win-back is carried away as a table and as code', async () => {
    const asked = { workspace, silent: 12, months: 12, offer: 0 }
    const { text } = await client.winBack.export({ ...asked, form: 'csv' })
    const tables = new Set(
      text
        .trim()
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    )
    expect([...tables]).toEqual([
      'table',
      'silent',
      'check',
      'left: all',
      'left: price',
      'left: moved',
      'budget',
    ])
    for (const form of ['r', 'python'] as const)
      expect((await client.winBack.export({ ...asked, form })).text).toContain('win-back.csv')
  })
})
