import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import type { Interaction, Message } from '../../../foundations/warehouse/message.ts'
import { doneAnswer } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import type { Capital } from './capital.contract.ts'
import { monthOf } from './remembered-panel.ts'

const workspace = 'acme'
let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

/** Half of a good experience is left after 3 months, half of a bad one after 12; a bad one counts as two good ones. */
const planted = { good: 3, bad: 12, negativity: 2, goodEffect: 0.9, constant: 2.6 }
const months = 30
const people = 1200

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  const scale = { low: 1, high: 5 }
  for (const one of [workspace, 'elsewhere'])
    await room.clientIn(one, 'experience-officer').measures.put({
      workspace: one,
      key: 'csat',
      name: 'CSAT',
      method: 'csat',
      kind: 'csat',
      scale,
    } as never)
  await room.warehouse.keep(workspace, remembering())
}, 120_000)
afterAll(() => room.close())

const on = (month: number, day = 10) => new Date(Date.UTC(2023, month, day, 12))

/** People who live something good or bad at two touchpoints in some months, and stay by what is left of it (seeded). */
function remembering(): Message[] {
  const random = randomSource(3)
  const messages: Message[] = []
  for (let place = 0; place < people; place++) {
    const person = `p${place}`
    const happens = (name: string, at: Date): Interaction => ({
      ...{ name, direction: 'in', touchpoint: 'club', sender: '', occurredAt: at },
      ...{ value: null, valueUnit: '', text: '', properties: {} },
    })
    messages.push(
      messageOf({
        ...{ id: `${person}-came`, person, occurredAt: on(0, 1) },
        interactions: [happens('contract-started', on(0, 1))],
      }),
    )
    let [good, bad] = [0, 0]
    for (let month = 0; month < months; month++) {
      const staying = planted.constant + planted.goodEffect * (good - planted.negativity * bad)
      if (month > 0 && random.uniform() > 1 / (1 + Math.exp(-staying))) {
        messages.push(
          messageOf({
            ...{ id: `${person}-left`, person, occurredAt: on(month, 20) },
            interactions: [happens('contract-ended', on(month, 20))],
          }),
        )
        break
      }
      const lived = random.uniform()
      const score = lived < 0.3 ? 5 : lived < 0.45 ? 1 : null
      good = good * 2 ** (-1 / planted.good) + (score === 5 ? 1 : 0)
      bad = bad * 2 ** (-1 / planted.bad) + (score === 1 ? 1 : 0)
      messages.push(...monthOfPerson({ person, month, score, touchpoint: score === 1 ? 'helpline' : 'shop' }))
    }
  }
  return messages
}

function monthOfPerson(told: {
  person: string
  month: number
  score: number | null
  touchpoint: string
}): Message[] {
  const { person, month, score, touchpoint } = told
  const paid = { kind: 'margin', subject: 'person', touchpoint: 'till', value: 10, valueUnit: 'EUR' } as const
  const question = { key: touchpoint, kind: 'csat', touchpoint, scale: { low: 1, high: 5 }, asked: null }
  const marked = score === null ? [] : [{ question, score, scoreAsked: null, text: '' }]
  return [
    messageOf({
      ...{ id: `${person}-${month}`, person, occurredAt: on(month) },
      ...{ outcomes: [paid], answers: marked },
    }),
  ]
}

type Asked = Partial<Parameters<typeof client.capital.read>[0]>

async function capital(asked: Asked = {}): Promise<Capital> {
  for (;;) {
    const answer = await client.capital.read({ workspace, months: 24, discount: 0.08, ...asked } as never)
    if (answer.state === 'done') return answer.result
  }
}

describe('affective capital of a room', () => {
  it('[MEA-215] how long experiences last and how much worse bad ones are is found from who stayed', async () => {
    const found = await capital()
    expect(found).toMatchObject({ leaving: 'told', isShown: true, to: '2025-06' })
    expect([1, 3, 6]).toContain(found.halfLives.good)
    expect([6, 12, 24]).toContain(found.halfLives.bad)
    expect(Math.abs(found.negativity!.value! - planted.negativity)).toBeLessThan(0.6)
    expect(found.negativity!.low!).toBeGreaterThan(1)
    expect(found.people + found.exits).toBeGreaterThan(0.8 * people)
  })

  it('[MEA-216] capital and debt have intervals, the debt is what its touchpoint owes, and more months are worth more', async () => {
    const found = await capital()
    const { capital: worth, debt, interest } = found.totals!
    for (const one of [worth, debt, interest]) {
      expect(one.low!).toBeLessThan(one.value!)
      expect(one.high!).toBeGreaterThan(one.value!)
    }
    const owed = found.touchpoints.find(({ touchpoint }) => touchpoint === 'helpline')!
    expect(owed.debt).toBeCloseTo(debt.value!, 6)
    expect(owed.capital).toBeLessThan(0)
    expect(found.touchpoints.find(({ touchpoint }) => touchpoint === 'shop')!.debt).toBe(0)
    expect((await capital({ months: 6 })).totals!.debt.value!).toBeLessThan(debt.value!)
    expect(found.finding.headline.en).toMatch(/^What [\d,]+ customers remember is worth/)
    expect(found.finding.headline.fr).toMatch(/^Ce que .* clients gardent en mémoire vaut/)
    expect(found.finding.points[0]!.en).toContain('Most of the debt comes from “helpline”')
  })

  it('[MEA-217, MEA-218] stocks are told by month, memories tell who leaves, and other assumptions stand beside', async () => {
    const { stocks, fifths, sensitivity, totals } = await capital()
    expect(stocks[0]!.month).toBe('2023-01')
    expect(stocks.every(({ good, bad }) => good >= 0 && bad >= 0)).toBe(true)
    expect(fifths).toHaveLength(5)
    expect(fifths[0]!.left.value!).toBeGreaterThan(2 * fifths[4]!.left.value!)
    for (const { expected, left } of fifths) {
      expect(left.low!).toBeLessThan(1.3 * expected)
      expect(left.high!).toBeGreaterThan(0.7 * expected)
    }
    const of = (what: string) => sensitivity.find((one) => one.what === what)!
    expect(of('negativity-1').debt).toBeLessThan(totals!.debt.value!)
    expect(of('negativity-3').debt).toBeGreaterThan(of('negativity-1').debt)
  })

  it('[MEA-219] where nobody told of leaving, silence does; where nothing is shown no money is told', async () => {
    const none = room.clientIn('elsewhere', 'analyst')
    const answer = await doneAnswer(() =>
      none.capital.read({ workspace: 'elsewhere', months: 24, discount: 0.08 }),
    )
    expect(answer).toMatchObject({
      state: 'done',
      result: { totals: null, isShown: false, leaving: 'silent', people: 0 },
    })
    const found = await capital({ touchpoint: 'shop' })
    expect(found.totals).toBeNull()
    expect(found.finding.headline.en).toMatch(/do not show yet|Too few left/)
    await expect(capital({ leaving: 'gone-away' })).rejects.toThrow('MEASUREMENT_INTERACTION_UNKNOWN')
  })

  it('[MEA-220] capital is carried away as a table and as code', async () => {
    const asked = { workspace, months: 24, discount: 0.08 }
    const { text } = await client.capital.export({ ...asked, form: 'csv' })
    const tables = new Set(
      text
        .trim()
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    )
    expect([...tables]).toEqual(['table', 'total', 'touchpoint', 'stock', 'fifth', 'sensitivity'])
    for (const form of ['r', 'python'] as const)
      expect((await client.capital.export({ ...asked, form })).text).toContain('capital.csv')
  })
})

it('[MEA-217] months are counted as the engine counts them', async () => {
  const day = Date.parse('2026-10-31') / 86_400_000
  const read = await room.warehouse.columns(workspace, {
    sql: "SELECT toFloat64(max(toRelativeMonthNum(toDate('2026-10-31')))) AS month FROM answers",
  })
  expect(monthOf(day)).toBe(read.numbers('month')[0])
})
