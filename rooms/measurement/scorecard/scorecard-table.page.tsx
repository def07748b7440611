import type { FigureForm } from '../../../foundations/format/formats.ts'
import { gapText } from '../../../foundations/format/gap-text.ts'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalText } from '../../../foundations/ui/figure/interval-text.tsx'
import { Sparkline } from '../../../foundations/ui/figure/sparkline.tsx'
import { Verdict } from '../../../foundations/ui/figure/verdict.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { PictureTable } from '../../../foundations/ui/table/picture-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { PeerStrip } from './peer-strip.page.tsx'
import type { Scorecard, ScorecardRow } from './scorecard.contract.ts'
import styles from './scorecard.module.css'
import { scorecardWords } from './scorecard.words.ts'

interface TableProps {
  readonly scorecard: Scorecard
  readonly rows: readonly ScorecardRow[]
  readonly title: string
  readonly note: string
}

const formOf = ({ unit, scale, method, valueUnit }: ScorecardRow): FigureForm => ({
  ...{ unit, scale, method },
  valueUnit: valueUnit ?? undefined,
})

function Name({ row }: { readonly row: ScorecardRow }) {
  const say = useWords(scorecardWords)
  const { language } = useFormats()
  const { touchpoint, measure, standards } = row
  return (
    <th scope="row">
      {touchpoint ? (
        <ScreenLink to={`measurement/touchpoints/${touchpoint.key}`}>
          {textIn(touchpoint.name, language)}
        </ScreenLink>
      ) : (
        textIn(measure.name, language)
      )}
      {touchpoint ? <small>{textIn(measure.name, language)}</small> : null}
      {standards.map(({ key, name, state }) => (
        <small key={key} data-state={state}>
          {say(state, { name: textIn(name, language) })}
        </small>
      ))}
    </th>
  )
}

function Against({
  compared,
  row,
}: {
  readonly compared: ScorecardRow['before']
  readonly row: ScorecardRow
}) {
  const formats = useFormats()
  const form = formOf(row)
  if (!compared.verdict) return '⋯'
  const change = compared.change?.value
  return (
    <>
      <Verdict verdict={compared.verdict} better={row.better} />
      {change == null ? null : <small className="tabular">{formats.bare(change, form, true)}</small>}
    </>
  )
}

function Line({
  row,
  hasPeers,
  hasGaps,
}: {
  readonly row: ScorecardRow
  readonly hasPeers: boolean
  readonly hasGaps: boolean
}) {
  const say = useWords(scorecardWords)
  const formats = useFormats()
  const form = formOf(row)
  const { estimate, gap, better, trend, measure, touchpoint } = row
  const name = textIn((touchpoint ?? measure).name, formats.language)
  return (
    <tr>
      <Name row={row} />
      <td className="tabular">
        <b>{estimate.value === null ? '⋯' : formats.value(estimate.value, form)}</b>{' '}
        <IntervalText estimate={estimate} form={form} />
        <small>{say('n', { n: formats.number(estimate.n) })}</small>
      </td>
      {hasGaps ? <td>{gapText({ gap, form, better, formats })}</td> : null}
      <td>
        <Sparkline points={trend.map(({ month, estimate: point }) => ({ label: month, estimate: point }))} />
      </td>
      <td>
        <Against compared={row.before} row={row} />
      </td>
      <td>
        <Against compared={row.yearBefore} row={row} />
      </td>
      {hasPeers ? (
        <td className={styles.peers}>
          <PeerStrip row={row} name={name} form={form} />
        </td>
      ) : null}
    </tr>
  )
}

/** Figures one below the other, each beside its promise, its past and its peers. */
export function ScorecardTable({ scorecard: { before, yearBefore, peers }, rows, title, note }: TableProps) {
  const say = useWords(scorecardWords)
  const formats = useFormats()
  const { language } = formats
  const hasPeers = peers.length > 0
  const hasGaps = rows.some(({ gap }) => gap !== null)
  const heads = [
    say('figure'),
    say('now'),
    ...(hasGaps ? [say('gap')] : []),
    say('trend'),
    say('since', { period: periodName(before, formats) }),
    say('since', { period: periodName(yearBefore, formats) }),
    ...(hasPeers ? [say('standing')] : []),
  ]
  return (
    <ChartCard
      title={title}
      note={note}
      span={12}
      drawn={false}
      fileName="scorecard"
      table={{
        columns: [say('figure'), say('now'), 'n', say('gap')],
        rows: rows.map(({ measure, touchpoint, estimate, gap }) => [
          [touchpoint, measure].flatMap((one) => (one ? [textIn(one.name, language)] : [])).join(' · '),
          ...[estimate.value, estimate.n, gap?.value ?? null],
        ]),
      }}
    >
      <PictureTable label={title} heads={heads} minWidth={880} className={styles.rows}>
        {rows.map((row) => (
          <Line
            key={`${row.measure.key} ${row.touchpoint?.key ?? ''}`}
            row={row}
            hasPeers={hasPeers}
            hasGaps={hasGaps}
          />
        ))}
      </PictureTable>
    </ChartCard>
  )
}
