import { QueryClient } from '@tanstack/react-query'
import { problemOf } from '../../foundations/ui/api/problem.ts'

/** Reads are kept for half a minute; a refusal is not asked again, a lost connection is. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => problemOf(error).status === 0 && count < 2,
        refetchOnWindowFocus: false,
      },
    },
  })
}
