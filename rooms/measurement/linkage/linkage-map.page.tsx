import { textIn } from '../../../foundations/format/text-in.ts'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type Indicator, type Link, type Linkage, linkSides } from './linkage.contract.ts'
import styles from './linkage.module.css'
import { linkageWords } from './linkage.words.ts'

const width = 1120
const rowHeight = 34
const top = 34
const boxWidth = 250
const columnX = [0, (width - boxWidth) / 2, width - boxWidth] as const
/** Links drawn at most, the surest. */
const mostDrawn = 14
const colors = { employees: 'var(--people)', customers: 'var(--lived)', results: 'var(--ink)' } as const

interface Place {
  readonly x: number
  readonly y: number
}

/** Where each indicator of the links that are drawn stands: its side as a column, those with most links first. */
function placesOf(indicators: readonly Indicator[], links: readonly Link[]): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const [column, side] of linkSides.entries()) {
    const count = (key: string) => links.filter(({ x, y }) => x === key || y === key).length
    const here = indicators
      .filter((one) => one.side === side && count(one.key) > 0)
      .sort((a, b) => count(b.key) - count(a.key))
    for (const [row, { key }] of here.entries())
      places.set(key, { x: columnX[column]!, y: top + (row + 0.5) * rowHeight })
  }
  return places
}

interface LinksProps {
  readonly links: readonly Link[]
  readonly places: ReadonlyMap<string, Place>
  readonly indicators: readonly Indicator[]
  readonly chosen: Link | undefined
}

function Curves({ links, places, indicators, chosen }: LinksProps) {
  return (
    <g fill="none">
      {links.map((link) => {
        const [from, to] = [places.get(link.x)!, places.get(link.y)!]
        const [x1, x2] = [from.x + boxWidth, to.x]
        const middle = (x1 + x2) / 2
        const side = indicators.find(({ key }) => key === link.x)!.side
        const isChosen = chosen === undefined || (chosen.x === link.x && chosen.y === link.y)
        return (
          <g key={`${link.x} ${link.y}`} opacity={isChosen ? 1 : 0.3}>
            <path
              d={`M${x1} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${x2} ${to.y}`}
              stroke={colors[side]}
              strokeWidth={1 + 7 * Math.abs(link.r.value ?? 0)}
              strokeDasharray={(link.r.value ?? 0) < 0 ? '7 5' : undefined}
              opacity={0.55}
            />
            <text
              x={middle}
              y={(from.y + to.y) / 2 + 4}
              textAnchor="middle"
              fontWeight={600}
              fill="var(--ink)"
              paintOrder="stroke"
              stroke="var(--card)"
              strokeWidth={5}
            >
              {link.lag}
            </text>
          </g>
        )
      })}
    </g>
  )
}

interface LinkageMapProps {
  readonly linkage: Linkage
  readonly chosen: Link | undefined
}

/** What employees live, what customers live and results as three columns, and the links that are shown between them. */
export function LinkageMap({ linkage, chosen }: LinkageMapProps) {
  const say = useWords(linkageWords)
  const { language } = useFormats()
  const links = linkage.links.filter(({ isShown }) => isShown).slice(0, mostDrawn)
  const places = placesOf(linkage.indicators, links)
  const rows = Math.max(1, ...linkSides.map((side) => countOn(side, linkage.indicators, places)))
  const height = top + rows * rowHeight + 8
  if (links.length === 0) return <Card title={say('mapTitle')}>{say('noLink')}</Card>
  return (
    <Card title={say('mapTitle')} note={say('mapNote')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={say('mapTitle')}>
        <svg viewBox={`0 0 ${width} ${height}`} className={styles.map} aria-hidden="true">
          {linkSides.map((side, column) => (
            <text key={side} x={columnX[column]} y={16} fontWeight={600} fill={colors[side]}>
              {say(side)}
            </text>
          ))}
          <Curves links={links} places={places} indicators={linkage.indicators} chosen={chosen} />
          {linkage.indicators.map(({ key, name, side }) => {
            const place = places.get(key)
            return place ? (
              <g key={key}>
                <rect
                  x={place.x + 0.5}
                  y={place.y - 13}
                  width={boxWidth - 1}
                  height={26}
                  rx={6}
                  fill="var(--card)"
                  stroke={colors[side]}
                />
                <text x={place.x + 10} y={place.y + 4}>
                  {shortened(textIn(name, language))}
                </text>
              </g>
            ) : null
          })}
        </svg>
      </section>
    </Card>
  )
}

const longest = 36
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

function countOn(
  side: Indicator['side'],
  indicators: readonly Indicator[],
  places: ReadonlyMap<string, Place>,
): number {
  return indicators.filter((one) => one.side === side && places.has(one.key)).length
}
