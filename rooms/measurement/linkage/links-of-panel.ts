import { benjaminiHochbergAdjusted } from '../../../foundations/statistics/comparison/adjusted-p-values.ts'
import { criticalT } from '../../../foundations/statistics/distributions/student-t.ts'
import type { Estimate } from '../../../foundations/statistics/estimate.ts'
import { freedSlope, type PanelLink, panelLink } from '../../../foundations/statistics/panel/panel-link.ts'
import { type FoundLink, panelLinks } from '../../../foundations/statistics/panel/panel-links.ts'
import { type PanelMatrix, withinRows } from '../../../foundations/statistics/panel/panel-matrix.ts'
import { betweenLink, betweenLinks } from './between-links.ts'
import { type ChainFound, chainsOf } from './chains-of-panel.ts'
import { binnedPoints, type LinkagePanel, type LinkFound, type LinkPoint, matrixOf } from './link-parts.ts'
import type { LagR, LinkageMode, LinkSide } from './linkage.contract.ts'

export interface LinkageFound {
  readonly mode: LinkageMode
  readonly tested: number
  readonly links: readonly LinkFound[]
  readonly chains: readonly ChainFound[]
}

/** Fewest periods in which units can be compared with themselves, beyond the longest lag. */
const fewestPeriods = 8
/** Links told at most, and of them those drawn. */
const mostLinks = 200
const mostDrawn = 12
/** A chance of less than this, after adjusting, shows a link. */
export const shownBelow = 0.05

const order: Readonly<Record<LinkSide, number>> = { employees: 0, customers: 1, results: 2 }

/** Pairs from what employees live to what customers live, and from both to results. */
export function pairsOf({ indicators, controls }: LinkagePanel): { x: number; y: number }[] {
  const free = indicators.map((_, at) => at).filter((at) => !controls.includes(at))
  return free.flatMap((x) =>
    free.filter((y) => order[indicators[x]!.side] < order[indicators[y]!.side]).map((y) => ({ x, y })),
  )
}

/** An indicator whose noise does not matter. */
function bareMatrix(panel: LinkagePanel, at: number): PanelMatrix {
  return { ...matrixOf(panel, at), variances: undefined }
}

/**
 * Links between indicators of units: at which lag, how strong, and what runs through.
 *
 * Where there are enough periods, what happens within units (two-way fixed effects, errors clustered by unit), else how units differ. Every pair at
 * every lag is tested together (Benjamini & Hochberg 1995). Slopes are freed of the sampling noise of small groups (Fuller 1987).
 */
export function linksOfPanel(
  panel: LinkagePanel,
  onProgress: (share: number) => void = () => {},
): LinkageFound {
  const isWithin = panel.periods >= fewestPeriods
  const mostLag = Math.min(panel.mostLag, Math.max(0, panel.periods - fewestPeriods))
  if (!isWithin) return foundBetween(panel)
  const controls = panel.controls.map((at) => matrixOf(panel, at))
  const found = panelLinks(
    panel.indicators.map((_, at) => matrixOf(panel, at)),
    { pairs: pairsOf(panel), mostLag, controls, onProgress: (share) => onProgress(0.6 * share) },
  )
  const known = found.filter((one): one is KnownLink => typeof one.link !== 'string')
  const adjusted = benjaminiHochbergAdjusted(known.map(({ link }) => link.p))
  const surest = surestOf(known.map((one, at) => ({ ...one, pAdjusted: adjusted[at]! })))
  const links = surest.slice(0, mostLinks).map((one, at) => {
    onProgress(0.6 + (0.2 * at) / surest.length)
    const lags = known.filter(({ x, y }) => x === one.x && y === one.y)
    return toldLink(panel, one, { lags, isDrawn: at < mostDrawn })
  })
  const shown = links.filter(({ pAdjusted }) => pAdjusted < shownBelow)
  const chains = chainsOf(panel, shown, (share) => onProgress(0.8 + 0.2 * share))
  return { mode: 'within', tested: known.length, links, chains }
}

type KnownLink = FoundLink & { readonly link: PanelLink }
type AdjustedLink = KnownLink & { readonly pAdjusted: number }

/** Each pair at the lag at which it is surest, the surest pair first. */
function surestOf(known: readonly AdjustedLink[]): AdjustedLink[] {
  const pairs = Map.groupBy(known, ({ x, y }) => `${x} ${y}`)
  const sureness = ({ link }: AdjustedLink) => Math.abs(link.slope / (link.standardError || Number.EPSILON))
  return [...pairs.values()]
    .map((lags) => lags.reduce((best, one) => (sureness(one) > sureness(best) ? one : best)))
    .sort((a, b) => sureness(b) - sureness(a))
}

interface Beside {
  readonly lags: readonly KnownLink[]
  readonly isDrawn: boolean
}

function toldLink(panel: LinkagePanel, found: AdjustedLink, { lags, isDrawn }: Beside): LinkFound {
  const { x, y, lag, link, pAdjusted } = found
  const half = criticalT(0.95, link.units - 1) * link.standardError
  const options = { draws: panel.draws, seed: panel.seed }
  const isNoisy = panel.indicators[x]!.variances !== null
  return {
    ...{ x, y, lag, p: link.p, pAdjusted, reliability: link.reliability },
    slope: estimateOf('within-slope', link, { value: link.slope, half }),
    freed: isNoisy ? freedSlope(link, options) : null,
    r: estimateOf('within-slope', link, { value: link.r, half: half * Math.abs(link.r / link.slope) }),
    lags: lags.map(lagOf),
    back: lag === 0 || !isDrawn ? null : backOf(panel, found),
    between: betweenLink(panel, { x, y }),
    points: isDrawn ? pointsOf(panel, found) : [],
  }
}

function estimateOf(
  method: 'within-slope',
  { n }: PanelLink,
  { value, half }: { readonly value: number; readonly half: number },
): Estimate {
  return { value, n, low: value - half, high: value + half, level: 0.95, method }
}

function lagOf({ lag, link }: KnownLink): LagR {
  const half = criticalT(0.95, link.units - 1) * link.standardError * Math.abs(link.r / link.slope)
  return { lag, r: link.r, low: link.r - half, high: link.r + half }
}

/** Whether y comes before x instead: x of so many periods after y, its own period before held. */
function backOf(panel: LinkagePanel, { x, y, lag }: AdjustedLink): LinkFound['back'] {
  const [first, second] = [bareMatrix(panel, y), bareMatrix(panel, x)]
  const link = panelLink({
    x: { matrix: first, lag },
    y: second,
    controls: [{ matrix: second, lag: 1 }],
  })
  return typeof link === 'string' ? null : { r: link.r, p: link.p }
}

/** Of more rows than this, evenly so many are drawn from. */
const mostPoints = 6000

/** Means of y in equal parts of x, unit and period means taken out of both. */
function pointsOf(panel: LinkagePanel, { x, y, lag }: AdjustedLink): LinkPoint[] {
  const rows = withinRows([
    { matrix: bareMatrix(panel, x), lag },
    { matrix: bareMatrix(panel, y), lag: 0 },
  ])
  if (typeof rows === 'string') return []
  const every = Math.max(1, Math.floor(rows.n / mostPoints))
  const some = (values: Float64Array) => values.filter((_, row) => row % every === 0)
  return binnedPoints(some(rows.series[0]!), some(rows.series[1]!))
}

function foundBetween(panel: LinkagePanel): LinkageFound {
  const links = betweenLinks(panel, pairsOf(panel))
  const shown = links.filter(({ pAdjusted }) => pAdjusted < shownBelow)
  return {
    mode: 'between',
    tested: links.length,
    links: links.slice(0, mostLinks),
    chains: chainsOf(panel, shown, () => {}),
  }
}
