import { useComputedColorScheme } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { FigureForm } from '../../format/formats.ts'
import { figureWords } from '../figure/figure.words.ts'
import { TooThin } from '../state/too-thin.tsx'
import { readTokens } from '../theme/read-tokens.ts'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import { chartWords } from './chart.words.ts'
import { type TrendDatum, type TrendNeeds, trendHeight, trendOption } from './trend-option.ts'

interface TrendChartProps {
  readonly name: string
  readonly points: readonly TrendDatum[]
  readonly form: FigureForm
  readonly promise: number | null
  readonly mark?: 'lived' | 'people'
  /** Points at which a new level began. */
  readonly marked?: TrendNeeds['marked']
}

type Chart = ReturnType<typeof import('./echarts.ts').makeChart>

/** Draws with a library that is fetched only now, and follows size, theme and language. */
function useTrend(needs: Omit<TrendNeeds, 'narrow'>) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart | null>(null)
  const scheme = useComputedColorScheme('light')
  const { ref, width } = useElementSize()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the tokens that are read
  useEffect(() => {
    let gone = false
    const draw = async () => {
      const { makeChart } = await import('./echarts.ts')
      const element = host.current
      if (gone || !element) return
      chart.current ??= makeChart(element)
      chart.current.resize()
      chart.current.setOption(trendOption({ ...needs, narrow: width < 520 }, readTokens(element)), true)
    }
    if (width > 0) void draw()
    return () => {
      gone = true
    }
  }, [needs, scheme, width])
  useEffect(() => () => chart.current?.dispose(), [])
  return { host, ref }
}

/** What is lived over time with its interval, and the promise across it. */
export function TrendChart({ name, points, form, promise, mark = 'lived', marked }: TrendChartProps) {
  const say = useWords(chartWords)
  const sayFigure = useWords(figureWords)
  const formats = useFormats()
  const words = { promised: say('promised'), lived: say('lived'), n: sayFigure('n', { n: '' }).trim() }
  const { host, ref } = useTrend({ points, form, promise, mark, marked, formats, words })
  const told = points.filter((point) => point.estimate.value !== null)
  if (told.length === 1) return <TooThin text={say('onePeriod', { period: told[0]?.label ?? '' })} />
  if (told.length === 0) return <TooThin />
  const values = { name, count: told.length, first: told[0]?.label ?? '', last: told.at(-1)?.label ?? '' }
  return (
    <div ref={ref}>
      <div ref={host} role="img" aria-label={say('trendLabel', values)} style={{ height: trendHeight }} />
    </div>
  )
}
