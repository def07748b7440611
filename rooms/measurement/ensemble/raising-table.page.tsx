import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalBar } from '../../../foundations/ui/chart/interval-bar.tsx'
import { PictureTable } from '../../../foundations/ui/table/picture-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Raising } from './ensemble.contract.ts'
import styles from './ensemble.module.css'
import { ensembleWords } from './ensemble.words.ts'

interface LineProps {
  readonly name: string
  readonly note?: string
  readonly figures: readonly (EstimateView | null)[]
  readonly ends: { readonly low: number; readonly high: number }
  readonly strong?: boolean
  readonly unit: Raising['unit']
}

function Line({ name, note, figures, ends, strong, unit }: LineProps) {
  const say = useWords(ensembleWords)
  const formats = useFormats()
  const times = unit === 'share' ? 100 : 1
  const write = (value: number | null) =>
    value === null ? '⋯' : formats.number(value * times, { digits: unit === 'score' ? 2 : 1, signed: true })
  const told = ({ value, low, high }: EstimateView) =>
    `${write(value)} ${formats.between(write(low), write(high))}`
  return (
    <tr data-strong={strong || undefined}>
      <th scope="row">
        {name}
        {note ? <small>{note}</small> : null}
      </th>
      {figures.map((one, at) =>
        one === null ? (
          <td key={at === 0 ? 'repaired' : 'polished'} />
        ) : (
          <td key={at === 0 ? 'repaired' : 'polished'} className={styles.bar}>
            <IntervalBar
              estimate={one}
              {...ends}
              filled
              color={at === 0 ? 'lived' : 'promise'}
              faint={(one.low ?? 0) <= 0 && (one.high ?? 0) >= 0}
              label={say('levelLabel', { name, value: told(one) })}
            />
            <span className="tabular">{told(one)}</span>
          </td>
        ),
      )}
    </tr>
  )
}

/** What it brings to make low marks good, and to bring good ones to the top, touchpoint by touchpoint. */
export function RaisingTable({ raising }: { readonly raising: Raising }) {
  const say = useWords(ensembleWords)
  const formats = useFormats()
  const { touchpoints, together, outcome, unit } = raising
  const name = (text: Raising['outcome']['name']) => textIn(text, formats.language)
  const figures = [
    ...touchpoints.flatMap(({ repaired, polished }) => [repaired, polished]),
    ...(together ? [together.weakest, together.best] : []),
  ]
  const write = (value: number | null) =>
    value === null
      ? '⋯'
      : formats.number(value * (unit === 'share' ? 100 : 1), {
          digits: unit === 'score' ? 2 : 1,
          signed: true,
        })
  const each = ({ value, low, high }: EstimateView) =>
    say('each', { value: `${write(value)} ${formats.between(write(low), write(high))}` })
  const known = figures.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null)
  const ends = { low: Math.min(0, ...known), high: Math.max(0, ...known) }
  return (
    <ChartCard
      title={say('raisingTitle')}
      note={say('raisingNote', { outcome: name(outcome.name) })}
      span={12}
      drawn={false}
      fileName="ensemble-raising"
      table={{
        columns: [say('touchpoint'), say('repaired'), say('polished'), 'n'],
        rows: touchpoints.map((one) => [
          name(one.name),
          one.repaired.value,
          one.polished.value,
          one.repaired.n,
        ]),
      }}
    >
      <PictureTable
        label={say('raisingTitle')}
        heads={[say('touchpoint'), say('repaired'), say('polished')]}
        minWidth={620}
        className={styles.raising}
      >
        {touchpoints.map((one) => (
          <Line
            key={one.touchpoint}
            name={name(one.name)}
            note={`${say('lowShare')} ${formats.percent(one.low)}`}
            figures={[one.repaired, one.polished]}
            {...{ ends, unit }}
          />
        ))}
        {together ? (
          <>
            <Line
              name={say('weakestAll')}
              note={each(together.weakestEach)}
              figures={[together.weakest, null]}
              strong
              {...{ ends, unit }}
            />
            <Line
              name={say('bestOne')}
              note={each(together.bestEach)}
              figures={[null, together.best]}
              strong
              {...{ ends, unit }}
            />
          </>
        ) : null}
      </PictureTable>
    </ChartCard>
  )
}
