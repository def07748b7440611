import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { wholeMonths } from '../purchases/months.ts'
import type { WinBack } from './win-back.contract.ts'
import styles from './win-back.module.css'
import { winBackWords } from './win-back.words.ts'

/** What becomes of silent customers, as one bar: back alone, to be won, gone. */
export function SilentSplitCard({ winBack }: { readonly winBack: WinBack }) {
  const say = useWords(winBackWords)
  const formats = useFormats()
  const { split, silent, silentDays } = winBack
  if (!split) return null
  const { alone, won, gone } = split
  const parts =
    won && gone
      ? [
          { part: 'alone' as const, estimate: alone },
          { part: 'won' as const, estimate: won },
          { part: 'gone' as const, estimate: gone },
        ]
      : [
          { part: 'alone' as const, estimate: alone },
          {
            part: 'rest' as const,
            estimate: { ...alone, value: silent - alone.value!, low: null, high: null },
          },
        ]
  const title = say('splitTitle')
  return (
    <ChartCard
      title={title}
      note={say('splitNote', {
        silent: formats.number(silent),
        months: formats.number(wholeMonths(silentDays)),
      })}
      fileName="win-back-silent"
      drawn={false}
      table={{
        columns: [title, say('customers'), say('low'), say('high')],
        rows: parts.map(({ part, estimate }) => [say(part), estimate.value, estimate.low, estimate.high]),
      }}
    >
      <div className={styles.bar} aria-hidden="true">
        {parts.map(({ part, estimate }) => (
          <span key={part} data-part={part} style={{ flex: Math.max(0.001, estimate.value ?? 0) }} />
        ))}
      </div>
      <dl className={styles.parts}>
        {parts.map(({ part, estimate: { value, low, high } }) => (
          <div key={part}>
            <dt>
              <i data-part={part} aria-hidden="true" /> {say(part)}
            </dt>
            <dd className="tabular">
              {formats.number(value ?? 0)}
              <small>
                {formats.percent((value ?? 0) / silent)}
                {low === null || high === null ? '' : ` · ${formats.number(low)} – ${formats.number(high)}`}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </ChartCard>
  )
}
