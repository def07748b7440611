import { axisDomain } from '../../../foundations/format/axis-domain.ts'
import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { gapState } from '../../../foundations/format/gap-state.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { GapLine } from '../../../foundations/ui/figure/gap-line.tsx'
import { IntervalText } from '../../../foundations/ui/figure/interval-text.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Standard } from '../../strategy/contract.ts'
import { StandardState, type StandardStateName } from './standard-state.page.tsx'
import styles from './standards-panel.module.css'
import { touchpointPageWords } from './touchpoint.words.ts'
import type { MeasureHere, TouchpointData } from './use-touchpoint.page.ts'

interface StandardLine {
  readonly standard: Standard
  readonly measure: MeasureHere | undefined
  readonly estimate: EstimateView | undefined
  readonly state: StandardStateName
}

function standardLines({ key, standards, measures, whole }: TouchpointData): readonly StandardLine[] {
  const here = (standards.data?.standards ?? []).filter((one) => one.touchpoint === key)
  return here.map((standard) => {
    const figure = whole.data?.figures.find((one) => one.measure === standard.measure)
    return {
      standard,
      measure: measures.data?.measures.find((one) => one.key === standard.measure),
      estimate: figure?.estimate,
      state: figure?.standards.find((one) => one.key === standard.key)?.state ?? 'unmeasured',
    }
  })
}

function useTitle(lines: readonly StandardLine[]): string {
  const say = useWords(touchpointPageWords)
  const { list } = useFormats()
  const counts = [
    ['missed', 'missedCount'],
    ['at-risk', 'riskCount'],
    ['met', 'metCount'],
    ['unmeasured', 'unmeasuredCount'],
  ] as const
  const told = counts.flatMap(([state, word]) => {
    const count = lines.filter((line) => line.state === state).length
    return count > 0 ? [say(word, { count })] : []
  })
  return say('standardsTitle', { told: list(told) })
}

/** The distance to the threshold as a gap, so that the same line draws it. */
function distance({ estimate, standard }: StandardLine): EstimateView | null {
  if (!estimate || estimate.value === null) return null
  const less = (value: number | null) => (value === null ? null : value - standard.threshold)
  return { ...estimate, value: less(estimate.value), low: less(estimate.low), high: less(estimate.high) }
}

function Line({ line }: { readonly line: StandardLine }) {
  const { measure, estimate, standard } = line
  if (!measure || !estimate || estimate.value === null) return <span className={styles.hatch} />
  const values = [standard.threshold, estimate.value, estimate.low, estimate.high]
  const domain = axisDomain(
    values.filter((value) => value !== null),
    measure,
  )
  return (
    <GapLine
      promise={standard.threshold}
      estimate={estimate}
      gap={gapState(distance(line), measure.better) === 'short' ? distance(line) : null}
      form={measure}
      better={measure.better}
      domain={domain}
    />
  )
}

function useColumns(): TableColumn<StandardLine>[] {
  const say = useWords(touchpointPageWords)
  const formats = useFormats()
  const language = useLanguage()
  return [
    {
      key: 'standard',
      label: say('standard'),
      cell: ({ standard, measure }) => (
        <>
          {textIn(standard.name, language)}
          <small className={styles.small}>
            {measure ? textIn(measure.name, language) : standard.measure}
          </small>
        </>
      ),
    },
    {
      key: 'lived',
      label: say('lived'),
      numeric: true,
      cell: ({ measure, estimate }) =>
        measure && estimate?.value != null ? (
          <>
            <b className={styles.value}>{formats.value(estimate.value, measure)}</b>{' '}
            <IntervalText estimate={estimate} form={measure} />
            <small className={styles.small}>n {formats.number(estimate.n)}</small>
          </>
        ) : (
          '⋯'
        ),
    },
    { key: 'line', label: '', width: 160, cell: (line) => <Line line={line} /> },
    {
      key: 'threshold',
      label: say('threshold'),
      numeric: true,
      cell: ({ standard, measure }) =>
        measure
          ? formats.value(standard.threshold, measure)
          : formats.number(standard.threshold, { digits: 1 }),
    },
    { key: 'state', label: say('state'), width: 112, cell: ({ state }) => <StandardState state={state} /> },
  ]
}

/** The norms of this touchpoint: the state is the side of the threshold on which the interval lies. */
export function StandardsPanel({ data }: { readonly data: TouchpointData }) {
  const say = useWords(touchpointPageWords)
  const lines = standardLines(data)
  const title = useTitle(lines)
  const columns = useColumns()
  return (
    <Card title={data.whole.isPending || lines.length === 0 ? say('standards') : title} span={7}>
      {data.whole.isPending ? (
        <Loading height={120} />
      ) : lines.length === 0 ? (
        <p className={styles.none}>{say('noStandard')}</p>
      ) : (
        <DataTable
          caption={say('standards')}
          columns={columns}
          rows={lines}
          rowKey={({ standard }) => standard.key}
        />
      )}
    </Card>
  )
}
