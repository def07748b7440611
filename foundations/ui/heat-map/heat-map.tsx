import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, memo, type SyntheticEvent, useCallback, useMemo, useState } from 'react'
import { type Sorting, sortedRows } from '../table/sorted-rows.ts'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import { HeatCell } from './heat-cell.tsx'
import styles from './heat-map.module.css'
import { heatMapWords } from './heat-map.words.ts'
import type { GridRow } from './heat-map-grid.ts'
import type { CellPlace, HeatMapProps } from './heat-map-shape.ts'
import { HeatReadout } from './heat-readout.tsx'
import { moveInTable } from './move-in-table.ts'

/** The cell an event happened in, by the keys it carries. */
function placeOf(event: SyntheticEvent): CellPlace | null {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
  if (!cell?.dataset.row) return null
  return { row: cell.dataset.row, column: cell.dataset.column || null }
}

/** Moves the focus between cells without drawing the table again. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>) {
  const cell = (event.target as HTMLElement).closest('td')
  const body = event.currentTarget.tBodies[0]
  const line = cell?.closest('tr')
  if (!cell || !body || !line) return
  const size = { rows: body.rows.length, columns: line.cells.length - 1 }
  const from = { row: line.sectionRowIndex, column: cell.cellIndex - 1 }
  const to = moveInTable(event.key, from, size)
  const target = to ? body.rows[to.row]?.cells[to.column + 1] : undefined
  if (!target) return
  event.preventDefault()
  cell.tabIndex = -1
  target.tabIndex = 0
  target.focus()
}

interface HeadProps extends Pick<HeatMapProps, 'rowsLabel' | 'columns'> {
  readonly sorting: Sorting
  readonly onSort: (key: string) => void
}

function Head({ rowsLabel, columns, sorting, onSort }: HeadProps) {
  const say = useWords(heatMapWords)
  const all = [{ key: ' name', label: rowsLabel }, { key: ' whole', label: say('whole') }, ...columns]
  return (
    <thead>
      <tr>
        {all.map(({ key, label }) => {
          const order = sorting.descending ? 'descending' : 'ascending'
          return (
            <th key={key} scope="col" aria-sort={sorting.key === key ? order : 'none'}>
              <UnstyledButton className={styles.sort} onClick={() => onSort(key)} title={label}>
                {label}
                <span aria-hidden="true">
                  {sorting.key === key ? (sorting.descending ? ' ↓' : ' ↑') : ''}
                </span>
              </UnstyledButton>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

type BodyProps = Pick<HeatMapProps, 'rows' | 'rowName' | 'columns' | 'form'>

const Body = memo(function Body({ rows, rowName, columns, form }: BodyProps) {
  return (
    <tbody>
      {rows.map((row, index) => (
        <tr key={row.key}>
          <th scope="row" className={styles.rowName}>
            {rowName(row.key)}
          </th>
          <HeatCell row={row.key} column="" cell={row.whole} form={form} first={index === 0} />
          {columns.map(({ key }) => (
            <HeatCell key={key} row={row.key} column={key} cell={row.cells.get(key) ?? null} form={form} />
          ))}
        </tr>
      ))}
    </tbody>
  )
})

function useSortedGrid({ rows, rowName }: Pick<HeatMapProps, 'rows' | 'rowName'>) {
  const { compare } = useFormats()
  const [sorting, setSorting] = useState<Sorting>({ key: '', descending: false })
  const shown = useMemo(() => {
    const { key, descending } = sorting
    if (key === '') return rows
    const valueIn = (row: GridRow) => {
      if (key === ' name') return rowName(row.key)
      return key === ' whole' ? row.whole?.value : row.cells.get(key)?.estimate.value
    }
    return sortedRows(rows, valueIn, { descending, compare })
  }, [rows, rowName, sorting, compare])
  const sort = useCallback(
    (key: string) => setSorting((now) => ({ key, descending: now.key === key && !now.descending })),
    [],
  )
  return { shown, sorting, sort }
}

/** A table of figures to be read at a glance, by mouse or by keyboard alone. */
export function HeatMap({ caption, rowsLabel, rows, rowName, columns, form, onOpen }: HeatMapProps) {
  const say = useWords(heatMapWords)
  const { shown, sorting, sort } = useSortedGrid({ rows, rowName })
  const [place, setPlace] = useState<CellPlace | null>(null)
  const look = (event: SyntheticEvent) => setPlace((now) => placeOf(event) ?? now)
  const open = (event: SyntheticEvent) => {
    const chosen = placeOf(event)
    if (chosen) onOpen(chosen.row, chosen.column)
  }
  return (
    <div className={styles.map}>
      <div className={styles.scroll}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells that are moved through make a grid
          role="grid"
          className={`${styles.table} tabular`}
          onKeyDown={(event) => (event.key === 'Enter' ? open(event) : moveFocus(event))}
          onFocus={look}
          onMouseOver={look}
          onClick={open}
        >
          <caption className="visually-hidden">
            {caption}. {say('keys')}
          </caption>
          <Head rowsLabel={rowsLabel} columns={columns} sorting={sorting} onSort={sort} />
          <Body rows={shown} rowName={rowName} columns={columns} form={form} />
        </table>
      </div>
      <HeatReadout place={place} rows={rows} rowName={rowName} columns={columns} form={form} />
    </div>
  )
}
