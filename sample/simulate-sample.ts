import type { Message } from '../foundations/warehouse/message.ts'
import { CustomerBlock } from './customer-block.ts'
import { CustomerScene } from './customer-scene.ts'
import { liveMonth } from './live-month.ts'
import { MessageBox } from './message-box.ts'
import type { SampleMonth } from './sample-calendar.ts'
import { type SampleSize, sampleWorld } from './sample-world.ts'
import { UnitResults } from './unit-results.ts'
import { WorkForce } from './work-force.ts'

/** People simulated together: what is held in memory does not grow with the sample. */
const usualBlock = 100_000
/** Messages after which a batch is handed over; the last of a month is smaller. */
const batchSize = 2_000

export interface SampleBatch {
  readonly messages: readonly Message[]
  /** Share of the whole sample that is done once this batch is kept, 0 to 1. */
  readonly shareDone: number
}

/**
 * The facts of the sample organisation, batch by batch. A batch holds what began in one month. Up to a block of customers
 * and prospects, months come in order; beyond that, people come in blocks, each from the first month to the last, and
 * employees and results of units with the last block. The same size, seed and end day give the same messages.
 */
export function* simulateSample(size: SampleSize, { blockSize = usualBlock } = {}): Generator<SampleBatch> {
  const world = sampleWorld(size)
  const box = new MessageBox(world)
  const people = world.customers + world.prospects
  const workForce = new WorkForce(world)
  const results = new UnitResults(world)
  const { months } = world.calendar
  for (let first = 0; first < people; first += blockSize) {
    const block = new CustomerBlock(world, { first, size: Math.min(blockSize, people - first) })
    const scene = new CustomerScene({ world, block, box })
    const doneAfter = (count: number) => (first + (count / months.length) * block.size) / people
    for (const month of months) {
      yield* batchesOf(box, doneAfter(month.index), peopleOfMonth(scene, month))
      if (first + block.size === people) {
        yield* batchesOf(box, doneAfter(month.index + 1), workForce.live(month, box))
        results.put(month, workForce, box)
      }
      yield { messages: box.take(), shareDone: doneAfter(month.index + 1) }
    }
  }
}

function* peopleOfMonth(scene: CustomerScene, month: SampleMonth): Generator<void> {
  for (let at = 0; at < scene.block.size; at++) {
    scene.begin(at, month)
    liveMonth(scene)
    yield
  }
}

/** Takes steps, and hands over what they gathered whenever it is enough. */
function* batchesOf(box: MessageBox, shareDone: number, steps: Generator<void>): Generator<SampleBatch> {
  for (const _ of steps) if (box.size >= batchSize) yield { messages: box.take(), shareDone }
}
