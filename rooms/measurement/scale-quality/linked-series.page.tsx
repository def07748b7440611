import { roundTicks } from '../../../foundations/format/round-ticks.ts'
import { BandLines } from '../../../foundations/ui/chart/band-lines.tsx'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { LinkedQuarter, ScaleQuality } from './scale-quality.contract.ts'
import { scaleQualityWords } from './scale-quality.words.ts'

/** Labels along the time, at most. */
const mostLabels = 6

/** The score quarter by quarter: as it was asked, and on the questions of today. */
export function LinkedSeries({ quality: { series, measure } }: { readonly quality: ScaleQuality }) {
  const say = useWords(scaleQualityWords)
  const formats = useFormats()
  const points = (name: 'raw' | 'linked') =>
    series.flatMap((quarter: LinkedQuarter, x) => {
      const { value, low, high } = quarter[name]
      return value === null ? [] : [{ x, y: value, low, high }]
    })
  const ends = [...points('raw'), ...points('linked')].flatMap(({ y, low, high }) => [low ?? y, high ?? y])
  const hasChanged = series.some(({ items, common }) => items !== common)
  const step = Math.ceil(series.length / mostLabels)
  const ticks = series.map((_, at) => at).filter((at) => at % step === 0)
  if (ends.length === 0) return null
  return (
    <ChartCard
      title={say('seriesTitle')}
      note={say('seriesNote')}
      span={6}
      fileName={`scale-quality-${measure.key}-quarters`}
      table={{
        columns: [say('quarter'), say('asked'), say('common'), say('raw'), say('linked'), 'n'],
        rows: series.map(({ period, items, common, raw, linked }) => [
          ...[period, items, common, raw.value, linked.value, linked.n],
        ]),
      }}
    >
      <BandLines
        label={say('seriesTitle')}
        lines={[
          ...(hasChanged
            ? [{ key: 'raw', name: say('raw'), color: 'muted', dash: '5 4', points: points('raw') } as const]
            : []),
          { key: 'linked', name: say('linked'), color: 'lived', points: points('linked') },
        ]}
        x={{ label: say('quarter'), write: (at) => series[at]?.period ?? '', ticks }}
        y={{
          label: say('mean'),
          write: (value) => formats.number(value),
          ticks: roundTicks(Math.min(...ends), Math.max(...ends)),
        }}
      />
    </ChartCard>
  )
}
