import { memo } from 'react'
import type { EstimateView } from '../../format/estimate-view.ts'
import type { FigureForm } from '../../format/formats.ts'
import { useFormats } from '../words/use-formats.ts'
import styles from './heat-map.module.css'
import type { GridCell } from './heat-map-grid.ts'

interface HeatCellProps {
  readonly row: string
  readonly column: string
  readonly cell: GridCell | EstimateView | null
  readonly form: FigureForm
  /** The one cell that the Tab key reaches. */
  readonly first?: boolean
}

const signs = { short: '▼', ahead: '▲', level: '', thin: '' } as const

/** One figure of the map: its value, a mark where it lies clear of its reference, and n. */
export const HeatCell = memo(function HeatCell({ row, column, cell, form, first }: HeatCellProps) {
  const formats = useFormats()
  const judged = cell && 'tone' in cell ? cell : null
  const estimate = judged ? judged.estimate : (cell as EstimateView | null)
  const tone = judged?.tone ?? (estimate?.value === null ? 'thin' : 'level')
  const hidden = estimate?.why === 'group-too-small'
  return (
    <td
      data-row={row}
      data-column={column}
      data-tone={tone}
      data-depth={judged?.depth || undefined}
      data-whole={column === '' || undefined}
      tabIndex={first ? 0 : -1}
      className={styles.cell}
    >
      {estimate ? (
        <>
          <span className={styles.value}>
            {estimate.value === null ? '⋯' : formats.bare(estimate.value, form)}
            <span className={styles.sign}>{signs[tone]}</span>
          </span>
          <span className={styles.n}>{hidden ? '\u00a0' : formats.number(estimate.n)}</span>
        </>
      ) : (
        <span className={styles.none}>·</span>
      )}
    </td>
  )
})
