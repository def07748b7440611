import type { Touchpoint } from '../../design/contract.ts'
import type { Figure, Figures, Measure, MeasureUnit } from '../contract.ts'
import type { ScorecardRow } from './scorecard.contract.ts'

/** The same figures compared with the period before, the year before, and each peer; and month by month. */
export interface FiguresCompared {
  readonly before: Pick<Figures, 'figures'>
  readonly yearBefore: Pick<Figures, 'figures'>
  readonly peers: readonly { readonly key: string; readonly figures: Figures['figures'] }[]
  readonly months: Pick<Figures, 'figures'>
}

export interface RowNames {
  readonly measures: readonly Measure[]
  readonly unitOf: (measure: Measure) => MeasureUnit
  readonly touchpoints: readonly Touchpoint[]
}

const placeOf = ({ measure, group }: Figure) => `${measure} ${group.touchpoint ?? ''}`

/** A row for every figure that somebody answered, or that a peer has, with all it is compared with. */
export function scorecardRows(
  compared: FiguresCompared,
  { measures, unitOf, touchpoints }: RowNames,
): ScorecardRow[] {
  const yearBefore = byPlace(compared.yearBefore.figures)
  const peers = compared.peers.map(({ key, figures }) => ({ key, figures: byPlace(figures) }))
  const months = Map.groupBy(compared.months.figures, placeOf)
  return compared.before.figures.flatMap((figure) => {
    const measure = measures.find(({ key }) => key === figure.measure)!
    const place = placeOf(figure)
    const touchpoint = touchpoints.find(({ key }) => key === figure.group.touchpoint) ?? null
    if (figure.group.touchpoint !== undefined && !touchpoint) return []
    if (figure.estimate.value === null && figure.estimate.why === 'no-answers') return []
    const { key, name, scale, better, method, valueUnit } = measure
    const against = peers.map((peer) => ({ key: peer.key, ...comparedIn(peer.figures.get(place)) }))
    return [
      {
        ...{
          measure: { key, name },
          unit: unitOf(measure),
          scale,
          better,
          method,
          valueUnit: valueUnit ?? null,
        },
        touchpoint: touchpoint && { key: touchpoint.key, name: touchpoint.name },
        ...{ estimate: figure.estimate, promise: figure.promise, gap: figure.gap },
        standards: figure.standards.map((standard) => ({ ...standard })),
        before: comparedIn(figure),
        yearBefore: comparedIn(yearBefore.get(place)),
        trend: (months.get(place) ?? [])
          .map(({ group, estimate }) => ({ month: group.month!, estimate }))
          .sort((one, other) => (one.month < other.month ? -1 : 1)),
        peers: against,
        standing: against.length === 0 ? null : standingOf(against, better),
      },
    ]
  })
}

function byPlace(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  return new Map(figures.map((figure) => [placeOf(figure), figure]))
}

function comparedIn(figure: Figure | undefined): ScorecardRow['before'] {
  if (!figure) return { estimate: null, change: null, verdict: null }
  const { before, change, verdict } = figure
  return { estimate: before, change, verdict }
}

/** How many peers a figure stands above and below, told from chance, in the sense of what is better. */
function standingOf(
  peers: readonly ScorecardRow['before'][],
  better: ScorecardRow['better'],
): ScorecardRow['standing'] {
  const known = peers.flatMap(({ estimate }) => (estimate?.value == null ? [] : [estimate.value]))
  const count = (wanted: string) => peers.filter(({ verdict }) => verdict === wanted).length
  const [above, below] = [count('moved-up'), count('moved-down')]
  return {
    better: better === 'higher' ? above : below,
    worse: better === 'higher' ? below : above,
    alike: count('noise'),
    of: known.length,
    mean: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length,
  }
}
