import { problem } from '../../../foundations/http/problem.contract.ts'

/** What is nested thousands of times can be parsed, and not be written again. */
export function refuseDeep<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (failure) {
    if (!(failure instanceof RangeError)) throw failure
    throw problem('UNDERSTANDING_EVENTS_UNREADABLE', { reason: 'it is nested too deeply' })
  }
}
