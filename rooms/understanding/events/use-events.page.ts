import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { eventContract, type HeldGroup } from './event.contract.ts'
import type { UnknownReason } from './held-groups.page.ts'

type Which = Partial<Pick<HeldGroup, 'source' | 'reason' | 'key'>>

/** What waits, read again while the page is open. */
export function useHeld() {
  const { workspace } = useSession()
  const { query } = useApi(eventContract)
  return useQuery(
    query.events.held.queryOptions({ input: { workspace }, staleTime: 0, refetchInterval: 30_000 }),
  )
}

/** Reads what waits once more, call by call to the end. */
export function useReplay() {
  const { workspace } = useSession()
  const { call } = useApi(eventContract)
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (which: Which) => {
      let [replayed, stillHeld] = [0, 0]
      let after: string | undefined
      do {
        const done = await call.events.replay({ workspace, ...which, ...(after !== undefined && { after }) })
        replayed += done.replayed
        stillHeld += done.stillHeld
        after = done.next ?? undefined
      } while (after !== undefined)
      return { replayed, stillHeld }
    },
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Gives up what waits, call by call to the end. */
export function useDiscard() {
  const { workspace } = useSession()
  const { call } = useApi(eventContract)
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (which: Which) => {
      let after: string | undefined
      do {
        const done = await call.events.drop({ workspace, ...which, ...(after !== undefined && { after }) })
        after = done.next ?? undefined
      } while (after !== undefined)
    },
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Says what an unknown name or touchpoint is, then reads what waits for it. */
export function useMeaning() {
  const { workspace } = useSession()
  const { call } = useApi(eventContract)
  const replay = useReplay()
  const meaning = useMutation({
    mutationFn: async (said: { reason: UnknownReason; key: string; touchpoint: string | null }) => {
      await call.events.map({ workspace, ...said })
      return replay.mutateAsync({ reason: said.reason, key: said.key })
    },
  })
  return meaning
}
