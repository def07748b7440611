import type { Domain } from '../../../foundations/format/axis-domain.ts'
import type { GapState } from '../../../foundations/format/gap-state.ts'

/** How a word is meant: a change for the better or for the worse, a promise short or ahead, or neither. */
export type Tone = 'good' | 'bad' | 'quiet'

/** A figure of the whole, written out. */
export interface ReportFigure {
  readonly name: string
  readonly value: string
  /** What stands small behind the value; empty where nothing does. */
  readonly unit: string
  /** Interval and n, or the reason why there is none. */
  readonly certainty: string
  readonly verdict: string
  readonly tone: Tone
  readonly change: string
}

/** Where promise and lived lie on an axis. */
export interface ReportScale {
  readonly domain: Domain
  readonly promise: number
  readonly lived: number | null
  readonly low: number | null
  readonly high: number | null
  readonly state: GapState
}

export interface ReportCell {
  readonly text: string
  /** A second line, smaller. */
  readonly note?: string
  readonly tone?: Tone
  readonly isStrong?: boolean
}

export interface ReportTable {
  readonly kind: 'table'
  readonly title: string
  readonly note: string
  readonly head: readonly string[]
  /** Columns whose cells stand at the right. */
  readonly numbers: readonly number[]
  readonly rows: readonly {
    readonly cells: readonly ReportCell[]
    /** Drawn in a column of its own after the cells. */
    readonly scale?: ReportScale
  }[]
}

export type ReportBlock =
  | { readonly kind: 'figures'; readonly title: string; readonly figures: readonly ReportFigure[] }
  | ReportTable
  | { readonly kind: 'notes'; readonly title: string; readonly lines: readonly string[] }

/** A report as it is written out, whatever it is printed on. */
export interface Report {
  readonly language: 'en' | 'fr'
  readonly organisation: string
  readonly title: string
  readonly note: string
  readonly blocks: readonly ReportBlock[]
  readonly footer: string
}
