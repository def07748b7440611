import { parentPort, workerData } from 'node:worker_threads'
import { encodeMessages, transferable } from '../foundations/warehouse/encode-messages.ts'
import type { Message } from '../foundations/warehouse/message.ts'
import type { EncodedSampleBatch, SampleTask } from './simulate-in-thread.ts'
import { simulateSample } from './simulate-sample.ts'

/** Messages sent over together: large enough for one insert, small enough to be held several at a time. */
const messagesTogether = 20_000

const { size, scope } = workerData as SampleTask
const batches = encodedBatches()

parentPort!.on('message', () => {
  const { value } = batches.next()
  parentPort!.postMessage(value ?? null, value ? transferable(value.encoded) : [])
})

function* encodedBatches(): Generator<EncodedSampleBatch> {
  let gathered: Message[] = []
  let share = 0
  for (const { messages, shareDone } of simulateSample(size)) {
    for (const message of messages) gathered.push(message)
    share = shareDone
    if (gathered.length < messagesTogether) continue
    yield { encoded: encodeMessages(gathered, { scope }), shareDone }
    gathered = []
  }
  if (gathered.length > 0) yield { encoded: encodeMessages(gathered, { scope }), shareDone: share }
}
