import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { FigureForm, FigureUnit } from '../../../foundations/format/formats.ts'
import { type Better, gapState } from '../../../foundations/format/gap-state.ts'
import type { Touchpoint } from '../../design/contract.ts'
import type { Figure, Measure } from '../../measurement/contract.ts'

export interface MeasureWithUnit extends Measure {
  readonly unit: FigureUnit
}

/** What is lived at a touchpoint in the measure of its promise. */
export interface PromisedFigure {
  readonly touchpoint: Touchpoint
  readonly measure: MeasureWithUnit
  readonly form: FigureForm
  readonly better: Better
  readonly promise: number
  readonly estimate: EstimateView
  readonly gap: EstimateView | null
}

interface JoinNeeds {
  readonly touchpoints: readonly Touchpoint[]
  readonly measures: readonly MeasureWithUnit[]
  readonly figures: readonly Figure[]
}

/** Every promise with its figure, in the order of the touchpoints; those without figure are left out. */
export function promisedFigures({ touchpoints, measures, figures }: JoinNeeds): readonly PromisedFigure[] {
  return touchpoints.flatMap((touchpoint) => {
    const { promise } = touchpoint
    const measure = measures.find((one) => one.key === promise?.measure)
    const figure = figures.find(
      (one) => one.measure === measure?.key && one.group.touchpoint === touchpoint.key,
    )
    if (!promise || !measure || !figure || figure.estimate.value === null) return []
    const { estimate, gap } = figure
    return [
      {
        touchpoint,
        measure,
        form: measure,
        better: measure.better,
        promise: figure.promise ?? promise.target,
        estimate,
        gap,
      },
    ]
  })
}

/** Promises apart by the measure that proves them, the measure of most promises first. */
export function byProvingMeasure(
  promised: readonly PromisedFigure[],
): readonly (readonly PromisedFigure[])[] {
  const groups = [...Map.groupBy(promised, ({ measure }) => measure.key).values()]
  return groups.sort((one, other) => other.length - one.length)
}

/** Width of the scale in the unit of the figure, to hold gaps of different measures side by side. */
function scaleWidth({ unit, scale }: FigureForm): number {
  if (unit === 'points') return 200
  if (unit === 'share') return 1
  return scale ? scale.high - scale.low : 1
}

/** How far on the short side, as a part of the scale; negative where lived is ahead. */
export function shortfall({ gap, form, better }: PromisedFigure): number {
  const distance = (gap?.value ?? 0) / scaleWidth(form)
  return better === 'higher' ? -distance : distance
}

/** The gaps on the short side, widest first. */
export function widestGaps(promised: readonly PromisedFigure[], count: number): readonly PromisedFigure[] {
  return [...promised]
    .filter((one) => one.gap?.value != null && shortfall(one) > 0)
    .sort((one, other) => shortfall(other) - shortfall(one))
    .slice(0, count)
}

export const isBroken = (one: PromisedFigure) => gapState(one.gap, one.better) === 'short'
export const isAhead = (one: PromisedFigure) => gapState(one.gap, one.better) === 'ahead'
