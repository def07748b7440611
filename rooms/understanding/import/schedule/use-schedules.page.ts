import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../../foundations/ui/api/use-api.ts'
import { useSession } from '../../../../foundations/ui/session/session-context.ts'
import { mappingContract } from '../mapping.contract.ts'
import { scheduleContract } from './schedule.contract.ts'
import { isUnderWay } from './schedule-told.ts'

const whileUnderWayMs = 1000
const elseMs = 30_000

/** Folders that are looked into, read again often while one is being read. */
export function useSchedules() {
  const { workspace } = useSession()
  const { query } = useApi(scheduleContract)
  return useQuery(
    query.schedules.list.queryOptions({
      input: { workspace },
      refetchInterval: ({ state }) => (state.data?.schedules.some(isUnderWay) ? whileUnderWayMs : elseMs),
    }),
  )
}

/** Keys of the saved mappings a folder can be read by. */
export function useMappingKeys() {
  const { workspace } = useSession()
  const { query } = useApi(mappingContract)
  return useQuery(
    query.mappings.list.queryOptions({
      input: { workspace },
      select: ({ mappings }) => mappings.map(({ key }) => key),
    }),
  )
}

/** Puts, removes and runs a schedule. */
export function useScheduleDeeds() {
  const { query } = useApi(scheduleContract)
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: query.schedules.key() })
  return {
    put: useMutation(query.schedules.put.mutationOptions({ onSuccess })),
    remove: useMutation(query.schedules.remove.mutationOptions({ onSuccess })),
    run: useMutation(query.schedules.run.mutationOptions({ onSuccess })),
  }
}
