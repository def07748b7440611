import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalBar } from '../../../foundations/ui/chart/interval-bar.tsx'
import { PictureTable } from '../../../foundations/ui/table/picture-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { LimitsCell, useLimits } from '../purchases/limits-cell.page.tsx'
import type { Fragility, FragilityLevel } from './fragility.contract.ts'
import styles from './fragility.module.css'
import { fragilityWords } from './fragility.words.ts'

interface LineProps {
  readonly level: FragilityLevel
  readonly fragility: Fragility
  readonly whole: number
  readonly most: number
}

function Line({ level, fragility, whole, most }: LineProps) {
  const say = useWords(fragilityWords)
  const formats = useFormats()
  const limits = useLimits(fragility.value.currency)
  const { ahead, leaving, customers, revenue } = level
  const name = say(level.level)
  const atRisk = limits.money(ahead?.atRisk)
  return (
    <tr>
      <th scope="row" data-level={level.level}>
        {name}
      </th>
      <td className="tabular">{formats.number(customers)}</td>
      <td className="tabular">
        <b>{formats.money(revenue, fragility.value.currency)}</b>
        <small>{formats.percent(whole > 0 ? revenue / whole : 0)}</small>
      </td>
      <LimitsCell {...limits.percent(leaving)} />
      <td className={styles.bar}>
        {ahead ? (
          <IntervalBar
            estimate={ahead.atRisk}
            low={0}
            high={most}
            label={`${say('atRisk', { months: formats.number(fragility.months) })}, ${name}: ${atRisk.value} [${atRisk.limits}]`}
            filled
            color={level.level === 'unheard' ? 'ink' : 'lived'}
          />
        ) : null}
      </td>
      <LimitsCell {...atRisk} />
      <LimitsCell {...limits.money(level.level === 'middle' ? null : ahead?.fromExperience)} />
    </tr>
  )
}

function useMarks({ marks: { weakBelow, strongFrom, isLowerBetter } }: Fragility) {
  const say = useWords(fragilityWords)
  const formats = useFormats()
  const write = (mark: number) => formats.number(mark, { digits: Number.isInteger(mark) ? 0 : 2 })
  return {
    weak: say(isLowerBetter ? 'above' : 'below', { mark: write(weakBelow) }),
    strong: say(isLowerBetter ? 'upTo' : 'from', { mark: write(strongFrom) }),
  }
}

/** Each level of experience: how many, what they bring, how they leave, what is at risk. */
export function FragilityLevels({ fragility }: { readonly fragility: Fragility }) {
  const say = useWords(fragilityWords)
  const formats = useFormats()
  const marks = useMarks(fragility)
  const shown = fragility.levels.filter(({ customers }) => customers > 0)
  const whole = shown.reduce((sum, { revenue }) => sum + revenue, 0)
  const most = Math.max(1, ...shown.map(({ ahead }) => ahead?.atRisk.high ?? ahead?.atRisk.value ?? 0))
  const months = formats.number(fragility.months)
  const heads = [say('experience'), say('customers'), say('revenue'), say('leaving')]
  return (
    <ChartCard
      title={say('levels')}
      note={say('levelsNote', marks)}
      span={12}
      drawn={false}
      fileName="fragility-levels"
      table={{
        columns: [...heads, say('atRisk', { months }), say('low'), say('high')],
        rows: shown.map(({ level, customers, revenue, leaving, ahead }) => [
          ...[say(level), customers, revenue, leaving.value],
          ...[ahead?.atRisk.value ?? null, ahead?.atRisk.low ?? null, ahead?.atRisk.high ?? null],
        ]),
      }}
    >
      <PictureTable
        label={say('levels')}
        heads={[...heads, { label: say('atRisk', { months }), columns: 2 }, say('stay')]}
        minWidth={760}
        className={styles.levels}
      >
        {shown.map((level) => (
          <Line key={level.level} {...{ level, fragility, whole, most }} />
        ))}
      </PictureTable>
    </ChartCard>
  )
}
