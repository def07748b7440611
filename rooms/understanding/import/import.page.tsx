import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type ImportRecord, understandingContract } from '../contract.ts'
import styles from './import.module.css'
import { importWords } from './import.words.ts'
import { ImportForm } from './import-form.page.tsx'
import { ImportItem } from './import-item.page.tsx'

const isOpen = ({ state }: ImportRecord) => state === 'waiting' || state === 'running'

/** Imports, read again every second while one is under way; figures are read again once it has ended. */
function useImports() {
  const { workspace } = useSession()
  const { query } = useApi(understandingContract)
  const client = useQueryClient()
  const imports = useQuery(
    query.imports.list.queryOptions({
      input: { workspace },
      refetchInterval: ({ state }) => (state.data?.imports.some(isOpen) ? 1000 : false),
    }),
  )
  const open = imports.data?.imports.filter(isOpen).length ?? 0
  const mine = query.imports.key()[0]
  useEffect(() => {
    if (open === 0)
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== mine,
        refetchType: 'none',
      })
  }, [open, client, mine])
  return imports
}

/** Brings in answers that people already have, and shows what became of each file. */
export function ImportPage() {
  const say = useWords(importWords)
  const mayImport = useMay('facts:write')
  const imports = useImports()
  return (
    <>
      <PageHead title={say('title')} note={say('note')} />
      <Row>
        <Card title={say('newImport')} span={5}>
          {mayImport ? <ImportForm /> : <p className={styles.muted}>{say('mayNot')}</p>}
        </Card>
        <Card title={say('past')} span={7}>
          <QueryState query={imports} height={240}>
            {({ imports: list }) =>
              list.length === 0 ? (
                <p className={styles.muted}>{say('none')}</p>
              ) : (
                <ol>
                  {list.map((one) => (
                    <ImportItem key={one.id} record={one} />
                  ))}
                </ol>
              )
            }
          </QueryState>
        </Card>
      </Row>
    </>
  )
}
