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

const left = 46
const top = 16
const plot = 150
const bottom = top + plot
const height = bottom + 46

/** Level of each touchpoint of a journey in its order, like the notes of a line of music. */
export function JourneyLevels({ strand, ensemble }: Shown) {
  const say = useWords(ensembleWords)
  const formats = useFormats()
  const title = textIn(strand.name, formats.language)
  return (
    <ChartCard
      title={title}
      note={say('journeyNote')}
      span={6}
      fileName={`ensemble-${strand.key}`}
      table={levelTable(strand, { say, language: formats.language })}
      aside={<EvenTag strand={strand} />}
    >
      <MeasuredDrawing height={height} label={title}>
        {(width) => <Notes strand={strand} ensemble={ensemble} width={width} />}
      </MeasuredDrawing>
    </ChartCard>
  )
}

function Notes({ strand, ensemble, width }: Shown & { readonly width: number }) {
  const say = useWords(ensembleWords)
  const formats = useFormats()
  const form = { unit: ensemble.unit, scale: ensemble.scale }
  const all = ensemble.strands[0]!.places
  const middle = all.reduce((sum, { level }) => sum + level.value!, 0) / Math.max(1, all.length)
  const ticks = roundTicks(...endsOf(all))
  const places = strand.places.toSorted((one, other) => one.at - other.at)
  const column = (width - left) / Math.max(1, places.length)
  const x = (at: number) => left + (at + 0.5) * column
  const y = (value: number) => bottom - ((value - ticks[0]!) / (ticks.at(-1)! - ticks[0]!)) * plot
  const standsOut = (key: string) =>
    strand.hasSoloist && strand.leader?.key === key
      ? ('soloist' as const)
      : strand.laggard?.isApart && strand.laggard.key === key
        ? ('outOfTune' as const)
        : null
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end" fontSize={11} fill="var(--muted)">
            {formats.value(tick, form)}
          </text>
        </g>
      ))}
      <line
        x1={left}
        x2={width}
        y1={y(middle)}
        y2={y(middle)}
        stroke="var(--promise)"
        strokeDasharray="5 4"
      />
      <path
        d={`M${places.map(({ level }, at) => `${x(at)} ${y(level.value!)}`).join('L')}`}
        fill="none"
        stroke="var(--lived)"
        strokeWidth={1.4}
        opacity={0.5}
      />
      {places.map(({ key, name, level }, at) => {
        const mark = standsOut(key)
        return (
          <g key={key}>
            <line
              x1={x(at)}
              x2={x(at)}
              y1={y(level.low!)}
              y2={y(level.high!)}
              stroke="var(--lived)"
              strokeWidth={1.6}
            />
            <circle
              cx={x(at)}
              cy={y(level.value!)}
              r={mark ? 7 : 5}
              fill={mark ? 'var(--ink)' : 'var(--lived)'}
            />
            <text
              x={x(at)}
              y={y(level.value!) - 12}
              textAnchor="middle"
              fontSize={12}
              fontWeight={600}
              fill="var(--ink)"
            >
              {formats.value(level.value!, form)}
              {mark ? ` · ${say(mark)}` : ''}
            </text>
            {nameLines(textIn(name, formats.language), Math.floor(column / 6.6)).map((line, row) => (
              <text
                key={line}
                x={x(at)}
                y={bottom + 20 + 14 * row}
                textAnchor="middle"
                fontSize={12}
                fill="var(--ink)"
              >
                {line}
              </text>
            ))}
          </g>
        )
      })}
    </g>
  )
}
