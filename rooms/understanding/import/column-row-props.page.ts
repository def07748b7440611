import type { ColumnChoice, KnownTouchpoint } from './column-choice.page.ts'
import type { Wizard } from './use-wizard.page.ts'

/** What the row of a column and its parts are given. */
export interface ColumnRowProps {
  readonly choice: ColumnChoice
  readonly wizard: Wizard
  readonly touchpoints: readonly KnownTouchpoint[]
  /** Id of the list that offers the touchpoints. */
  readonly suggestions: string
}
