import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalBar } from '../../../foundations/ui/chart/interval-bar.tsx'
import { PictureTable } from '../../../foundations/ui/table/picture-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { LimitsCell, limitsIn, useLimits } from '../purchases/limits-cell.page.tsx'
import type { Acquisition, AcquisitionLevel, AcquisitionWay } from './acquisition.contract.ts'
import styles from './acquisition.module.css'
import { acquisitionWords } from './acquisition.words.ts'

interface Shown {
  readonly acquisition: Acquisition
}

/** Writes the figures of acquisition with their limits; people brought are told for a hundred. */
function useWriters(currency: string) {
  const formats = useFormats()
  const hundred = limitsIn((value) => formats.number(100 * value, { digits: 1 }))
  return { formats, hundred, ...useLimits(currency) }
}

const highest = (estimates: readonly EstimateView[]) =>
  Math.max(0, ...estimates.map(({ value, high }) => high ?? value ?? 0))

function LevelLine({ level, acquisition }: Shown & { readonly level: AcquisitionLevel }) {
  const say = useWords(acquisitionWords)
  const { formats, money, percent, hundred } = useWriters(acquisition.value.currency)
  const most = highest(acquisition.levels.map(({ brings }) => brings))
  const { brings, broughtWorth, kept, keepingCost, value } = level
  const name = say(level.level)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="tabular">{formats.number(level.n)}</td>
      <td className={styles.bar}>
        {brings.value === null ? (
          '⋯'
        ) : (
          <IntervalBar
            estimate={brings}
            low={0}
            high={most}
            filled
            label={say('barLabel', { name: `${say('brings')}, ${name}`, value: hundred(brings).value })}
          />
        )}
      </td>
      <LimitsCell {...hundred(brings)} />
      <LimitsCell {...money(broughtWorth)} />
      <LimitsCell {...percent(kept)} />
      <LimitsCell {...money(keepingCost)} />
      <LimitsCell {...money(value)} />
    </tr>
  )
}

/** What people of each level of experience bring and cost. */
export function LevelsTable({ acquisition }: Shown) {
  const say = useWords(acquisitionWords)
  const { levels } = acquisition
  const rest = [say('broughtWorth'), say('kept'), say('keepingCost'), say('worth')]
  return (
    <ChartCard
      title={say('levelsTitle')}
      note={say('levelsNote')}
      span={12}
      drawn={false}
      fileName="acquisition-levels"
      table={{
        columns: [say('experience'), say('people'), say('brings'), ...rest],
        rows: levels.map(({ level, n, brings, broughtWorth, kept, keepingCost, value }) => [
          ...[say(level), n, brings.value === null ? null : 100 * brings.value],
          ...[broughtWorth.value, kept.value, keepingCost.value, value.value],
        ]),
      }}
    >
      <PictureTable
        label={say('levelsTitle')}
        heads={[say('experience'), say('people'), { label: say('brings'), columns: 2 }, ...rest]}
        minWidth={720}
        className={styles.acquisition}
      >
        {levels.map((level) => (
          <LevelLine key={level.level} level={level} acquisition={acquisition} />
        ))}
      </PictureTable>
    </ChartCard>
  )
}

function WayLine({ way, acquisition }: Shown & { readonly way: AcquisitionWay }) {
  const say = useWords(acquisitionWords)
  const { formats, money, percent } = useWriters(acquisition.value.currency)
  const most = highest(acquisition.ways.map(({ cost }) => cost))
  const { through, n, share, cost, value, kept } = way
  const name = through || say('unknown')
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="tabular">{formats.number(n)}</td>
      <LimitsCell {...percent(share)} />
      <td className={styles.bar}>
        {cost.value === null ? (
          '⋯'
        ) : (
          <IntervalBar
            estimate={cost}
            low={0}
            high={most}
            filled
            label={say('barLabel', { name: `${say('cost')}, ${name}`, value: money(cost).value })}
          />
        )}
      </td>
      <LimitsCell {...money(cost)} />
      <LimitsCell {...money(value)} />
      <LimitsCell {...percent(kept)} />
    </tr>
  )
}

/** What people of each way of coming cost and bring. */
export function WaysTable({ acquisition }: Shown) {
  const say = useWords(acquisitionWords)
  const { ways } = acquisition
  const rest = [say('value'), say('stillBuy')]
  return (
    <ChartCard
      title={say('waysTitle')}
      note={say('waysNote')}
      span={12}
      drawn={false}
      fileName="acquisition-ways"
      table={{
        columns: [say('way'), say('people'), say('share'), say('cost'), ...rest],
        rows: ways.map(({ through, n, share, cost, value, kept }) => [
          ...[through || say('unknown'), n, share.value, cost.value, value.value, kept.value],
        ]),
      }}
    >
      <PictureTable
        label={say('waysTitle')}
        heads={[say('way'), say('people'), say('share'), { label: say('cost'), columns: 2 }, ...rest]}
        minWidth={680}
        className={styles.acquisition}
      >
        {ways.map((way) => (
          <WayLine key={way.through} way={way} acquisition={acquisition} />
        ))}
      </PictureTable>
    </ChartCard>
  )
}
