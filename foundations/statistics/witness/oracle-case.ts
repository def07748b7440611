import type { Table } from './csv-table.ts'

/** A value as it stands in a JSON file. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The description of what a case feeds to a method. */
export type CaseInput = { readonly [key: string]: Json }

/** One case: what goes in, what must come out, and how closely. */
export interface OracleCase {
  readonly id: string
  readonly title: string
  readonly input: CaseInput
  readonly expected: Json
  readonly tol: number | string
  readonly ref?: string
}

/** What an adapter may use besides the input. */
export interface AdapterContext {
  /** Reads the table that a phrase such as "R datasets::swiss (data/swiss.csv)" names. */
  readonly table: (phrase: Json | undefined) => Table
  /** The text of a file of the data folder, or of a folder "data" beside that of the cases. */
  readonly file: (path: string) => string
  readonly title: string
}

/**
 * Turns the input of a case into calls of the library and returns everything that could be expected, under the names
 * the cases use. Undefined: the shape of the input is not known.
 */
export type Adapter = (input: CaseInput, context: AdapterContext) => unknown
