import type { ColumnRole, Proposal } from '../contract.ts'

type Locale = 'en' | 'fr'

/** A proposal as text: a table of the columns, what to look at, and the mapping. */
export function proposalText(proposal: Proposal & { readonly fileName: string }, locale: Locale) {
  const { columns, warnings, questions, mapping } = proposal
  const rows = columns.map(({ column, role, confidence, why }) => [
    column.slice(0, 40),
    roleNames[role][locale],
    `${Math.round(confidence * 100)} %`,
    why[locale],
  ])
  const head = (['column', 'role', 'confidence', 'why'] as const).map((word) => words[word][locale])
  return [
    proposal.fileName,
    { head, rows, right: [2] },
    ...[...warnings, ...questions].flatMap((said) => ['', said[locale]]),
    '',
    ...(mapping === null ? [] : mapping.trimEnd().split('\n')),
  ]
}

const words = {
  column: { en: 'column', fr: 'colonne' },
  role: { en: 'is', fr: 'est' },
  confidence: { en: 'confidence', fr: 'confiance' },
  why: { en: 'why', fr: 'pourquoi' },
}

const roleNames: Readonly<Record<ColumnRole, Record<Locale, string>>> = {
  score: { en: 'score', fr: 'note' },
  person: { en: 'person', fr: 'personne' },
  response: { en: 'response', fr: 'réponse' },
  date: { en: 'date', fr: 'date' },
  touchpoint: { en: 'touchpoint', fr: 'point de contact' },
  unit: { en: 'unit', fr: 'unité' },
  segment: { en: 'segment', fr: 'segment' },
  channel: { en: 'channel', fr: 'canal' },
  offer: { en: 'offer', fr: 'offre' },
  weight: { en: 'weight', fr: 'poids' },
  verbatim: { en: 'verbatim', fr: 'verbatim' },
  outcome: { en: 'quantity', fr: 'quantité' },
  language: { en: 'language', fr: 'langue' },
  'check-all': { en: 'box of a question', fr: 'case d’une question' },
  ignore: { en: 'ignored', fr: 'ignorée' },
}
