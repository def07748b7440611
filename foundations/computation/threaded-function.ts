/** A function that can be run in a thread: it is found by its module and its name, because code does not travel, only data does. */
export interface ThreadedFunction<Input, Result> {
  /** Address of the module, as `import` takes it. */
  readonly module: string
  /** Name under which the module exports it. */
  readonly name: string
  /** Never there at run time: what it takes and gives. */
  readonly types?: (input: Input) => Result
}

/** What a function in a thread looks like: plain data in, plain data out, and a way to tell how far it is. */
export type ThreadableFunction = (input: never, onProgress: (share: number) => void) => unknown

type InputOf<Work extends ThreadableFunction> = Parameters<Work>[0]
type ResultOf<Work extends ThreadableFunction> = Awaited<ReturnType<Work>>

/**
 * Names a function for a thread, with its types:
 * `threadedFunction<typeof driversOf>(new URL('./drivers-of.ts', import.meta.url), 'driversOf')`.
 */
export function threadedFunction<Work extends ThreadableFunction>(
  module: URL,
  name: string,
): ThreadedFunction<InputOf<Work>, ResultOf<Work>> {
  return { module: module.href, name }
}
