import { normalCdf } from '../foundations/statistics/distributions/normal.ts'
import type { Message, Outcome } from '../foundations/warehouse/message.ts'
import type { MessageBox } from './message-box.ts'
import { drawnFor, RandomStream } from './random-stream.ts'
import { DAY_MS, type SampleMonth } from './sample-calendar.ts'
import type { SampleWorld } from './sample-world.ts'
import { seasonOf } from './season.ts'
import type { WorkForce } from './work-force.ts'

/** EUR a month in a store of usual size, for 60,000 customers: known ones and passers-by together. */
const usualRevenue = 95_000
const usualCustomers = 60_000

/** Revenue, margin, absence and turnover of each unit, once a month is over. */
export class UnitResults {
  readonly #world: SampleWorld
  readonly #stream: RandomStream
  readonly #usualMark: number

  constructor(world: SampleWorld) {
    this.#world = world
    this.#stream = new RandomStream({ seed: world.seed, use: drawnFor.unit })
    this.#usualMark = this.#meanMark()
  }

  /** Puts the results of a month; that of the end day is still open and has none. */
  put(month: SampleMonth, workForce: WorkForce, box: MessageBox): void {
    if (month.ago === 0) return
    const { stores, work_places } = this.#world.organisation
    for (const [unit, { key }] of [...stores, ...work_places].entries()) {
      this.#stream.begin(unit, month.index + 1)
      const absence = this.#absence(unit, month.index)
      const turnover = workForce.leavers[unit]! / Math.max(1, workForce.headcount[unit]!)
      const people = { weight: workForce.headcount[unit]! }
      box.put(
        unitMessage(month, key, {
          population: 'employees',
          outcomes: [
            { ...outcome('absence', absence, 'share'), ...people },
            { ...outcome('turnover', turnover, 'share'), ...people },
          ],
        }),
      )
      const size = stores[unit]?.size
      if (size === undefined) continue
      const revenue = this.#revenue(unit, size, month)
      const margin = revenue * this.#marginShare(absence)
      box.put(
        unitMessage(month, key, {
          population: 'customers',
          outcomes: [
            outcome('store-revenue', Math.round(revenue), 'EUR'),
            outcome('store-margin', Math.round(margin), 'EUR'),
          ],
        }),
      )
    }
  }

  /** Usual revenue × size × season × (mean mark given the month before ÷ usual mean mark) to the power of the elasticity. */
  #revenue(store: number, size: number, month: SampleMonth): number {
    const { elasticity } = this.#world.truths
    const before = Math.max(0, month.index - elasticity.lag)
    const relative = this.#meanMark(store, before) / this.#usualMark
    const scale = (usualRevenue * this.#world.customers) / usualCustomers
    const noise = Math.exp(elasticity.noise * this.#stream.normal())
    return scale * size * seasonOf(month.ofYear) * relative ** elasticity.revenue * noise
  }

  /** Of the three touchpoints of a store; without a month, where nothing special happens. */
  #meanMark(store?: number, month = 0): number {
    const { climate, truths } = this.#world
    const { usual, leniency, moment } = truths.experience
    const spread = Math.hypot(leniency, moment)
    const marks = storeTouchpoints.map((touchpoint) => {
      const special =
        store === undefined ? 0 : climate.customers(store, month) + climate.cycle(store, touchpoint, month)
      return meanMarkGiven(usual[touchpoint]! + special, spread)
    })
    return marks.reduce((sum, mark) => sum + mark, 0) / marks.length
  }

  #absence(unit: number, month: number): number {
    const { absence, absence_slope } = this.#world.truths.working_life
    const lived = this.#world.climate.employees(unit, month)
    return absence * Math.exp(absence_slope * lived + 0.08 * this.#stream.normal())
  }

  #marginShare(absence: number): number {
    const { elasticity, working_life } = this.#world.truths
    const lost = elasticity.margin_lost_to_absence * (absence - working_life.absence)
    return elasticity.margin_share - lost + 0.01 * this.#stream.normal()
  }
}

const storeTouchpoints = ['welcome', 'advice', 'checkout'] as const

/** Mean of marks of 1 to 5 where what people live is normal around a middle: 1 and the chances of more than 1, 2, 3 and 4. */
export function meanMarkGiven(middle: number, spread: number): number {
  return [1.5, 2.5, 3.5, 4.5].reduce((sum, border) => sum + normalCdf((middle - border) / spread), 1)
}

function outcome(kind: string, value: number, valueUnit: string): Outcome {
  return { kind, subject: 'unit', touchpoint: '', value, valueUnit }
}

function unitMessage(
  month: SampleMonth,
  unit: string,
  rest: { readonly population: 'customers' | 'employees'; readonly outcomes: readonly Outcome[] },
): Message {
  const { population, outcomes } = rest
  return {
    id: `${unit}.${month.name}.${population}`,
    occurredAt: new Date(month.startMs + (month.days - 1) * DAY_MS),
    population,
    person: '',
    source: population === 'customers' ? 'accounts' : 'payroll',
    unit,
    offer: '',
    channel: '',
    language: '',
    weight: 1,
    segments: {},
    outcomes: outcomes.map((one) => ({ ...one, occurredAt: new Date(month.startMs) })),
  }
}
