import { useQuery } from '@tanstack/react-query'
import { axisDomain } from '../../../foundations/format/axis-domain.ts'
import { gapState } from '../../../foundations/format/gap-state.ts'
import { numberWord } from '../../../foundations/format/number-word.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { PromiseList } from '../../../foundations/ui/chart/promise-list.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Figures } from '../contract.ts'
import styles from './touchpoint.module.css'
import { touchpointPageWords } from './touchpoint.words.ts'
import type { MeasureHere, TouchpointData } from './use-touchpoint.page.ts'

interface BreakdownProps {
  readonly figures: Figures
  readonly by: string
  readonly measure: MeasureHere
  readonly label: string
  readonly fileName: string
  readonly nameOf: (key: string) => string
  readonly span: 4 | 12
}

function useRows({ figures, by, nameOf }: Pick<BreakdownProps, 'figures' | 'by' | 'nameOf'>) {
  return figures.figures
    .map((figure) => ({ ...figure, key: figure.group[by] ?? '', name: nameOf(figure.group[by] ?? '—') }))
    .sort((one, other) => (one.estimate.value ?? 1e9) - (other.estimate.value ?? 1e9))
}

type Row = ReturnType<typeof useRows>[number]

interface FromTheRestProps {
  readonly rows: readonly Row[]
  readonly measure: MeasureHere
  /** Comparisons that were tested together. */
  readonly comparisons: number
}

/** Which parts differ from all others, by the verdict on their comparison; and that none does, where none does. */
function FromTheRest({ rows, measure, comparisons }: FromTheRestProps) {
  const say = useWords(touchpointPageWords)
  const formats = useFormats()
  if (comparisons === 0) return null
  const told = rows.flatMap(({ name, change, verdict }) => {
    if (change?.value == null || (verdict !== 'moved-up' && verdict !== 'moved-down')) return []
    const { value, low, high } = change
    const interval = low === null || high === null ? '' : ` ${formats.interval({ low, high }, measure, true)}`
    return [`${verdict === 'moved-up' ? '▲' : '▼'} ${name} ${formats.bare(value, measure, true)}${interval}`]
  })
  const values = { count: comparisons, list: told.join(' · ') }
  return <p className={styles.rest}>{say(told.length === 0 ? 'restNone' : 'rest', values)}</p>
}

/** One part of the organisation or of its people a line, lowest first, against the same promise. */
function Breakdown({ figures, by, measure, label, fileName, nameOf, span }: BreakdownProps) {
  const say = useWords(touchpointPageWords)
  const { language } = useFormats()
  const rows = useRows({ figures, by, nameOf })
  if (rows.length === 0) return null
  const short = rows.filter((row) => gapState(row.gap, measure.better) === 'short').length
  const promised = rows.some((row) => row.promise !== null)
  const values = rows.flatMap(({ promise, estimate }) => [
    promise,
    estimate.value,
    estimate.low,
    estimate.high,
  ])
  const name = textIn(measure.name, language)
  return (
    <ChartCard
      title={
        by === 'unit' && short > 0
          ? say('breakdownShort', {
              count: short,
              number: numberWord(short, language),
              total: numberWord(rows.length, language).toLowerCase(),
            })
          : label
      }
      note={say(promised ? 'breakdownNote' : 'breakdownPlain', { measure: name })}
      span={span}
      fileName={fileName}
      drawn={false}
      table={{
        columns: [label, say('value'), say('low'), say('high'), 'n', say('promised')],
        rows: rows.map(({ name: text, estimate: { value, low, high, n }, promise }) => [
          text,
          value,
          low,
          high,
          n,
          promise,
        ]),
      }}
    >
      <PromiseList
        rows={rows}
        form={measure}
        better={measure.better}
        domain={axisDomain(
          values.filter((value) => value !== null),
          measure,
        )}
      />
      <FromTheRest rows={rows} measure={measure} comparisons={figures.comparisons} />
    </ChartCard>
  )
}

function UnitBreakdown({ data, measure }: { readonly data: TouchpointData; readonly measure: MeasureHere }) {
  const say = useWords(touchpointPageWords)
  const { language } = useFormats()
  const nameOf = (key: string) => {
    const unit = data.units.data?.units.find((one) => one.key === key)
    return unit ? textIn(unit.name, language) : key
  }
  return (
    <QueryState query={data.byUnit} height={260}>
      {(figures) => (
        <Breakdown
          figures={figures}
          by="unit"
          measure={measure}
          label={say('byUnit')}
          fileName={`${data.key}-units`}
          nameOf={nameOf}
          span={12}
        />
      )}
    </QueryState>
  )
}

interface SegmentBreakdownProps {
  readonly data: TouchpointData
  readonly measure: MeasureHere
  readonly segment: string
}

function SegmentBreakdown({ data, measure, segment }: SegmentBreakdownProps) {
  const say = useWords(touchpointPageWords)
  const figures = useQuery(data.readSegment(segment))
  return (
    <QueryState query={figures} height={160}>
      {(read) => (
        <Breakdown
          figures={read}
          by={`segment:${segment}`}
          measure={measure}
          label={say('bySegment', { segment })}
          fileName={`${data.key}-${segment}`}
          nameOf={(key) => key}
          span={4}
        />
      )}
    </QueryState>
  )
}

const segmentsShown = 6

/** Where and for whom it is better or worse: by unit, then by each of the first segments. */
export function BreakdownPanels({ data }: { readonly data: TouchpointData }) {
  const { measure, segments } = data
  if (!measure) return null
  return (
    <>
      <UnitBreakdown data={data} measure={measure} />
      {(segments.data?.segments ?? []).slice(0, segmentsShown).map(({ name }) => (
        <SegmentBreakdown key={name} data={data} measure={measure} segment={name} />
      ))}
    </>
  )
}
