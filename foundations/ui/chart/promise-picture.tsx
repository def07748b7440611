import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { axisDomain } from '../../format/axis-domain.ts'
import type { FigureForm } from '../../format/formats.ts'
import type { Better } from '../../format/gap-state.ts'
import { gapText } from '../../format/gap-text.ts'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import { chartWords } from './chart.words.ts'
import { PromiseList } from './promise-list.tsx'
import type { PromiseRow } from './promise-row.ts'
import { PromiseScore, scoreHeight } from './promise-score.tsx'

const columnNeeds = 76

interface PromisePictureProps {
  readonly rows: readonly PromiseRow[]
  readonly form: FigureForm
  readonly better: Better
  readonly nameOf?: (row: PromiseRow) => ReactNode
}

function useLabel({ rows, form, better }: PromisePictureProps): string {
  const say = useWords(chartWords)
  const formats = useFormats()
  const told = rows.map((row) => `${row.name}, ${gapText({ gap: row.gap, form, better, formats })}`)
  return say('pictureLabel', { count: rows.length, told: told.join(' ; ') })
}

/** What is promised beside what is lived: as a score where it fits, as a list where it does not. */
export function PromisePicture(props: PromisePictureProps) {
  const { rows, form, better, nameOf } = props
  const { ref, width } = useElementSize()
  const label = useLabel(props)
  const values = rows.flatMap(({ promise, estimate }) =>
    [promise, estimate.value, estimate.low, estimate.high].filter((value) => value !== null),
  )
  const domain = axisDomain(values, form)
  const fits = rows.length > 2 && width > 0 && (width - 46) / rows.length >= columnNeeds
  return (
    <div ref={ref} style={{ minHeight: width === 0 && rows.length > 2 ? scoreHeight : 120 }}>
      {width === 0 ? null : fits ? (
        <PromiseScore rows={rows} width={width} form={form} better={better} domain={domain} label={label} />
      ) : (
        <PromiseList rows={rows} form={form} better={better} domain={domain} nameOf={nameOf} />
      )}
    </div>
  )
}
