import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { useLanguage } from '../../../foundations/ui/words/use-words.ts'
import { designContract } from '../../../rooms/design/contract.ts'

/** The touchpoints of the workspace as an earlier room may know them, and how one is made where the reader may. */
export function useTouchpoints() {
  const { workspace } = useSession()
  const language = useLanguage()
  const mayWrite = useMay('records:write')
  const { query } = useApi(designContract)
  const client = useQueryClient()
  const touchpoints = useQuery(
    query.touchpoints.list.queryOptions({ input: { workspace }, refetchOnWindowFocus: 'always' }),
  )
  const put = useMutation(
    query.touchpoints.put.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: query.touchpoints.key() }),
    }),
  )
  const list = (touchpoints.data?.touchpoints ?? []).map(({ key, name }) => ({
    key,
    name: textIn(name, language),
  }))
  const create = (made: { readonly key: string; readonly name: string }) =>
    put.mutateAsync({ workspace, ...made })
  return { list, create: mayWrite ? create : undefined }
}
