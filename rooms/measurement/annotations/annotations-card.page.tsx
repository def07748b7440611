import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { textIn } from '../../../foundations/format/text-in.ts'
import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { RemoveButton } from '../../../foundations/ui/form/remove-button.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { LineList } from '../../../foundations/ui/layout/line-list.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { designContract } from '../../design/contract.ts'
import { strategyContract } from '../../strategy/contract.ts'
import { AddAnnotation } from './add-annotation.page.tsx'
import { type Annotation, annotationContract } from './annotation.contract.ts'
import { annotationsWords } from './annotations.words.ts'
import styles from './annotations-card.module.css'

type Named = readonly { readonly key: string; readonly name: LocalText }[]

function usePlaces(): { touchpoints: Named; units: Named } {
  const { workspace } = useSession()
  const input = { workspace }
  const touchpoints = useQuery(useApi(designContract).query.touchpoints.list.queryOptions({ input }))
  const units = useQuery(useApi(strategyContract).query.units.list.queryOptions({ input }))
  return { touchpoints: touchpoints.data?.touchpoints ?? [], units: units.data?.units ?? [] }
}

/** What happened, the latest first, with what adds and removes it. */
export function AnnotationsCard() {
  const say = useWords(annotationsWords)
  const { workspace } = useSession()
  const mayWrite = useMay('records:write')
  const places = usePlaces()
  const { query } = useApi(annotationContract)
  const list = useQuery(query.annotations.list.queryOptions({ input: { workspace } }))
  return (
    <Card title={say('title')} note={say('note')}>
      <QueryState query={list} height={80}>
        {({ annotations }) => (
          <>
            {annotations.length === 0 ? <p className={styles.none}>{say('none')}</p> : null}
            <LineList>
              {annotations
                .toSorted((one, other) => (one.from < other.from ? 1 : -1))
                .map((one) => (
                  <Line key={one.key} annotation={one} places={places} mayWrite={mayWrite} />
                ))}
            </LineList>
          </>
        )}
      </QueryState>
      {mayWrite ? (
        <div className={styles.add}>
          <AddAnnotation {...places} />
        </div>
      ) : null}
    </Card>
  )
}

interface LineProps {
  readonly annotation: Annotation
  readonly places: ReturnType<typeof usePlaces>
  readonly mayWrite: boolean
}

function Line({
  annotation: { key, name, kind, from, to, touchpoints, units },
  places,
  mayWrite,
}: LineProps) {
  const say = useWords(annotationsWords)
  const formats = useFormats()
  const { workspace } = useSession()
  const { query } = useApi(annotationContract)
  const client = useQueryClient()
  const remove = useMutation(
    query.annotations.remove.mutationOptions({ onSuccess: () => client.invalidateQueries() }),
  )
  const text = textIn(name, formats.language)
  const named = (keys: readonly string[], all: Named) =>
    keys.map((one) => textIn(all.find((each) => each.key === one)?.name ?? one, formats.language))
  const where = [...named(touchpoints, places.touchpoints), ...named(units, places.units)]
  const days =
    to && to !== from ? say('days', { from: formats.day(from), to: formats.day(to) }) : formats.day(from)
  return (
    <li>
      <span>
        <b>{text}</b>{' '}
        <small>{[say(kind), days, ...(where.length > 0 ? [formats.list(where)] : [])].join(' · ')}</small>
      </span>
      {mayWrite ? (
        <RemoveButton
          name={text}
          onRemove={(done) => remove.mutate({ workspace, key }, { onSuccess: done })}
          removing={remove.isPending}
          error={remove.error}
        />
      ) : null}
    </li>
  )
}
