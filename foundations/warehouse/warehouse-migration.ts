import type { Shape } from './table.ts'

/** A change of the tables, written so that running it twice does no harm. */
export interface WarehouseMigration {
  readonly id: string
  readonly statements: (shape: Shape) => string[]
}
