import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { buffersIn } from './buffers-in.ts'
import type { ThreadMessage, ThreadTask } from './computation-thread.ts'
import type { ThreadedFunction } from './threaded-function.ts'

/** One computation asked for. */
export interface Asked<Input> {
  readonly input: Input
  /** Hand the arrays of the input over instead of copying them; the caller can use them no more. Default false. */
  readonly handOver?: boolean
  /** Ends the thread when it is aborted; the promise is rejected with its reason. */
  readonly signal?: AbortSignal
  /** Hears the share that is done, 0–1, at every hundredth. */
  readonly onProgress?: (share: number) => void
}

/** Heavy functions run beside the event loop, no more of them at a time than there are threads. */
export interface Computation {
  /** The result of a function, computed in a thread of its own. */
  readonly run: <Input, Result>(work: ThreadedFunction<Input, Result>, asked: Asked<Input>) => Promise<Result>
  /** Ends all threads; what runs or waits is rejected. */
  readonly close: () => Promise<void>
}

/** One processor is left to the event loop where there is more than one. */
function freeProcessors(): number {
  return Math.max(1, availableParallelism() - 1)
}

/** Opens a place for heavy computations; those beyond the number of threads wait in the order in which they were asked for. */
export function openComputation({ threads = freeProcessors() } = {}): Computation {
  const closing = new AbortController()
  const waiting: (() => void)[] = []
  let free = threads
  const begin = async (signal: AbortSignal) => {
    if (free > 0) free -= 1
    else await turnOf(waiting, signal)
  }
  const end = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  const running = new Set<Promise<unknown>>()
  return {
    run: async (work, asked) => {
      const signal = AbortSignal.any([closing.signal, ...(asked.signal ? [asked.signal] : [])])
      signal.throwIfAborted()
      await begin(signal)
      const result = inThread(work, { ...asked, signal }).finally(end)
      running.add(result)
      return result.finally(() => running.delete(result))
    },
    close: async () => {
      closing.abort(new Error('No more is computed: the process is ending.'))
      await Promise.allSettled(running)
    },
  }
}

/** Waits until a thread is free; whoever gives up leaves the queue. */
function turnOf(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(begin), 1)
      reject(signal.reason)
    }
    const begin = () => {
      signal.removeEventListener('abort', leave)
      resolve()
    }
    signal.addEventListener('abort', leave, { once: true })
    waiting.push(begin)
  })
}

/** Starts a thread, listens to it, and ends it whatever happens. */
async function inThread<Input, Result>(
  { module, name }: ThreadedFunction<Input, Result>,
  { input, handOver = false, signal, onProgress }: Asked<Input> & { readonly signal: AbortSignal },
): Promise<Result> {
  signal.throwIfAborted()
  const workerData: ThreadTask = { module, name, input }
  const transferList = handOver ? buffersIn(input) : []
  const worker = new Worker(new URL('./computation-thread.ts', import.meta.url), { workerData, transferList })
  try {
    return await new Promise<Result>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error(`The thread of ${name} ended without a result.`)))
      worker.on('message', (message: ThreadMessage) => {
        if ('share' in message) onProgress?.(message.share)
        else if ('result' in message) resolve(message.result as Result)
        else reject(message.error)
      })
    })
  } finally {
    await worker.terminate()
  }
}
