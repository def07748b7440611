/** A text of the doctor, in both languages. */
type Said = Readonly<{ en: string; fr: string }>

/** What one check found: well, worth knowing, or in the way. */
export interface Examination {
  readonly name: 'node' | 'ledger' | 'warehouse' | 'data' | 'disk' | 'port' | 'server'
  readonly state: 'well' | 'note' | 'ill'
  readonly message: Said
  /** What to do about it, where there is something to do. */
  readonly remedy?: Said
}

/** The same words in both languages, for what a machine says. */
export const inBoth = (text: string): Said => ({ en: text, fr: text })

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
