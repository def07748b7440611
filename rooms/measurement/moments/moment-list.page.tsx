import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalBar } from '../../../foundations/ui/chart/interval-bar.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { PictureTable } from '../../../foundations/ui/table/picture-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Moment, Moments } from './moments.contract.ts'
import styles from './moments.module.css'
import { momentsWords } from './moments.words.ts'

/** A fermata: thin where the designers declared the moment, bold where it was detected. */
function Fermata({ bold }: { readonly bold: boolean }) {
  return (
    <svg className={styles.fermata} width={22} height={14} aria-hidden="true">
      <path d="M2 13 A9 10 0 0 1 20 13" fill="none" stroke="var(--ink)" strokeWidth={bold ? 2.6 : 1.1} />
      <circle cx={11} cy={10.5} r={bold ? 2.3 : 1.5} fill="var(--ink)" />
    </svg>
  )
}

function Verdict({ moment: { declared, detected } }: { readonly moment: Moment }) {
  const say = useWords(momentsWords)
  if (!declared && !detected) return null
  return (
    <>
      <Fermata bold={detected} />
      {say(declared && detected ? 'both' : declared ? 'declared' : 'detected')}
    </>
  )
}

type Ends = Pick<Moment['penalty'], 'value' | 'low' | 'high'>

interface LineProps {
  readonly moment: Moment
  readonly ends: { readonly low: number; readonly high: number }
}

function Line({ moment, ends }: LineProps) {
  const say = useWords(momentsWords)
  const formats = useFormats()
  const name = textIn(moment.name, formats.language)
  const write = (value: number | null) =>
    value === null ? '⋯' : formats.number(value, { digits: 2, signed: true })
  const told = ({ value, low, high }: Ends) => `${write(value)} ${formats.between(write(low), write(high))}`
  const bar = (estimate: Moment['penalty'], color: 'lived' | 'promise', part: string) => (
    <IntervalBar
      {...{ estimate, ...ends, color }}
      filled
      faint={moment.isThin || ((estimate.low ?? 0) <= 0 && (estimate.high ?? 0) >= 0)}
      label={say('barLabel', { name: `${name}, ${part}`, value: told(estimate) })}
    />
  )
  return (
    <tr>
      <th scope="row">
        <ScreenLink to={`measurement/touchpoints/${moment.touchpoint}`}>{name}</ScreenLink>
        <small>{say('marks', { low: formats.number(moment.low), top: formats.number(moment.top) })}</small>
      </th>
      <td className={styles.bar}>
        {bar(moment.penalty, 'lived', say('penalty'))}
        {bar(moment.reward, 'promise', say('reward'))}
      </td>
      {([moment.penalty, moment.reward] as const).map((one, at) => (
        <td key={at === 0 ? 'penalty' : 'reward'} className="tabular">
          <b>{write(one.value)}</b>
          <small>{formats.between(write(one.low), write(one.high))}</small>
        </td>
      ))}
      <td>{moment.isThin ? say('thin') : moment.character ? say(moment.character) : '⋯'}</td>
      <td>
        <Verdict moment={moment} />
      </td>
    </tr>
  )
}

/** Touchpoints one below the other, what decides most first: what a low mark costs, what a top mark brings. */
export function MomentList({ moments: { moments, measure } }: { readonly moments: Moments }) {
  const say = useWords(momentsWords)
  const { language } = useFormats()
  const all = moments.flatMap(({ penalty, reward }) => [penalty.low, penalty.high, reward.low, reward.high])
  const known = all.filter((value) => value !== null)
  const ends = { low: Math.min(0, ...known), high: Math.max(0, ...known) }
  const heads = [say('touchpoint'), say('penalty'), say('reward'), say('character'), say('moment')]
  return (
    <ChartCard
      title={say('title')}
      note={say('titleNote')}
      span={12}
      drawn={false}
      fileName={`moments-${measure.key}`}
      table={{
        columns: [...heads.slice(0, 3), 'n'],
        rows: moments.map(({ name, penalty, reward }) => [
          textIn(name, language),
          penalty.value,
          reward.value,
          penalty.n,
        ]),
      }}
    >
      <PictureTable
        label={say('title')}
        heads={[
          heads[0]!,
          { label: <span className="visually-hidden">{say('titleNote')}</span> },
          ...heads.slice(1),
        ]}
        minWidth={620}
      >
        {moments.map((moment) => (
          <Line key={`${moment.kind}/${moment.touchpoint}`} moment={moment} ends={ends} />
        ))}
      </PictureTable>
    </ChartCard>
  )
}
