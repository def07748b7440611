import type { Finding } from './finding.ts'
import { frenchTypographyFault } from './french-typography.ts'

/** A text in both languages, and where it stands. */
export interface BilingualText {
  readonly file: string
  readonly line?: number
  /** Name that people find it by: a code, a key. */
  readonly name: string
  readonly en: unknown
  readonly fr: unknown
}

/** Holds a text to what both languages ask: both written, the same values named, French marks. */
export function bilingualFindings({ file, line, name, en, fr }: BilingualText): Finding[] {
  const place = { file, line }
  const missing = ([en, fr] as unknown[]).findIndex((text) => typeof text !== 'string' || text.trim() === '')
  if (missing !== -1) {
    const message = `${name} has no text in ${missing === 0 ? 'English' : 'French'}`
    return [{ ...place, rule: 'words/language', message, remedy: 'Write it in both languages.' }]
  }
  return [
    ...placeholderFindings({ ...place, name, en: String(en), fr: String(fr) }),
    ...typographyFindings({ ...place, name, fr: String(fr) }),
  ]
}

interface Written {
  readonly file: string
  readonly line?: number
  readonly name: string
  readonly fr: string
}

function placeholderFindings({ name, en, fr, ...place }: Written & { readonly en: string }): Finding[] {
  const inEnglish = placeholders(en)
  const inFrench = placeholders(fr)
  if (inEnglish === inFrench) return []
  const message = `${name} names ${inEnglish || 'nothing'} in English and ${inFrench || 'nothing'} in French`
  return [{ ...place, rule: 'words/placeholder', message, remedy: 'Name the same values in both.' }]
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ')
}

function typographyFindings({ name, fr, ...place }: Written): Finding[] {
  const fault = frenchTypographyFault(fr)
  if (fault === null) return []
  const remedy = 'npm run format sets the no-break spaces; ’, « » and … are written by hand.'
  return [{ ...place, rule: 'words/typography', message: `${name}: ${fault}`, remedy }]
}
