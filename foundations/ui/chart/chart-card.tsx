import { Menu, UnstyledButton } from '@mantine/core'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { Card } from '../layout/card.tsx'
import { DataTable } from '../table/data-table.tsx'
import { useWords } from '../words/use-words.ts'
import { chartWords } from './chart.words.ts'
import styles from './chart-card.module.css'
import { type ChartTable, chartCsv } from './chart-table.ts'
import { pngOf, saveFile, standaloneSvg } from './save-drawing.ts'

interface ChartCardProps {
  /** One sentence that says what the chart shows. */
  readonly title: string
  readonly note?: ReactNode
  readonly span?: 4 | 5 | 6 | 7 | 8 | 12
  /** Name of exported files, without ending. */
  readonly fileName: string
  readonly table: ChartTable
  /** Stands before the menu, e.g. a choice of measure. */
  readonly aside?: ReactNode
  /** False where the body is not a drawing, so that only numbers can be exported. */
  readonly drawn?: boolean
  readonly children: ReactNode
}

interface MenuProps extends Pick<ChartCardProps, 'title' | 'fileName' | 'table' | 'drawn'> {
  readonly body: RefObject<HTMLDivElement | null>
  readonly asTable: boolean
  readonly onToggle: () => void
}

function useExports({ body, fileName, table }: Pick<MenuProps, 'body' | 'fileName' | 'table'>) {
  const drawing = () => body.current?.querySelector('svg') ?? null
  return {
    svg: () => {
      const found = drawing()
      if (found) saveFile(`${fileName}.svg`, new Blob([standaloneSvg(found)], { type: 'image/svg+xml' }))
    },
    png: async () => {
      const found = drawing()
      const image = found ? await pngOf(found) : null
      if (image) saveFile(`${fileName}.png`, image)
    },
    csv: () => saveFile(`${fileName}.csv`, new Blob(['\ufeff', chartCsv(table)], { type: 'text/csv' })),
  }
}

function ChartMenu({ title, fileName, table, drawn, body, asTable, onToggle }: MenuProps) {
  const say = useWords(chartWords)
  const save = useExports({ body, fileName, table })
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <UnstyledButton className={`${styles.dots} no-print`} aria-label={say('export', { title })} />
      </Menu.Target>
      <Menu.Dropdown>
        {drawn && !asTable ? <Menu.Item onClick={() => void save.png()}>{say('png')}</Menu.Item> : null}
        {drawn && !asTable ? <Menu.Item onClick={save.svg}>{say('svg')}</Menu.Item> : null}
        <Menu.Item onClick={save.csv}>{say('csv')}</Menu.Item>
        {drawn ? <Menu.Divider /> : null}
        {drawn ? <Menu.Item onClick={onToggle}>{say(asTable ? 'asDrawing' : 'asTable')}</Menu.Item> : null}
      </Menu.Dropdown>
    </Menu>
  )
}

function TableOf({ table, title }: { readonly table: ChartTable; readonly title: string }) {
  return (
    <DataTable
      caption={title}
      columns={table.columns.map((label, index) => ({
        key: label,
        label,
        numeric: table.rows.some((row) => typeof row[index] === 'number'),
        cell: (row: readonly (string | number | null)[]) => row[index] ?? '⋯',
        sortBy: (row: readonly (string | number | null)[]) => row[index] ?? null,
      }))}
      rows={table.rows}
      rowKey={(row) => row.join('|')}
    />
  )
}

/** A chart in its panel: a sentence as title, exports, and the same numbers as a table. */
export function ChartCard(props: ChartCardProps) {
  const { title, note, span, fileName, table, aside, drawn = true, children } = props
  const body = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const menu = (
    <ChartMenu
      title={title}
      fileName={fileName}
      table={table}
      drawn={drawn}
      body={body}
      asTable={asTable}
      onToggle={() => setAsTable((shown) => !shown)}
    />
  )
  return (
    <Card
      title={title}
      note={note}
      span={span}
      aside={
        <span className={styles.aside}>
          {aside}
          {menu}
        </span>
      }
    >
      <div ref={body}>{asTable ? <TableOf table={table} title={title} /> : children}</div>
    </Card>
  )
}
