import type { ReactNode } from 'react'
import { ChartCard } from '../chart/chart-card.tsx'
import { useWords } from '../words/use-words.ts'
import { HeatLegend } from './heat-legend.tsx'
import { HeatMap } from './heat-map.tsx'
import { heatMapWords } from './heat-map.words.ts'
import type { HeatMapProps } from './heat-map-shape.ts'
import { heatMapTable } from './heat-map-table.ts'

interface HeatMapCardProps extends HeatMapProps {
  readonly note?: ReactNode
  readonly fileName: string
  readonly aside?: ReactNode
}

/** A heat map in its panel, with its legend and its numbers for export. */
export function HeatMapCard({ note, fileName, aside, ...map }: HeatMapCardProps) {
  const say = useWords(heatMapWords)
  const headers = [map.rowsLabel, say('column'), say('value'), say('low'), say('high'), 'n', say('promised')]
  return (
    <ChartCard
      title={map.caption}
      note={note}
      span={12}
      fileName={fileName}
      table={heatMapTable({ ...map, headers })}
      aside={aside}
      drawn={false}
    >
      <HeatMap {...map} />
      <HeatLegend />
    </ChartCard>
  )
}
