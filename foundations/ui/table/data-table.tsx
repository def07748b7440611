import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useFormats } from '../words/use-formats.ts'
import styles from './data-table.module.css'
import { type Sorting, type SortValue, sortedRows } from './sorted-rows.ts'

export interface TableColumn<Row> {
  readonly key: string
  readonly label: string
  readonly numeric?: boolean
  readonly width?: number | string
  readonly cell: (row: Row) => ReactNode
  /** Makes the column sortable. */
  readonly sortBy?: (row: Row) => SortValue
}

interface DataTableProps<Row> {
  /** Names the table for those who do not see it. */
  readonly caption: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly sorting?: Sorting
  readonly maxHeight?: number | string
}

const nextSorting = (now: Sorting | undefined, key: string): Sorting =>
  now?.key === key ? { key, descending: !now.descending } : { key, descending: false }

interface HeaderProps<Row> {
  readonly column: TableColumn<Row>
  readonly sorting: Sorting | undefined
  readonly onSort: (key: string) => void
}

function Header<Row>({ column, sorting, onSort }: HeaderProps<Row>) {
  const active = sorting?.key === column.key
  const order = active ? (sorting.descending ? 'descending' : 'ascending') : 'none'
  return (
    <th
      scope="col"
      data-numeric={column.numeric || undefined}
      aria-sort={column.sortBy ? order : undefined}
      style={{ width: column.width }}
    >
      {column.sortBy ? (
        <UnstyledButton className={styles.sort} onClick={() => onSort(column.key)}>
          {column.label}
          <span aria-hidden="true">{active ? (sorting.descending ? ' ↓' : ' ↑') : ''}</span>
        </UnstyledButton>
      ) : (
        column.label
      )}
    </th>
  )
}

function useSorted<Row>({ columns, rows, sorting: first }: DataTableProps<Row>) {
  const { compare } = useFormats()
  const [sorting, setSorting] = useState(first)
  const by = columns.find((column) => column.key === sorting?.key)?.sortBy
  const shown = by && sorting ? sortedRows(rows, by, { descending: sorting.descending, compare }) : rows
  return { sorting, shown, sort: (key: string) => setSorting((now) => nextSorting(now, key)) }
}

/** A table that sorts by its headers and keeps them in sight. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rowKey, maxHeight } = props
  const { sorting, shown, sort } = useSorted(props)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} style={{ maxHeight }} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.key} column={column} sorting={sorting} onSort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} data-numeric={column.numeric || undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
