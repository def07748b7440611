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

/** Changes the query of the address; `undefined` takes a value out. */
export function useSetSearch(): (change: Readonly<Record<string, string | undefined>>) => void {
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

/** Changes filters by changing the address; `undefined` takes one out. */
export function useSetFilters(): (change: Filters) => void {
  const set = useSetSearch()
  return useCallback((change) => set({ ...change }), [set])
}

/** A value that a page keeps in its address, beside the filters. */
export function useSearchValue(name: string): string | undefined {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const value = search[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
