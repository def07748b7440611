import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useSession } from '../session/session-context.ts'
import { cleanFilters, type Filters } from './filters.ts'

/** The filters of the page, as its address says them. */
export function useFilters(): Filters & { readonly workspace: string } {
  const search = useSearch({ strict: false })
  const { workspace } = useSession()
  return { workspace, ...cleanFilters(search) }
}

/** Changes filters by changing the address; `undefined` takes one out. */
export function useSetFilters(): (change: Filters) => void {
  const navigate = useNavigate()
  return useCallback(
    (change) => {
      void navigate({
        to: '.',
        search: ((before: Record<string, unknown>) => ({ ...before, ...change })) as never,
        replace: true,
      })
    },
    [navigate],
  )
}
