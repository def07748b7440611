import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { type ImportRecord, understandingContract } from '../contract.ts'

const openStates: readonly ImportRecord['state'][] = ['waiting', 'running', 'undoing']

export const isOpen = ({ state }: Pick<ImportRecord, 'state'>) => openStates.includes(state)

const everyMs = 700

/** Figures are read again once an import is over. */
function useFreshFigures(open: number | undefined) {
  const client = useQueryClient()
  useEffect(() => {
    if (open === 0) void client.invalidateQueries({ refetchType: 'none' })
  }, [open, client])
}

/** Imports, read again while one is under way. */
export function useImports() {
  const { workspace } = useSession()
  const { query } = useApi(understandingContract)
  return useQuery(
    query.imports.list.queryOptions({
      input: { workspace },
      refetchInterval: ({ state }) => (state.data?.imports.some(isOpen) ? everyMs : false),
    }),
  )
}

/** The imports of these ids, each read again until it is over. */
export function useImportsOf(ids: readonly string[]) {
  const { workspace } = useSession()
  const { query } = useApi(understandingContract)
  const imports = useQueries({
    queries: ids.map((id) =>
      query.imports.get.queryOptions({
        input: { workspace, id },
        refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : everyMs),
      }),
    ),
  })
  const known = imports.flatMap(({ data }) => (data ? [data] : []))
  useFreshFigures(known.length === ids.length ? known.filter(isOpen).length : undefined)
  return imports
}

interface Started {
  readonly files: readonly (readonly string[])[]
  readonly mapping: string
  readonly dryRun: boolean
}

/** Starts one import for each group of files; gives their ids. */
export function useStartImports(onStarted: (ids: readonly string[], dryRun: boolean) => void) {
  const { workspace } = useSession()
  const { call, query } = useApi(understandingContract)
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ files, mapping, dryRun }: Started) => {
      const ids: string[] = []
      for (const uploads of files)
        ids.push((await call.imports.start({ workspace, uploads: [...uploads], mapping, dryRun })).id)
      return ids
    },
    onSuccess: (ids, { dryRun }) => {
      void client.invalidateQueries({ queryKey: query.imports.list.key() })
      onStarted(ids, dryRun)
    },
  })
}

/** Cancels an import, or takes out again what it kept. */
export function useImportDeeds() {
  const { query } = useApi(understandingContract)
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: query.imports.key() })
  return {
    cancel: useMutation(query.imports.cancel.mutationOptions({ onSuccess })),
    undo: useMutation(query.imports.undo.mutationOptions({ onSuccess })),
  }
}
