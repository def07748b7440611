import type { Estimate } from '../../../foundations/statistics/estimate.ts'
import type { PanelMatrix } from '../../../foundations/statistics/panel/panel-matrix.ts'
import type { LagR, LinkSide } from './linkage.contract.ts'

/** Figures of every unit in every period, one matrix for each indicator. */
export interface LinkagePanel {
  readonly units: number
  readonly periods: number
  readonly indicators: readonly PanelIndicator[]
  /** Places of the indicators that are held constant. */
  readonly controls: readonly number[]
  readonly mostLag: number
  readonly draws: number
  readonly seed: number
}

export interface PanelIndicator {
  readonly side: LinkSide
  /** Unit after unit; NaN where there is no figure, or none that may be shown. */
  readonly values: Float64Array
  /** Sampling variance of each figure; null for results, which are what they are. */
  readonly variances: Float64Array | null
}

export interface LinkFound {
  readonly x: number
  readonly y: number
  readonly lag: number
  readonly slope: Estimate
  readonly freed: Estimate | null
  readonly r: Estimate
  readonly reliability: number
  readonly p: number
  readonly pAdjusted: number
  readonly lags: readonly LagR[]
  readonly back: { readonly r: number; readonly p: number } | null
  readonly between: Estimate | null
  readonly points: readonly LinkPoint[]
}

export interface LinkPoint {
  readonly x: number
  readonly y: number
  readonly n: number
}

/** One indicator as the statistics read it. */
export function matrixOf(panel: LinkagePanel, at: number): PanelMatrix {
  const { values, variances } = panel.indicators[at]!
  return { units: panel.units, periods: panel.periods, values, variances: variances ?? undefined }
}

const parts = 20

/** Means of pairs in equal parts by the first of them. */
export function binnedPoints(x: Float64Array, y: Float64Array): LinkPoint[] {
  const sorted = Array.from(x.keys()).sort((a, b) => x[a]! - x[b]!)
  const count = Math.min(parts, Math.floor(sorted.length / 3) || 1)
  return Array.from({ length: count }, (_, part) => {
    const members = sorted.slice(
      Math.floor((part * sorted.length) / count),
      Math.floor(((part + 1) * sorted.length) / count),
    )
    const mean = (values: Float64Array) => members.reduce((sum, at) => sum + values[at]!, 0) / members.length
    return { x: mean(x), y: mean(y), n: members.length }
  })
}
