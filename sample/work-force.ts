import type { Answer } from '../foundations/warehouse/message.ts'
import { answered, asMark, clamped } from './customer-scene.ts'
import type { MessageBox } from './message-box.ts'
import { opaqueId } from './opaque-id.ts'
import { drawnFor, RandomStream } from './random-stream.ts'
import { DAY_MS, HOUR_MS, type SampleMonth } from './sample-calendar.ts'
import {
  engagementQuestions,
  markQuestions,
  recommendAsEmployerQuestion,
  workTouchpoints,
} from './sample-questions.ts'
import type { SampleWorld } from './sample-world.ts'

/** People that one seat can see come and go. */
const peopleOfSeat = 64
/** Marks, standard deviation between employees, and of one answer. */
const personApart = 0.4
const answerApart = 0.5
const writes = 0.12

const jobSegments = ['sales', 'logistics', 'service', 'office'].map((job) =>
  ['full-time', 'part-time'].map((contract) => ({ job, contract })),
)
const jobOfPlace = ['service', 'logistics', 'logistics', 'logistics', 'service', 'office'] as const
const jobs = ['sales', 'logistics', 'service', 'office']

interface Seat {
  readonly number: number
  readonly unit: number
  readonly unitKey: string
  readonly segments: Readonly<Record<string, string>>
  readonly language: 'en' | 'fr'
  person: string
  generation: number
  temper: number
}

/** Employees: a seat is kept, the people on it come and go. */
export class WorkForce {
  readonly #world: SampleWorld
  readonly #seats: readonly Seat[]
  readonly #stream: RandomStream
  /** Seats of each unit, and people who left it in the month simulated last. */
  readonly headcount: Float64Array
  readonly leavers: Float64Array

  constructor(world: SampleWorld) {
    this.#world = world
    this.#stream = new RandomStream({ seed: world.seed, use: drawnFor.employee })
    const shares = unitShares(world)
    this.headcount = new Float64Array(shares.length)
    this.leavers = new Float64Array(shares.length)
    this.#seats = Array.from({ length: world.employees }, (_, number) => this.#newSeat(number, shares))
  }

  /** One month of everybody, seat by seat: pulses answered, people gone. */
  *live(month: SampleMonth, box: MessageBox): Generator<void> {
    this.leavers.fill(0)
    for (const seat of this.#seats) {
      this.#stream.begin(seat.number, month.index)
      if (this.#stream.chance(this.#world.truths.working_life.response)) this.#answer(seat, month, box)
      this.#mayLeave(seat, month)
      yield
    }
  }

  #newSeat(number: number, shares: readonly number[]): Seat {
    const stream = this.#stream.begin(number, -1)
    const unit = stream.among(shares)
    const { stores, work_places } = this.#world.organisation
    const place = unit - stores.length
    const job = place < 0 ? 0 : jobs.indexOf(jobOfPlace[place] ?? 'office')
    this.headcount[unit]! += 1
    return {
      number,
      unit,
      unitKey: stores[unit]?.key ?? work_places[place]!.key,
      segments: jobSegments[job]![stream.chance(0.35) ? 1 : 0]!,
      language: stream.chance(0.8) ? 'fr' : 'en',
      person: this.#personOf(number, 0),
      generation: 0,
      temper: personApart * stream.normal(),
    }
  }

  #personOf(seat: number, generation: number): string {
    return opaqueId('seat', seat * peopleOfSeat + (generation % peopleOfSeat), this.#world.seed)
  }

  #answer(seat: Seat, month: SampleMonth, box: MessageBox): void {
    const stream = this.#stream
    const lived = this.#world.climate.employees(seat.unit, month.index) + seat.temper
    const usual = this.#world.truths.working_life.usual_mark
    const mark = () => asMark(usual + lived + answerApart * stream.normal())
    const recommends = clamped(Math.round(7 + 1.6 * lived + 1.2 * stream.normal()), 0, 10)
    const first = (seat.number + month.index) % workTouchpoints.length
    const touchpoints = [first, (first + 2) % workTouchpoints.length].map((at) => workTouchpoints[at]!)
    const told = stream.chance(writes) ? touchpoints[0] : undefined
    const marks = touchpoints.map((touchpoint): Answer => {
      const given = mark()
      return answered(markQuestions[touchpoint], given, touchpoint === told ? this.#write(seat, given) : '')
    })
    const atMs = month.startMs + (5 + stream.index(10)) * DAY_MS + (8 + stream.index(10)) * HOUR_MS
    box.put({
      id: `${seat.person}.${month.name}`,
      occurredAt: new Date(atMs),
      population: 'employees',
      person: seat.person,
      source: 'pulse',
      unit: seat.unitKey,
      offer: '',
      channel: 'workplace',
      language: seat.language,
      weight: 1,
      segments: seat.segments,
      answers: [
        ...engagementQuestions.map((question) => answered(question, mark())),
        answered(recommendAsEmployerQuestion, recommends),
        ...marks,
      ],
    })
  }

  #write({ language }: Seat, mark: number): string {
    return this.#world.verbatims.write(this.#stream, { topic: 'work', mark, language })
  }

  #mayLeave(seat: Seat, month: SampleMonth): void {
    const { turnover, turnover_slope } = this.#world.truths.working_life
    const lived = this.#world.climate.employees(seat.unit, month.index)
    if (!this.#stream.chance(turnover * Math.exp(turnover_slope * lived))) return
    this.leavers[seat.unit]! += 1
    seat.generation += 1
    seat.person = this.#personOf(seat.number, seat.generation)
    seat.temper = personApart * this.#stream.normal()
  }
}

/** Stores share by their size what other work places leave. */
function unitShares({ organisation }: SampleWorld): number[] {
  const elsewhere = organisation.work_places.reduce((sum, { staff }) => sum + staff, 0)
  const total = organisation.stores.reduce((sum, { size }) => sum + size, 0)
  return [
    ...organisation.stores.map(({ size }) => ((1 - elsewhere) * size) / total),
    ...organisation.work_places.map(({ staff }) => staff),
  ]
}
