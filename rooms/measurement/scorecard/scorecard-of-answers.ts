import { scaleEnds } from '../../../foundations/format/axis-domain.ts'
import type { Measure } from '../contract.ts'
import { figuresOf, type PeriodAnswers } from '../figures/figure.ts'
import { unitOf } from '../measures/methods.ts'
import type { ComparedAnswers, ScorecardAsked, ScorecardInput } from './compared-answers.ts'
import type { ScorecardRow } from './scorecard.contract.ts'
import { type FiguresCompared, scorecardRows } from './scorecard-rows.ts'

export interface ScorecardFound {
  readonly measures: readonly ScorecardRow[]
  readonly promises: readonly ScorecardRow[]
}

/** Rows of a scorecard from the answers behind them. */
export function scorecardOfAnswers(
  { asked, whole, places, placed }: ScorecardInput,
  onProgress: (share: number) => void = () => {},
): ScorecardFound {
  const { measures, touchpoints } = asked.definitions
  const names = { measures, unitOf: (measure: Measure) => unitOf(measure, measures) }
  const owned = asked.team === null ? touchpoints : touchpoints.filter(({ owner }) => owner === asked.team)
  const wholeRows =
    asked.team === null
      ? scorecardRows(comparedFigures(asked, { answers: whole, measures: asked.measures, grouped: false }), {
          ...names,
          touchpoints,
        })
      : []
  onProgress(0.5)
  const placeFigures = comparedFigures(asked, { answers: places, measures: placed, grouped: true })
  const promises = furthestShortFirst(scorecardRows(placeFigures, { ...names, touchpoints: owned }))
  onProgress(1)
  return { measures: wholeRows, promises }
}

interface Compared {
  readonly answers: ComparedAnswers
  readonly measures: readonly Measure[]
  readonly grouped: boolean
}

/** Figures held against the period before, the year before and each peer, and month by month. */
function comparedFigures(
  { definitions }: ScorecardAsked,
  { answers, measures, grouped }: Compared,
): FiguresCompared {
  const { now, months } = answers
  const material = { ...definitions, measures, known: definitions.measures }
  const against = (other: PeriodAnswers) => figuresOf({ ...material, now, before: other, grouped })
  return {
    before: against(answers.before),
    yearBefore: against(answers.yearBefore),
    peers: answers.peers.map(({ key, answers: other }) => ({ key, figures: against(other).figures })),
    months: figuresOf({ ...material, now: months, before: null, grouped: true }),
  }
}

/** How wide the scale of a figure is, in its own unit; money has no end. */
function widthOf({ unit, scale }: ScorecardRow): number {
  const { low, high } = scaleEnds({ unit, scale })
  return (high ?? Number.POSITIVE_INFINITY) - low
}

/** Rows with a promise or a standard, the furthest short of it first, in shares of the scale. */
function furthestShortFirst(rows: readonly ScorecardRow[]): ScorecardRow[] {
  const short = (row: ScorecardRow) =>
    row.gap?.value == null
      ? Number.NEGATIVE_INFINITY
      : ((row.better === 'higher' ? -1 : 1) * row.gap.value) / widthOf(row)
  return rows
    .filter(({ promise, standards }) => promise !== null || standards.length > 0)
    .sort((one, other) => short(other) - short(one))
}
