import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { YamlField } from '../../../foundations/ui/form/yaml-field.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { eventContract, type HeldGroup } from './event.contract.ts'
import styles from './event.module.css'
import { eventWords } from './event.words.ts'
import { tableWithRule } from './held-groups.page.ts'
import { useReplay } from './use-events.page.ts'

interface EditorProps {
  /** What a rule is to be begun for. */
  readonly begun: HeldGroup | null
  readonly onTaken: () => void
}

interface Table {
  readonly yaml: string
  readonly shipped: string
}

const settledMs = 350

/** The text being edited, what does not fit in it, and its saving. */
function useTableText(table: Table, { begun, onTaken }: EditorProps) {
  const { workspace } = useSession()
  const { query } = useApi(eventContract)
  const client = useQueryClient()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? table.yaml
  const [settled] = useDebouncedValue(text, settledMs)
  useEffect(() => {
    if (!begun) return
    setTyped((now) => tableWithRule(now ?? table.yaml, begun))
    onTaken()
  }, [begun, onTaken, table.yaml])
  const check = useQuery(
    query.events.checkTable.queryOptions({
      input: { workspace, yaml: settled },
      enabled: typed !== null,
      placeholderData: keepPreviousData,
    }),
  )
  const save = useMutation(
    query.events.putTable.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: query.events.table.key() })
        setTyped(null)
      },
    }),
  )
  const findings = typed === null ? undefined : check.data?.findings
  const fits = findings?.length === 0 && settled === text && !check.isFetching
  return { text, typed, setTyped, findings, fits, save, workspace }
}

function Deeds({ editing }: { readonly editing: ReturnType<typeof useTableText> }) {
  const say = useWords(eventWords)
  const { number } = useFormats()
  const replay = useReplay()
  const { text, typed, setTyped, fits, save, workspace } = editing
  return (
    <div className={styles.buttons}>
      <Button
        disabled={typed === null || !fits}
        loading={save.isPending}
        onClick={() => save.mutate({ workspace, yaml: text })}
      >
        {say('save')}
      </Button>
      {typed === null ? (
        <Button variant="default" loading={replay.isPending} onClick={() => replay.mutate({})}>
          {say('replayAll')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setTyped(null)}>
          {say('restore')}
        </Button>
      )}
      <p role="status" className={styles.small}>
        {replay.data
          ? say('replayed', { count: replay.data.replayed, still: number(replay.data.stillHeld) })
          : save.isSuccess && typed === null
            ? say('saved')
            : ''}
      </p>
      {save.isError ? <Failed error={save.error} /> : null}
      {replay.isError ? <Failed error={replay.error} /> : null}
    </div>
  )
}

function Editor({ table, ...needs }: EditorProps & { readonly table: Table }) {
  const say = useWords(eventWords)
  const mayMap = useMay('facts:write')
  const editing = useTableText(table, needs)
  return (
    <>
      <YamlField
        label={say('yaml')}
        value={editing.text}
        onChange={mayMap ? editing.setTyped : undefined}
        findings={editing.findings}
        rows={16}
      />
      {mayMap ? <Deeds editing={editing} /> : null}
      <details className={styles.examples}>
        <summary>{say('shipped')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <pre className={styles.code} tabIndex={0}>
          {table.shipped}
        </pre>
      </details>
    </>
  )
}

/** The rules by which events become facts, checked as they are written. */
export function EventTableEditor(props: EditorProps) {
  const say = useWords(eventWords)
  const { workspace } = useSession()
  const { query } = useApi(eventContract)
  const table = useQuery(query.events.table.queryOptions({ input: { workspace } }))
  return (
    <Card title={say('table')} note={say('tableNote')} span={7}>
      <QueryState query={table} height={320}>
        {(found) => <Editor {...props} table={found} />}
      </QueryState>
    </Card>
  )
}
