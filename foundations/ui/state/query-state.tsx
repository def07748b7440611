import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failed } from './failed.tsx'
import { Loading } from './loading.tsx'

interface QueryStateProps<Data> {
  readonly query: UseQueryResult<Data, unknown>
  /** Height kept while loading. */
  readonly height?: number
  /** What keeps the room while loading, where a height alone would not. */
  readonly waiting?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** Loading, failed or the data: a part that fails never hides its neighbours. */
export function QueryState<Data>({ query, height, waiting, children }: QueryStateProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <>{waiting ?? <Loading height={height} />}</>
}
