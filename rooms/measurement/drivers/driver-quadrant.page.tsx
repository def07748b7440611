import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { CrossPlot } from '../../../foundations/ui/chart/cross-plot.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { told } from './driver-weights.page.tsx'
import type { Drivers } from './drivers.contract.ts'
import { driversWords } from './drivers.words.ts'

const colors = {
  'fix-first': 'short',
  protect: 'ahead',
  'low-priority': 'lived',
  'possible-overkill': 'lived',
} as const

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Weight against how it is lived, cut in four. */
export function DriverQuadrant({ drivers: { drivers: all, measure } }: { readonly drivers: Drivers }) {
  const say = useWords(driversWords)
  const formats = useFormats()
  const drivers = all.filter(({ isLived }) => !isLived)
  const named = drivers.map((driver) => ({ ...driver, text: textIn(driver.name, formats.language) }))
  const most = Math.max(...drivers.map(({ share }) => share.high ?? 0))
  const fix = named.filter(({ quadrant, p }) => quadrant === 'fix-first' && p < told)
  if (drivers.length === 0) return null
  return (
    <ChartCard
      title={
        fix.length > 0
          ? say('fixThese', { names: formats.list(fix.map(({ text }) => text)) })
          : say('quadrantTitle')
      }
      note={say('quadrantNote')}
      span={12}
      fileName={`drivers-${measure.key}-quadrant`}
      table={{
        columns: [say('touchpoint'), say('performance'), say('share')],
        rows: named.map(({ text, performance, share }) => [text, performance.value, share.value]),
      }}
    >
      <CrossPlot
        label={say('quadrantNote')}
        points={named.map(({ kind, touchpoint, text, performance, share, p, quadrant }) => ({
          key: `${kind}/${touchpoint}`,
          name: text,
          x: performance,
          y: share,
          faint: p >= told,
          color: colors[quadrant ?? 'low-priority'],
        }))}
        x={{
          label: say('performance'),
          write: (value) => formats.number(value, { digits: 1 }),
          cut: mean(drivers.map(({ performance }) => performance.value ?? 0)),
        }}
        y={{
          label: say('share'),
          write: (value) => formats.percent(value, most < 0.1 ? 1 : 0),
          cut: mean(drivers.map(({ share }) => share.value ?? 0)),
        }}
        corners={[say('fixFirst'), say('protect'), say('low'), say('overkill')]}
      />
    </ChartCard>
  )
}
