import type { EstimateView } from '../../format/estimate-view.ts'
import { whyText } from '../../format/why-text.ts'
import { IntervalText } from '../figure/interval-text.tsx'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import styles from './heat-map.module.css'
import { heatMapWords } from './heat-map.words.ts'
import type { CellTone } from './heat-map-grid.ts'
import type { CellPlace, HeatMapProps } from './heat-map-shape.ts'

type ReadoutProps = Pick<HeatMapProps, 'rows' | 'rowName' | 'columns' | 'form'> & {
  readonly place: CellPlace | null
}

function useCell({ place, rows }: Pick<ReadoutProps, 'place' | 'rows'>) {
  const row = rows.find((one) => one.key === place?.row)
  if (!place || !row) return null
  if (place.column === null) return { row, estimate: row.whole, tone: 'level' as CellTone }
  const cell = row.cells.get(place.column)
  return { row, estimate: cell?.estimate ?? null, tone: cell?.tone ?? ('level' as CellTone) }
}

function Numbers({
  estimate,
  form,
}: { readonly estimate: EstimateView | null } & Pick<ReadoutProps, 'form'>) {
  const formats = useFormats()
  const say = useWords(heatMapWords)
  if (!estimate) return <>{say('noFigure')}</>
  if (estimate.value === null) return <>{whyText(estimate.why, formats.language)}</>
  return (
    <>
      <b>{formats.value(estimate.value, form)}</b> <IntervalText estimate={estimate} form={form} />{' '}
      {say('n', { n: formats.number(estimate.n) })}
    </>
  )
}

/** The cell under the pointer or the focus, in full. */
export function HeatReadout({ place, rows, rowName, columns, form }: ReadoutProps) {
  const say = useWords(heatMapWords)
  const formats = useFormats()
  const cell = useCell({ place, rows })
  const column = columns.find((one) => one.key === place?.column)?.label ?? say('whole')
  return (
    <p className={styles.readout} role="status">
      {cell && place ? (
        <>
          {rowName(place.row)} · {column} — <Numbers estimate={cell.estimate} form={form} />
          {cell.row.promise === null
            ? null
            : ` · ${say('promised')} ${formats.value(cell.row.promise, form)}`}
          {cell.tone === 'short' || cell.tone === 'ahead' ? ` · ${say(cell.tone)}` : null}
        </>
      ) : (
        say('readout')
      )}
    </p>
  )
}
