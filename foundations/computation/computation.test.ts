import { afterAll, describe, expect, it } from 'vitest'
import { buffersIn } from './buffers-in.ts'
import { openComputation } from './computation.ts'
import type { busyFor, endless, halves, leave, refuse } from './fixtures/heavy-work.ts'
import { threadedFunction } from './threaded-function.ts'

const module = new URL('./fixtures/heavy-work.ts', import.meta.url)
const works = {
  halves: threadedFunction<typeof halves>(module, 'halves'),
  busyFor: threadedFunction<typeof busyFor>(module, 'busyFor'),
  endless: threadedFunction<typeof endless>(module, 'endless'),
  refuse: threadedFunction<typeof refuse>(module, 'refuse'),
  leave: threadedFunction<typeof leave>(module, 'leave'),
}

const computation = openComputation({ threads: 2 })
afterAll(() => computation.close())

/** Two numbers in memory that threads share: how many began, and how often they went round. */
const sharedCounts = () => new Int32Array(new SharedArrayBuffer(8))

async function untilBegun(counts: Int32Array): Promise<void> {
  await Atomics.waitAsync(counts, 0, 0).value
}

describe('computation', () => {
  it('[CPT-1] computes a function of a module in a thread and gives its result', async () => {
    const result = await computation.run(works.halves, { input: Float64Array.of(8, 3) })
    expect([...result.halves]).toEqual([4, 1.5])
  })

  it('[CPT-2] the event loop turns while a thread is busy', async () => {
    let turns = 0
    const turning = setInterval(() => {
      turns += 1
    }, 5)
    await computation.run(works.busyFor, { input: 300 })
    clearInterval(turning)
    expect(turns).toBeGreaterThan(5)
  })

  it('[CPT-3] tells the share that is done, rising to 1, a hundred times at most', async () => {
    const shares: number[] = []
    await computation.run(works.halves, {
      input: new Float64Array(100_000),
      onProgress: (share) => shares.push(share),
    })
    expect(shares.length).toBeGreaterThan(90)
    expect(shares.length).toBeLessThanOrEqual(101)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  it('[CPT-4] cancelling ends the thread, and the reason is told', async () => {
    const counts = sharedCounts()
    const cancel = new AbortController()
    const result = computation.run(works.endless, { input: counts, signal: cancel.signal })
    await untilBegun(counts)
    cancel.abort(new Error('nobody waits any more'))
    await expect(result).rejects.toThrow('nobody waits any more')
    const rounds = Atomics.load(counts, 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(Atomics.load(counts, 1)).toBe(rounds)
  })

  it('[CPT-5] what fails in the thread fails for the caller, with its words', async () => {
    const failure = computation.run(works.refuse, { input: 'this' })
    await expect(failure).rejects.toThrow(new RangeError('this cannot be computed.'))
    await expect(failure).rejects.toBeInstanceOf(RangeError)
    const unknown = threadedFunction<typeof refuse>(module, 'nothing')
    await expect(computation.run(unknown, { input: '' })).rejects.toThrow('exports no function "nothing"')
    const nowhere = threadedFunction<typeof refuse>(new URL('./nowhere.ts', import.meta.url), 'refuse')
    await expect(computation.run(nowhere, { input: '' })).rejects.toThrow('nowhere.ts')
    await expect(computation.run(works.leave, { input: undefined as never })).rejects.toThrow(
      'ended without a result',
    )
  })

  it('[CPT-6] arrays are handed over on request, and copied otherwise', async () => {
    const [kept, given] = [new Float64Array(1000).fill(2), new Float64Array(1000).fill(2)]
    await computation.run(works.halves, { input: kept })
    await computation.run(works.halves, { input: given, handOver: true })
    expect(kept.length).toBe(1000)
    expect(given.length).toBe(0)
  })

  it('[CPT-6] all memory of typed arrays in plain data is found, each once, shared memory left out', () => {
    const numbers = new Float64Array(4)
    const data = {
      a: numbers,
      b: [numbers.subarray(1)],
      c: new Map([['d', new Uint8Array(2)]]),
      e: sharedCounts(),
    }
    expect(buffersIn({ ...data, self: data }).map(({ byteLength }) => byteLength)).toEqual([32, 2])
  })

  it('[CPT-7] no more threads run than there may be; others wait, and may leave the queue', async () => {
    const one = openComputation({ threads: 1 })
    const counts = sharedCounts()
    const [first, second] = [new AbortController(), new AbortController()]
    const running = one.run(works.endless, { input: counts, signal: first.signal })
    const leaving = one.run(works.endless, { input: counts, signal: second.signal })
    const staying = one.run(works.busyFor, { input: 1 })
    await untilBegun(counts)
    second.abort(new Error('left'))
    await expect(leaving).rejects.toThrow('left')
    first.abort(new Error('stopped'))
    await expect(running).rejects.toThrow('stopped')
    expect(await staying).toBeGreaterThan(0)
    expect(Atomics.load(counts, 0)).toBe(1)
    await one.close()
  })

  it('[CPT-8] closing ends what runs and refuses what comes', async () => {
    const closing = openComputation({ threads: 1 })
    const counts = sharedCounts()
    const running = expect(closing.run(works.endless, { input: counts })).rejects.toThrow('process is ending')
    const waiting = expect(closing.run(works.busyFor, { input: 1 })).rejects.toThrow('process is ending')
    await untilBegun(counts)
    await closing.close()
    await Promise.all([running, waiting])
    await expect(closing.run(works.busyFor, { input: 1 })).rejects.toThrow('process is ending')
  })
})
