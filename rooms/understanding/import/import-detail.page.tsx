import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { ImportRecord } from '../contract.ts'
import styles from './import.module.css'
import { importWords } from './import.words.ts'
import { ImportResult } from './import-result.page.tsx'
import { ImportState } from './import-state.page.tsx'
import { importTitle } from './import-title.page.ts'
import { UndoImport } from './undo-import.page.tsx'
import { useImportsOf } from './use-imports.page.ts'

function Detail({ record }: { readonly record: ImportRecord }) {
  const say = useWords(importWords)
  const { instant } = useFormats()
  return (
    <>
      <PageHead
        title={say(importTitle(record), { name: record.fileName })}
        crumb={
          <ScreenLink to="understanding/imports" className={styles.link}>
            {say('all')}
          </ScreenLink>
        }
        note={
          <>
            {instant(record.startedAt)} · <ImportState record={record} />
          </>
        }
        actions={<UndoImport record={record} />}
      />
      <Row>
        <Card>
          <ImportResult record={record} />
        </Card>
      </Row>
    </>
  )
}

/** One import on a page of its own, so that it can be left and come back to. */
export function ImportDetailPage({ id }: { readonly id: string }) {
  const [query] = useImportsOf([id])
  return query ? (
    <QueryState query={query} height={320}>
      {(record) => <Detail record={record} />}
    </QueryState>
  ) : null
}
