import type { ReactNode } from 'react'
import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalBar } from '../../../foundations/ui/chart/interval-bar.tsx'
import { PictureTable } from '../../../foundations/ui/table/picture-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { CarryOver } from './carry-over.contract.ts'
import styles from './carry-over.module.css'
import { carryOverWords } from './carry-over.words.ts'

interface Shown {
  readonly carryOver: CarryOver
}

interface TableLine {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly figures: readonly EstimateView[]
  readonly isTold: boolean
}

interface TableProps {
  readonly title: string
  readonly note: string
  readonly span: 6 | 12
  readonly fileName: string
  readonly heads: readonly string[]
  readonly lines: readonly TableLine[]
  /** Figures of one column are drawn on one line, and written alike. */
  readonly write: readonly ((value: number) => string)[]
}

/** Lines told from chance stand first; more of the others than this would say nothing. */
const mostFaint = 6

function CarryTable({ title, note, span, fileName, heads, lines, write }: TableProps) {
  const shown = [
    ...lines.filter(({ isTold }) => isTold),
    ...lines.filter(({ isTold }) => !isTold).slice(0, mostFaint),
  ]
  const ends = write.map((_, at) => {
    const known = shown.flatMap(({ figures }) => [figures[at]!.low, figures[at]!.high, figures[at]!.value])
    const numbers = known.filter((value) => value !== null)
    return { low: Math.min(0, ...numbers), high: Math.max(0, ...numbers) }
  })
  return (
    <ChartCard
      title={title}
      note={note}
      span={span}
      drawn={false}
      fileName={fileName}
      table={{
        columns: [...heads, 'n'],
        rows: lines.map(({ name, figures }) => [name, ...figures.map(({ value }) => value), figures[0]!.n]),
      }}
    >
      <PictureTable label={title} heads={heads} minWidth={420} className={styles.carried}>
        {shown.map(({ key, name, note: below, figures, isTold }) => (
          <tr key={key} data-faint={isTold ? undefined : true}>
            <th scope="row">
              {name}
              <small>{below}</small>
            </th>
            {figures.map((one, at) => (
              <Cell key={heads[at + 1]} {...{ one, isTold, name, ...ends[at]! }} write={write[at]!} />
            ))}
          </tr>
        ))}
      </PictureTable>
    </ChartCard>
  )
}

interface CellProps {
  readonly one: EstimateView
  readonly isTold: boolean
  readonly name: string
  readonly low: number
  readonly high: number
  readonly write: (value: number) => string
}

function Cell({ one, isTold, name, low, high, write }: CellProps): ReactNode {
  const formats = useFormats()
  const text = (value: number | null) => (value === null ? '⋯' : write(value))
  const told = `${text(one.value)} ${formats.between(text(one.low), text(one.high))}`
  return (
    <td className={styles.bar}>
      <IntervalBar estimate={one} low={low} high={high} filled faint={!isTold} label={`${name}: ${told}`} />
      <span className="tabular">{told}</span>
    </td>
  )
}

/** What incidents cost here and later. */
export function IncidentTable({ carryOver: { incidents } }: Shown) {
  const say = useWords(carryOverWords)
  const formats = useFormats()
  const marks = (value: number) => formats.number(value, { digits: 2, signed: true })
  const name = (text: CarryOver['measure']['name']) => textIn(text, formats.language)
  const lines = incidents.flatMap(({ measure, at, later }) =>
    later.map(({ at: next, n, struck, here, there, share, isTold }) => ({
      key: `${measure.key} ${at.key} ${next.key}`,
      name: `${name(measure.name)} → ${name(next.name)}`,
      note: say('struckAt', { at: name(at.name), struck: formats.number(struck), n: formats.number(n) }),
      figures: [here, there, share],
      isTold,
    })),
  )
  return (
    <CarryTable
      title={say('incidentsTitle')}
      note={say('incidentsNote')}
      span={12}
      fileName="carry-over-incidents"
      heads={[say('incident'), say('here'), say('there'), say('share')]}
      lines={lines}
      write={[marks, marks, (value) => formats.percent(value)]}
    />
  )
}

/** Marks that go together beyond the leaning of people. */
export function LinkTable({ carryOver: { links } }: Shown) {
  const say = useWords(carryOverWords)
  const formats = useFormats()
  const name = (text: CarryOver['measure']['name']) => textIn(text, formats.language)
  return (
    <CarryTable
      title={say('linksTitle')}
      note={say('linksNote')}
      span={6}
      fileName="carry-over-marks"
      heads={[say('path'), say('slope')]}
      lines={links.map(({ from, to, n, slope, isTold }) => ({
        key: `${from.key} ${to.key}`,
        name: `${name(from.name)} → ${name(to.name)}`,
        note: say('answers', { n: formats.number(n) }),
        figures: [slope],
        isTold,
      }))}
      write={[(value) => formats.number(value, { digits: 2, signed: true })]}
    />
  )
}

/** What scores gain or lose with a change of channel. */
export function SwitchTable({ carryOver: { switches } }: Shown) {
  const say = useWords(carryOverWords)
  const formats = useFormats()
  return (
    <CarryTable
      title={say('switchesTitle')}
      note={say('switchesNote')}
      span={6}
      fileName="carry-over-channels"
      heads={[say('path'), say('effect')]}
      lines={switches.map(({ from, to, measure, n, effect, isTold }) => ({
        key: `${from} ${to} ${measure.key}`,
        name: `${from} → ${to}`,
        note: say('on', { measure: textIn(measure.name, formats.language), n: formats.number(n) }),
        figures: [effect],
        isTold,
      }))}
      write={[(value) => formats.number(value, { digits: 2, signed: true })]}
    />
  )
}
