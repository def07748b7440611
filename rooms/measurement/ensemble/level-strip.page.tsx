import { roundTicks } from '../../../foundations/format/round-ticks.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { MeasuredDrawing } from '../../../foundations/ui/chart/measured-drawing.tsx'
import { nameLines } from '../../../foundations/ui/chart/promise-row.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Ensemble, Strand } from './ensemble.contract.ts'
import { ensembleWords } from './ensemble.words.ts'
import { EvenTag } from './even-tag.page.tsx'
import { endsOf, levelTable } from './level-table.page.ts'

interface Shown {
  readonly strand: Strand
  readonly ensemble: Ensemble
}

const top = 8
const rowHeight = 19
const axis = 26
/** Rows shown: of more places, the weakest and the best. */
const most = 14

/** Places of one kind one below the other, the best first, each with its interval. */
export function LevelStrip({ strand, ensemble }: Shown) {
  const say = useWords(ensembleWords)
  const formats = useFormats()
  const titles = { touchpoint: 'touchpoints', channel: 'channels', unit: 'units' } as const
  const title = say(titles[strand.kind as keyof typeof titles])
  const isCut = strand.places.length > most
  const height = top + Math.min(most, strand.places.length) * rowHeight + axis
  return (
    <ChartCard
      title={title}
      note={`${say(strand.kind === 'touchpoint' ? 'stripNote' : 'equalNote')}${isCut ? ` ${say('cutNote', { most: formats.number(most / 2), all: formats.number(strand.places.length) })}` : ''}`}
      span={6}
      fileName={`ensemble-${strand.kind}`}
      table={levelTable(strand, { say, language: formats.language })}
      aside={<EvenTag strand={strand} />}
    >
      <MeasuredDrawing height={height} label={title}>
        {(width) => <Rows strand={strand} ensemble={ensemble} width={width} />}
      </MeasuredDrawing>
    </ChartCard>
  )
}

/** The best places and the weakest, best first. */
function shownPlaces(places: Strand['places']): Strand['places'] {
  if (places.length <= most) return places
  return [...places.slice(0, most / 2), ...places.slice(-most / 2)]
}

function Rows({ strand, ensemble, width }: Shown & { readonly width: number }) {
  const formats = useFormats()
  const form = { unit: ensemble.unit, scale: ensemble.scale }
  const places = shownPlaces(strand.places)
  const left = Math.min(190, width * 0.36)
  const ticks = roundTicks(...endsOf(places))
  const x = (value: number) =>
    left + ((value - ticks[0]!) / (ticks.at(-1)! - ticks[0]!)) * (width - left - 56)
  const bottom = top + places.length * rowHeight
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} stroke="var(--rule)" />
          <text x={x(tick)} y={bottom + 16} textAnchor="middle" fontSize={11} fill="var(--muted)">
            {formats.value(tick, form)}
          </text>
        </g>
      ))}
      {places.map(({ key, name, level }, at) => {
        const y = top + (at + 0.5) * rowHeight
        return (
          <g key={key}>
            <text x={left - 10} y={y + 4} textAnchor="end" fontSize={12} fill="var(--ink)">
              {nameLines(textIn(name, formats.language), Math.floor(left / 6.6))[0]}
            </text>
            <line
              x1={x(level.low!)}
              x2={x(level.high!)}
              y1={y}
              y2={y}
              stroke="var(--lived)"
              strokeWidth={1.6}
            />
            <circle cx={x(level.value!)} cy={y} r={4.5} fill="var(--lived)" />
            <text x={x(level.high!) + 8} y={y + 4} fontSize={11} fill="var(--muted)">
              {formats.value(level.value!, form)}
            </text>
          </g>
        )
      })}
    </g>
  )
}
