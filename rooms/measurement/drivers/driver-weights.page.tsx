import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalBar } from '../../../foundations/ui/chart/interval-bar.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { PictureTable } from '../../../foundations/ui/table/picture-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Driver, Drivers } from './drivers.contract.ts'
import styles from './drivers.module.css'
import { driversWords } from './drivers.words.ts'
import { effectDigits } from './effect-digits.ts'

/** Adjusted p below which a driver is told apart from nothing. */
export const told = 0.05

/** Shares that are all below two percent are written with a digit more. */
function digitsFor({ drivers }: Drivers): number {
  return Math.max(...drivers.map(({ share }) => share.high ?? 0)) < 0.02 ? 2 : 1
}

function useWriters(drivers: Drivers) {
  const formats = useFormats()
  const say = useWords(driversWords)
  const percent = (share: number | null) =>
    share === null ? '⋯' : formats.percent(share, digitsFor(drivers))
  const moneyEffect = ({ value, low, high }: Driver['effect'], currency: string) => {
    const write = (amount: number | null) => (amount === null ? '⋯' : formats.money(amount, currency))
    return { value: write(value), range: formats.between(write(low), write(high)) }
  }
  const effectOf = ({ figureEffect, effect }: Driver, { unit, valueUnit = '' }: Drivers['measure']) => {
    const shown = figureEffect ?? effect
    if (unit === 'money') return moneyEffect(shown, valueUnit)
    const isPoints = figureEffect !== null && unit !== 'score'
    const factor = isPoints && unit === 'share' ? 100 : 1
    const digits = isPoints ? 1 : effectDigits(drivers.drivers)
    const write = (value: number | null) =>
      value === null ? '⋯' : formats.number(value * factor, { digits, signed: true })
    const range = formats.between(write(shown.low), write(shown.high))
    return { value: say(isPoints ? 'points' : 'scores', { value: write(shown.value) }), range }
  }
  return { formats, say, percent, effectOf }
}

interface LineProps {
  readonly driver: Driver
  readonly drivers: Drivers
  readonly most: number
}

function Line({ driver, drivers, most }: LineProps) {
  const { formats, say, percent, effectOf } = useWriters(drivers)
  const { ranks, share, performance, p } = driver
  const name = textIn(driver.name, formats.language)
  const effect = effectOf(driver, drivers.measure)
  const rank =
    ranks.best === ranks.worst
      ? formats.number(ranks.best)
      : say('rankBetween', { best: formats.number(ranks.best), worst: formats.number(ranks.worst) })
  return (
    <tr data-faint={p >= told || undefined}>
      <th scope="row">
        {driver.isLived ? (
          <>
            {name} <small>{say('lived')}</small>
          </>
        ) : (
          <ScreenLink to={`measurement/touchpoints/${driver.touchpoint}`}>{name}</ScreenLink>
        )}
      </th>
      <td className={styles.bar}>
        <IntervalBar
          estimate={share}
          low={0}
          high={most}
          filled
          faint={p >= told}
          label={say('barLabel', {
            name,
            share: `${percent(share.value)} ${formats.between(percent(share.low), percent(share.high))}`,
          })}
        />
      </td>
      <td className="tabular">
        <b>{percent(share.value)}</b>
        <small>
          {percent(share.low)} – {percent(share.high)}
        </small>
      </td>
      <td className="tabular">{rank}</td>
      <td className="tabular">
        <b>{effect.value}</b>
        <small>{effect.range}</small>
      </td>
      <td className="tabular">
        <b>{formats.number(performance.value ?? 0, { digits: 2 })}</b>
        <small>n = {formats.number(performance.n)}</small>
      </td>
    </tr>
  )
}

function tableOf(drivers: readonly Driver[], language: 'en' | 'fr', columns: readonly string[]) {
  return {
    columns,
    rows: drivers.map(({ name, share, effect, performance }) => [
      textIn(name, language),
      ...[share.value, share.low, share.high, effect.value, effect.low, effect.high],
      performance.value,
      performance.n,
    ]),
  }
}

/** Drivers one below the other: weight with its interval, the ranks it may have, what one mark more goes with, how it is lived. */
export function DriverWeights({ drivers }: { readonly drivers: Drivers }) {
  const { formats, say, percent } = useWriters(drivers)
  const measure = textIn(drivers.measure.name, formats.language)
  const most = Math.max(...drivers.drivers.map(({ share }) => share.high ?? share.value ?? 0))
  const ends = [say('lowEnd'), say('highEnd')]
  const heads = [
    say('touchpoint'),
    say('share'),
    ...ends,
    say('effect'),
    ...ends.map((end) => `${end} `),
    say('performance'),
    'n',
  ]
  return (
    <ChartCard
      title={say('weightTitle', { measure })}
      note={say(drivers.outcome ? 'weightNotePeople' : 'weightNote', {
        r2: percent(drivers.r2?.value ?? null),
      })}
      span={12}
      fileName={`drivers-${drivers.measure.key}`}
      drawn={false}
      table={tableOf(drivers.drivers, formats.language, heads)}
    >
      <PictureTable
        label={say('weightTitle', { measure })}
        heads={[
          say('touchpoint'),
          { label: say('share'), columns: 2 },
          say('rank'),
          say('effect'),
          say('performance'),
        ]}
        minWidth={560}
        className={styles.weights}
      >
        {drivers.drivers.map((driver) => (
          <Line key={`${driver.kind}/${driver.touchpoint}`} driver={driver} drivers={drivers} most={most} />
        ))}
      </PictureTable>
      {drivers.leftOut.length > 0 ? (
        <p className={styles.left}>
          {say('leftOut', { names: formats.list(drivers.leftOut.map(({ touchpoint }) => touchpoint)) })}
        </p>
      ) : null}
    </ChartCard>
  )
}
