import { useMutation, useQueryClient } from '@tanstack/react-query'
import { accessContract } from '../../../foundations/access/access.contract.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'

/** Adds, changes and removes members; lists and the reader's own place follow. */
export function useMemberChanges() {
  const { query } = useApi(accessContract)
  const client = useQueryClient()
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: query.members.key() })
    await client.invalidateQueries({ queryKey: query.me.key() })
  }
  return {
    add: useMutation(query.members.add.mutationOptions({ onSuccess })),
    remove: useMutation(query.members.remove.mutationOptions({ onSuccess })),
  }
}
