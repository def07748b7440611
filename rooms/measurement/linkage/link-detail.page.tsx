import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalBar } from '../../../foundations/ui/chart/interval-bar.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Indicator, Link, Linkage } from './linkage.contract.ts'
import styles from './linkage.module.css'
import { linkageWords } from './linkage.words.ts'

interface DetailProps {
  readonly link: Link
  readonly x: Indicator
  readonly y: Indicator
}

/** The correlation at every delay, with its limits. */
function Lags({ link, x, y }: DetailProps) {
  const say = useWords(linkageWords)
  const formats = useFormats()
  const write = (value: number) => formats.number(value, { digits: 2, signed: true })
  const ends = {
    low: Math.min(0, ...link.lags.map(({ low }) => low)),
    high: Math.max(0, ...link.lags.map(({ high }) => high)),
  }
  const names = { x: textIn(x.name, formats.language), y: textIn(y.name, formats.language) }
  return (
    <ChartCard
      title={say('lagTitle')}
      note={say('lagNote', names)}
      span={6}
      drawn={false}
      fileName={`linkage-${link.x}-${link.y}`}
      table={{
        columns: [say('delay'), say('r'), say('p')],
        rows: link.lags.map(({ lag, r, low }) => [lag, r, low]),
      }}
    >
      <table className={`${styles.lags} tabular`}>
        <tbody>
          {link.lags.map(({ lag, r, low, high }) => (
            <tr key={lag} data-best={lag === link.lag || undefined}>
              <th scope="row">{formats.number(lag)}</th>
              <td className={styles.bar}>
                <IntervalBar
                  estimate={{ value: r, low, high, n: link.r.n }}
                  {...ends}
                  color={x.side === 'employees' ? 'people' : 'lived'}
                  filled
                  faint={low <= 0 && high >= 0}
                  label={say('barLabel', {
                    lag: formats.number(lag),
                    value: `${write(r)} ${formats.between(write(low), write(high))}`,
                  })}
                />
              </td>
              <td>
                <b>{write(r)}</b>
                <small>{formats.between(write(low), write(high))}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartCard>
  )
}

const cloud = { width: 520, height: 236, left: 10, top: 26, bottom: 22 } as const

/** Means of y in equal parts of x, as dots whose spread the slope runs through. */
function Cloud({ link, x, y }: DetailProps) {
  const say = useWords(linkageWords)
  const { language } = useFormats()
  const { points } = link
  const [xs, ys] = [points.map((one) => one.x), points.map((one) => one.y)]
  const place = (values: readonly number[], size: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return (value: number) => ((value - low) / (high - low || 1)) * size
  }
  const [atX, atY] = [
    place(xs, cloud.width - cloud.left - 20),
    place(ys, cloud.height - cloud.bottom - cloud.top - 10),
  ]
  const names = { x: textIn(x.name, language), y: textIn(y.name, language) }
  return (
    <ChartCard
      title={say('cloudTitle')}
      note={say('cloudNote')}
      span={6}
      fileName={`linkage-${link.x}-${link.y}-points`}
      table={{ columns: [names.x, names.y, say('n')], rows: points.map((one) => [one.x, one.y, one.n]) }}
    >
      <svg
        viewBox={`0 0 ${cloud.width} ${cloud.height}`}
        role="img"
        aria-label={say('cloudLabel', { ...names, count: points.length })}
        className={styles.cloud}
      >
        <line
          x1={cloud.left}
          x2={cloud.width}
          y1={cloud.height - cloud.bottom}
          y2={cloud.height - cloud.bottom}
          stroke="var(--rule)"
        />
        <line x1={cloud.left} x2={cloud.left} y1={0} y2={cloud.height - cloud.bottom} stroke="var(--rule)" />
        {points.map((one) => (
          <circle
            key={`${one.x} ${one.y}`}
            cx={cloud.left + 10 + atX(one.x)}
            cy={cloud.height - cloud.bottom - 10 - atY(one.y)}
            r={4.5}
            fill={x.side === 'employees' ? 'var(--people)' : 'var(--lived)'}
            opacity={0.8}
          />
        ))}
        <text x={cloud.width} y={cloud.height - 5} textAnchor="end" fill="var(--muted)" fontSize={12}>
          {names.x} →
        </text>
        <text x={cloud.left + 8} y={12} fill="var(--muted)" fontSize={12}>
          ↑ {names.y}
        </text>
      </svg>
    </ChartCard>
  )
}

/** One link from near: at every delay, and as a cloud. */
export function LinkDetail({ link, linkage }: { readonly link: Link; readonly linkage: Linkage }) {
  const of = (key: string) => linkage.indicators.find((one) => one.key === key)!
  const [x, y] = [of(link.x), of(link.y)]
  return (
    <>
      <Lags link={link} x={x} y={y} />
      {link.points.length > 0 ? <Cloud link={link} x={x} y={y} /> : null}
    </>
  )
}
