import { loggedError } from '../../foundations/http/logged-error.ts'

/** Writes a failure outside any request to the log, in the form of the others. */
export function reportError(error: unknown): void {
  console.error(JSON.stringify({ level: 50, time: Date.now(), err: loggedError(error), msg: 'failed' }))
}
