import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { doneAnswer } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import type { Intentions } from './intentions.contract.ts'

const workspace = 'acme'
const scale = { low: 0, high: 10 }
const people = 1500

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  for (const one of [workspace, 'elsewhere'])
    await room.clientIn(one, 'experience-officer').measures.put({
      ...{ workspace: one, key: 'again', name: 'Again', method: 'mean', kind: 'intention', scale },
    } as never)
  await room.warehouse.keep(workspace, stating())
}, 120_000)
afterAll(() => room.close())

const dayMs = 86_400_000
const on = (day: number) => new Date(Date.UTC(2025, 0, 1) + day * dayMs)

/** People who know how likely they are to buy within 60 days, three in ten of whom say 10 whatever they will do. */
function stating(): Message[] {
  const random = randomSource(6)
  return Array.from({ length: people }, (_, at): Message[] => {
    const person = `p${at}`
    const day = Math.floor(300 * random.uniform())
    const chance = random.uniform()
    const score = random.uniform() < 0.3 ? 10 : Math.round(10 * chance)
    const bought = random.uniform() < chance ? [Math.ceil(60 * random.uniform())] : []
    const paid = {
      kind: 'revenue',
      subject: 'person',
      touchpoint: 'till',
      value: 10,
      valueUnit: 'EUR',
    } as const
    const question = { key: 'again', kind: 'intention', touchpoint: 'house', scale, asked: null }
    return [
      messageOf({
        ...{ id: `${person}-said`, person, occurredAt: on(day) },
        answers: [{ question, score, scoreAsked: null, text: '' }],
      }),
      ...[...bought, 400].map((after) =>
        messageOf({ id: `${person}-${after}`, person, occurredAt: on(day + after), outcomes: [paid] }),
      ),
    ]
  }).flat()
}

type Asked = Partial<Parameters<typeof client.intentions.read>[0]>

async function intentions(asked: Asked = {}): Promise<Intentions> {
  for (;;) {
    const answer = await client.intentions.read({
      ...{ workspace, population: 'customers', behaviour: 'buy', days: 60, ...asked },
    })
    if (answer.state === 'done') return answer.result
  }
}

describe('intentions', () => {
  it('[MEA-245] what is stated beyond what is done is told with its interval, and so is how well it tells people apart', async () => {
    const found = await intentions()
    expect(found).toMatchObject({ measure: { key: 'again' }, why: null, n: people, people })
    expect(found.did.value!).toBeCloseTo(0.5, 1)
    const planted = 0.3 * (0.955 - 0.5)
    expect(found.overstatement.low! - 0.01).toBeLessThan(planted)
    expect(found.overstatement.high! + 0.01).toBeGreaterThan(planted)
    expect(found.auc.low!).toBeGreaterThan(0.6)
    expect(found.auc.high!).toBeLessThan(0.85)
    expect(found.isCalibrated).toBe(false)
    expect(found.finding.headline.en).toMatch(
      /^“Again” promises too much, by \d+ \(\d+ to \d+\) points: \d+% stated/,
    )
    expect(found.finding.headline.fr).toContain('promet trop')
    expect(found.finding.evidence).toBe('predicted')
    expect(found.finding.points.map(({ en }) => en)).toContainEqual(
      expect.stringMatching(/^The top of the scale is wishful/),
    )
  })

  it('[MEA-246] each score stands with what followed, and with a meaning that never falls; half of the time checks the other', async () => {
    const { groups, check } = await intentions()
    expect(groups.map(({ score }) => score)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    const [ten, eight] = [groups.at(-1)!, groups.at(-3)!]
    expect(ten.did.high!).toBeLessThan(eight.did.value!)
    const means = groups.map(({ means: one }) => one!)
    expect(means).toEqual([...means].sort((one, other) => one - other))
    expect(check!.n).toBeGreaterThan(500)
    expect(check!.recalibrated).toBeLessThan(check!.asStated)
    expect(Math.abs(check!.expected - check!.came)).toBeLessThan(0.06)
  })

  it('[MEA-247] answers whose days are not over do not count, and nothing is told of few or where leaving is not told', async () => {
    expect((await intentions({ days: 730 })).why).toBe('too-few')
    expect(await intentions({ days: 730 })).toMatchObject({ groups: [], check: null, said: null })
    const staying = await intentions({ behaviour: 'stay' })
    expect(staying).toMatchObject({ why: 'no-departures', auc: { value: null } })
    expect(staying.finding.headline.en).toMatch(/^No interaction tells that people leave/)
    await expect(intentions({ behaviour: 'stay', leaving: 'gone' })).rejects.toThrow(
      'MEASUREMENT_INTERACTION_UNKNOWN',
    )
    const other = await doneAnswer(() =>
      room.clientIn('elsewhere').intentions.read({
        ...{ workspace: 'elsewhere', population: 'customers', behaviour: 'buy', days: 60 },
      }),
    )
    expect(other).toMatchObject({ state: 'done', result: { n: 0, why: 'too-few' } })
  })

  it('[MEA-248] intentions are carried away as a table and as code', async () => {
    const asked = { workspace, population: 'customers' as const, behaviour: 'buy' as const, days: 60 }
    const { text, fileName } = await client.intentions.export({ ...asked, form: 'csv' })
    expect(text.split('\r\n')[0]).toBe('score,n,stated,did,did_low,did_high,means,overstatement')
    expect(text.trim().split('\r\n')).toHaveLength(12)
    for (const form of ['r', 'python'] as const)
      expect((await client.intentions.export({ ...asked, form })).text).toContain(fileName)
  })
})
