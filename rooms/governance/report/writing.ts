import type { Formats } from '../../../foundations/format/formats.ts'
import type { Say } from '../../../foundations/format/sayer.ts'
import type { Touchpoint } from '../../design/contract.ts'
import type { Figures, MethodDescription } from '../../measurement/contract.ts'
import type { Team } from '../../strategy/contract.ts'
import type { MeasureWithUnit, PromisedFigure } from '../cockpit/promised-figures.ts'
import type { reportSentences } from './report-sentences.ts'

/** What a report is written from. */
export interface ReportMaterial {
  readonly organisation: string
  readonly measures: readonly MeasureWithUnit[]
  readonly methods: readonly MethodDescription[]
  readonly touchpoints: readonly Touchpoint[]
  readonly teams: readonly Team[]
  /** Figures of the whole, compared with the period before. */
  readonly whole: Figures
  /** Figures of each touchpoint, compared with the period before. */
  readonly byTouchpoint: Figures
  readonly madeAt: Date
}

/** Material in the hands of who writes: the language, its words, and the promises with their figures. */
export interface Writing extends ReportMaterial {
  readonly formats: Formats
  readonly say: Say<typeof reportSentences>
  readonly promised: readonly PromisedFigure[]
}

export type Voice = Pick<Writing, 'say' | 'formats'>
