import { type UseQueryResult, useQuery } from '@tanstack/react-query'

/** How often a page asks how far something is, in milliseconds. */
const askAgain = 700

/** What a page needs to ask: the options that a procedure's `queryOptions` gives. */
// biome-ignore lint/suspicious/noExplicitAny: the library's options are keyed by the procedure; only their answer matters here.
type AskedOptions = any

interface Answer {
  readonly state: 'running' | 'done'
}

/** Asks for something that takes long, and again while it is being made. */
export function useUntilDone<Done extends Answer>(options: AskedOptions): UseQueryResult<Done, unknown> {
  return useQuery({
    ...options,
    refetchInterval: ({ state }: { state: { data?: Done } }) =>
      state.data?.state === 'running' ? askAgain : false,
  }) as UseQueryResult<Done, unknown>
}
