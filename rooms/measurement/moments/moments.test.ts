import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { doneAnswer } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told } from '../test-measurement-room.ts'
import type { Moments } from './moments.contract.ts'

const workspace = 'acme'
const scale = { low: 1, high: 5 }
const may = { workspace, period: '2026-05' }

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  await client.measures.put({
    workspace,
    key: 'mood',
    name: 'Mood',
    method: 'mean',
    kind: 'mood',
    scale: { low: 0, high: 10 },
  })
  for (const key of ['waiting', 'warmth', 'decor'])
    await client.touchpoints.put({ workspace, key, name: `The ${key}` })
  const stages = [
    { key: 'all', name: 'All', touchpoints: ['waiting', 'decor'], moments: ['waiting', 'decor'] },
  ]
  await client.journeys.put({ workspace, key: 'visit', name: 'Visit', population: 'customers', stages })
  await room.tell(workspace, visits(1600))
})
afterAll(() => room.close())

/** Waiting only disappoints, warmth only delights, decor does nothing; one in three never waited. */
function visits(people: number, population: 'customers' | 'employees' = 'customers'): Told[] {
  const random = randomSource(2)
  return Array.from({ length: people }, (_, at): Told[] => {
    const marks = { waiting: 1 + random.index(5), warmth: 1 + random.index(5), decor: 1 + random.index(5) }
    const mood = 6 - (marks.waiting <= 2 ? 2 : 0) + (marks.warmth === 5 ? 1.5 : 0) + random.normal()
    const shared = { messageId: `${population}-${at}`, person: `${population}-${at}`, population, scale }
    const beside = Object.entries(marks).filter(([key]) => key !== 'waiting' || at % 3 > 0)
    return [
      {
        ...shared,
        kind: 'mood',
        question: 'mood',
        touchpoint: 'shop',
        score: Math.min(10, Math.max(0, Math.round(mood))),
      },
      ...beside.map(([touchpoint, score]) => ({
        ...shared,
        kind: 'csat',
        question: touchpoint,
        touchpoint,
        score,
      })),
    ]
  }).flat()
}

async function moments(question: Parameters<typeof client.moments.read>[0]): Promise<Moments> {
  for (;;) {
    const answer = await client.moments.read(question)
    if (answer.state === 'done') return answer.result
  }
}

const at = ({ moments: found }: Moments, touchpoint: string) =>
  found.find((one) => one.touchpoint === touchpoint)!

it('[MEA-160] the planted penalty and reward lie in their intervals, what decides most comes first', async () => {
  const found = await moments(may)
  expect(found.moments.map(({ touchpoint }) => touchpoint)).toEqual(['waiting', 'warmth', 'decor'])
  const { penalty, character } = at(found, 'waiting')
  expect([penalty.low! < -2 && penalty.high! > -2, character]).toEqual([true, 'frustrator'])
  const warmth = at(found, 'warmth')
  expect([warmth.reward.low! < 1.5 && warmth.reward.high! > 1.5, warmth.character]).toEqual([
    true,
    'delighter',
  ])
  expect(found.finding.headline.en).toMatch(/^The waiting decides most about Mood: it costs [12]\.\d/)
  expect(found.finding.evidence).toBe('associated')
})

it('[MEA-161] what the designers declared stands beside what was detected', async () => {
  const found = await moments(may)
  const states = found.moments.map(({ touchpoint, declared, detected }) => [touchpoint, declared, detected])
  expect(states).toEqual([
    ['waiting', true, true],
    ['warmth', false, false],
    ['decor', true, false],
  ])
  const points = found.finding.points.map(({ en }) => en)
  expect(points).toContain('Declared and detected: The waiting.')
  expect(points).toContain('Declared, and not detected: The decor.')
})

it('[MEA-162] too few, nothing beside and fewer than 25 employees are told, and no figure is', async () => {
  expect(await moments({ ...may, period: '2026-06' })).toMatchObject({ why: 'nothing-beside', moments: [] })
  await room.tell('crew', visits(24, 'employees'))
  const crew = room.clientIn('crew', 'experience-officer')
  await crew.measures.put({
    workspace: 'crew',
    key: 'mood',
    name: 'Mood',
    method: 'mean',
    kind: 'mood',
    scale,
  })
  const answer = await doneAnswer(() =>
    crew.moments.read({ workspace: 'crew', period: '2026-05', population: 'employees' }),
  )
  expect(answer).toMatchObject({ state: 'done', result: { why: 'group-too-small', moments: [] } })
  const refusal = await client.moments.read({ ...may, measure: 'moods' }).catch(refusalOf)
  expect(refusal).toMatchObject({ code: 'MEASUREMENT_MEASURE_UNKNOWN' })
})

it('[MEA-163] moments are carried away as a table and as code that works range and asymmetry out again', async () => {
  const { text, fileName } = await client.moments.export({ ...may, form: 'csv' })
  expect(text.split('\r\n')[1]).toMatch(/^waiting,csat,1600,\d+,\d+,-/)
  expect((await client.moments.export({ ...may, form: 'r' })).text).toContain(fileName)
})
