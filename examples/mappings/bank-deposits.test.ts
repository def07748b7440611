import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { untilDone } from '../../rooms/measurement/analyses/until-done.command.ts'
import type { Composition } from '../../rooms/measurement/composition/composition.contract.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../../rooms/measurement/test-measurement-room.ts'
import { importExample } from './test-import-example.ts'

const path = fileURLToPath(
  new URL('../../../shared/data/contact_pressure/bank_marketing_full_45211.csv', import.meta.url),
)
const isThere = existsSync(path)
const workspace = 'bank'

let room: MeasurementRoom

beforeAll(async () => {
  if (!isThere) return
  room = await openMeasurementRoom()
  const client = room.clientIn(workspace, 'experience-officer')
  const outcome = { workspace, method: 'mean', facts: 'outcomes', scale: { low: 0, high: 100 } } as const
  await client.measures.put({
    ...outcome,
    key: 'deposit',
    name: 'Deposit',
    kind: 'deposit',
    valueUnit: 'share',
  })
  await client.measures.put({ ...outcome, key: 'calls', name: 'Calls', kind: 'contacts' })
  await client.measures.put({
    ...{ workspace, key: 'calls-per-deposit', name: 'Calls per deposit', method: 'formula', kind: 'none' },
    scale: { low: 0, high: 1000 },
    formula: {
      is: 'calls / deposit',
      of: [
        { name: 'calls', measure: 'calls' },
        { name: 'deposit', measure: 'deposit' },
      ],
    },
  })
  const files = [{ path, name: 'bank_marketing_full_45211.csv' }]
  await importExample(room, { workspace, mapping: 'bank-contacts.yaml', files })
}, 120_000)
afterAll(() => room?.close())

/** Customers called, and the share of them that opened a deposit, by what came of the campaign before; worked out with Python from the file. */
const witness = {
  unknown: [36_959, 0.09161503287426608],
  failure: [4901, 0.1260967149561314],
  other: [1840, 0.16684782608695653],
  success: [1511, 0.6472534745201853],
} as const
const whole = { deposit: 0.11698480458295547, calls: 2.763840658246887 }

it.skipIf(!isThere)(
  '[MEA-251, MEA-258] 45,211 customers of a bank: what calls bring, by what came before, adds up to the figure and is that of Python',
  async () => {
    const client = room.clientIn(workspace)
    const asked = { workspace, period: '2009', population: 'customers' } as const
    const { figures } = await client.figures.read({ ...asked, compare: 'none' })
    const of = (key: string) => figures.find(({ measure }) => measure === key)!.estimate
    expect([of('deposit').value, of('deposit').n]).toEqual([expect.closeTo(whole.deposit, 10), 45_211])
    const ratio = of('calls-per-deposit')
    expect(ratio.value).toBeCloseTo(whole.calls / whole.deposit, 8)
    // Delta method for a quotient of means of 45,211: relative errors 0.3214057 / 0.1169848 and 3.0980209 / 2.7638407.
    const relative = Math.hypot(0.3214057326 / whole.deposit, 3.0980208833 / whole.calls) / Math.sqrt(45_211)
    expect((ratio.high! - ratio.low!) / 2 / ratio.value!).toBeCloseTo(1.96 * relative, 3)
    const composed = (await untilDone(() =>
      client.composition.read({ ...asked, measure: 'deposit', by: 'segment:before' }),
    )) as unknown as Composition
    for (const [key, [n, level]] of Object.entries(witness)) {
      const row = composed.rows.find((one) => one.key === key)!
      expect([row.level.n, row.level.value]).toEqual([n, expect.closeTo(level, 10)])
      expect(row.share).toBeCloseTo(n / 45_211, 10)
    }
    const sum = composed.rows.reduce((total, { brings }) => total + brings, 0)
    expect(sum).toBeCloseTo(whole.deposit, 10)
  },
)
