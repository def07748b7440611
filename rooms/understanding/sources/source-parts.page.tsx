import { Card } from '../../../foundations/ui/layout/card.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { SourceDetail } from './source.contract.ts'
import styles from './source.module.css'
import { sourceWords } from './source.words.ts'

/** The imports of a source, latest first. */
export function SourceImports({ imports }: Pick<SourceDetail, 'imports'>) {
  const say = useWords(sourceWords)
  const { instant, number } = useFormats()
  if (imports.length === 0) return null
  return (
    <Card title={say('imports')} span={8}>
      <DataTable
        caption={say('imports')}
        rows={imports}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'file',
            label: say('file'),
            cell: ({ id, fileName }) => (
              <ScreenLink to={`understanding/imports/${id}`} className={styles.name}>
                {fileName}
              </ScreenLink>
            ),
          },
          { key: 'begun', label: say('begun'), cell: ({ startedAt }) => instant(startedAt) },
          {
            key: 'kept',
            label: say('kept'),
            numeric: true,
            cell: ({ rowsKept }) => number(rowsKept),
          },
          {
            key: 'rejected',
            label: say('rejected'),
            numeric: true,
            cell: ({ rowsRejected }) => number(rowsRejected),
          },
        ]}
      />
    </Card>
  )
}

interface KeysProps extends Pick<SourceDetail, 'keys'> {
  readonly span: 7 | 8
}

/** The write keys of a source, without their secrets. */
export function SourceKeys({ keys, span }: KeysProps) {
  const say = useWords(sourceWords)
  const { instant } = useFormats()
  if (keys.length === 0) return null
  return (
    <Card title={say('keys')} span={span}>
      <DataTable
        caption={say('keys')}
        rows={keys}
        rowKey={({ start }) => start}
        columns={[
          {
            key: 'name',
            label: say('keyName'),
            cell: ({ name, revoked }) => (revoked ? `${name} · ${say('revoked')}` : name),
          },
          { key: 'start', label: say('keyStart'), cell: ({ start }) => <code>{start}…</code> },
          {
            key: 'used',
            label: say('keyUsed'),
            cell: ({ lastUsedAt }) => (lastUsedAt ? instant(lastUsedAt) : say('never')),
          },
        ]}
      />
    </Card>
  )
}
