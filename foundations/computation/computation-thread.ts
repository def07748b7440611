import { parentPort, workerData } from 'node:worker_threads'
import { buffersIn } from './buffers-in.ts'

/** What the thread is given: a function by its module and name, and what to call it with. */
export interface ThreadTask {
  readonly module: string
  readonly name: string
  readonly input: unknown
}

/** What the thread says: how far it is, then what came out or what went wrong. */
export type ThreadMessage =
  | { readonly share: number }
  | { readonly result: unknown }
  | { readonly error: unknown }

type Work = (input: unknown, onProgress: (share: number) => void) => unknown

const TOLD_EVERY = 0.01
const port = parentPort!
const task = workerData as ThreadTask

async function workNamed({ module, name }: ThreadTask): Promise<Work> {
  const exported = ((await import(module)) as Record<string, unknown>)[name]
  if (typeof exported !== 'function') throw new TypeError(`${module} exports no function "${name}".`)
  return exported as Work
}

/** Tells a share of the work when it is a hundredth beyond the last one told, or the end. */
function teller(): (share: number) => void {
  let told = 0
  return (share) => {
    if (share - told < TOLD_EVERY && share < 1) return
    told = share
    port.postMessage({ share } satisfies ThreadMessage)
  }
}

try {
  const work = await workNamed(task)
  const result = await work(task.input, teller())
  port.postMessage({ result } satisfies ThreadMessage, buffersIn(result))
} catch (error) {
  port.postMessage({ error } satisfies ThreadMessage)
}
