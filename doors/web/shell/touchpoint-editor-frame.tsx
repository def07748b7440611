import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useLanguage } from '../../../foundations/ui/words/use-words.ts'
import { TouchpointEditorPage } from '../../../rooms/design/touchpoint/touchpoint-editor.page.tsx'
import { measurementContract } from '../../../rooms/measurement/contract.ts'

/** Hands the editor of touchpoints the measures that may prove a promise, which a later room holds. */
export function TouchpointEditorFrame() {
  const { key = 'new' } = useParams({ strict: false }) as { key?: string }
  const { workspace } = useSession()
  const language = useLanguage()
  const { query } = useApi(measurementContract)
  const measures = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  return (
    <QueryState query={measures} height={420}>
      {(list) => (
        <TouchpointEditorPage
          touchpointKey={key}
          measures={list.measures.map(({ name, ...measure }) => ({
            ...measure,
            name: textIn(name, language),
          }))}
        />
      )}
    </QueryState>
  )
}
