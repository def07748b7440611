import { UnstyledButton } from '@mantine/core'
import type { FigureForm, Formats } from '../../../foundations/format/formats.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { DataTable, type TableColumn } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './changed-series.module.css'
import type { Change, ChangedSeries } from './changes.contract.ts'
import { changesWords } from './changes.words.ts'
import { useForms } from './use-changes.page.ts'

/** Tells one series from another. */
export const seriesKey = ({ measure, group }: ChangedSeries) => `${measure.key}:${group ?? ''}`

interface ChangeLine {
  readonly series: ChangedSeries
  readonly change: Change
}

interface ChangedSeriesProps {
  readonly series: readonly ChangedSeries[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

/** Name of the group a series belongs to, or that it is the whole. */
export function useSeriesName() {
  const say = useWords(changesWords)
  const { language } = useFormats()
  return ({ name }: ChangedSeries) => (name === null ? say('whole') : textIn(name, language))
}

function sinceText({ month, earliest, latest }: Change, formats: Formats): string {
  const of = (name: string) => formats.month(`${name}-01`)
  return earliest === latest ? of(month) : `${of(month)} [${of(earliest)} – ${of(latest)}]`
}

function useColumns({ chosen, onChoose }: Omit<ChangedSeriesProps, 'series'>): TableColumn<ChangeLine>[] {
  const say = useWords(changesWords)
  const formats = useFormats()
  const nameOf = useSeriesName()
  const formOf = useForms()
  return [
    {
      key: 'series',
      label: say('series'),
      cell: ({ series }) => (
        <UnstyledButton
          className={styles.name}
          aria-pressed={seriesKey(series) === chosen}
          aria-label={say('show', {
            name: `${nameOf(series)}, ${textIn(series.measure.name, formats.language)}`,
          })}
          onClick={() => onChoose(seriesKey(series))}
        >
          {nameOf(series)}
        </UnstyledButton>
      ),
      sortBy: ({ series }) => nameOf(series),
    },
    {
      key: 'measure',
      label: say('measure'),
      cell: ({ series }) => textIn(series.measure.name, formats.language),
      sortBy: ({ series }) => textIn(series.measure.name, formats.language),
    },
    {
      key: 'before',
      label: say('before'),
      numeric: true,
      cell: ({ series, change }) => formats.value(change.before, formOf(series)),
    },
    {
      key: 'after',
      label: say('after'),
      numeric: true,
      cell: ({ series, change }) => <b>{formats.value(change.after, formOf(series))}</b>,
    },
    {
      key: 'shift',
      label: say('shift'),
      numeric: true,
      cell: ({ series, change }) => <Shift change={change} form={formOf(series)} />,
    },
    {
      key: 'since',
      label: say('since'),
      cell: ({ change }) => sinceText(change, formats),
      sortBy: ({ change }) => change.month,
    },
    {
      key: 'p',
      label: say('p'),
      numeric: true,
      cell: ({ change }) =>
        `${change.p < 0.001 ? '< ' : ''}${formats.number(Math.max(change.p, 0.001), { digits: 3 })}`,
      sortBy: ({ change }) => change.p,
    },
  ]
}

interface ShiftProps extends Pick<ChangeLine, 'change'> {
  readonly form: FigureForm
}

function Shift({ change: { shift, isWorse }, form }: ShiftProps) {
  const say = useWords(changesWords)
  const formats = useFormats()
  const { value, low, high } = shift
  return (
    <span className={styles.shift} data-worse={isWorse}>
      {isWorse ? '▼' : '▲'} {formats.bare(value ?? 0, form, true)}{' '}
      {low === null || high === null ? null : <small>{formats.interval({ low, high }, form, true)}</small>}
      <span className="visually-hidden"> {say(isWorse ? 'worse' : 'better')}</span>
    </span>
  )
}

/** Every change of level, for the worse first. */
export function ChangedSeriesTable({ series, ...choice }: ChangedSeriesProps) {
  const say = useWords(changesWords)
  const columns = useColumns(choice)
  const lines = series.flatMap((one) => one.changes.map((change) => ({ series: one, change })))
  return (
    <Card title={say('changed')} note={say('changedNote')}>
      <DataTable
        caption={say('changed')}
        columns={columns}
        rows={lines}
        rowKey={(line) => `${seriesKey(line.series)}:${line.change.month}`}
        maxHeight={420}
      />
    </Card>
  )
}
