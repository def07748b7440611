import type { ImportRecord } from '../contract.ts'

type Locale = 'en' | 'fr'

/** An import as text: what was kept, what was not, and what is to be looked at. */
export function importText(record: ImportRecord, locale: Locale) {
  const { counts, firstRejected, problem, unknownTouchpoints } = record
  const rows = shownCounts
    .filter((name) => counts[name] > 0 || always.has(name))
    .map((name) => [words[name][locale], counts[name].toLocaleString(locale)])
  const rejected = firstRejected.map(({ line, column, value, reason }) => [
    String(line),
    column,
    value,
    reason,
  ])
  const unknown = unknownTouchpoints.map(({ key, facts }) => [key, facts.toLocaleString(locale)])
  const head = [words.line[locale], words.column[locale], words.value[locale], words.reason[locale]]
  return [
    `${record.fileName}: ${states[record.state][locale]}${record.dryRun ? ` (${words.dry[locale]})` : ''}`,
    ...(problem ? [problem] : []),
    { head: [], rows, right: [1] },
    ...(unknown.length > 0 ? ['', words.unknown[locale], { head: [], rows: unknown, right: [1] }] : []),
    ...(rejected.length > 0 ? ['', words.firstRejected[locale], { head, rows: rejected, right: [0] }] : []),
  ]
}

const shownCounts = [
  'rowsRead',
  'rowsKept',
  'rowsAlreadyThere',
  'rowsReplaced',
  'rowsLeftOut',
  'rowsRejected',
  'answersKept',
  'answersNotGiven',
  'interactionsKept',
  'outcomesKept',
  'outcomesNotGiven',
  'aliasesKept',
  'profilesKept',
] as const

/** Told even where it is none. */
const always = new Set<string>(['rowsRead', 'rowsKept', 'rowsRejected'])

const states: Readonly<Record<ImportRecord['state'], Record<Locale, string>>> = {
  waiting: { en: 'waiting', fr: 'en attente' },
  running: { en: 'running', fr: 'en cours' },
  done: { en: 'done', fr: 'terminé' },
  failed: { en: 'failed', fr: 'échoué' },
  cancelled: { en: 'cancelled', fr: 'annulé' },
  undoing: { en: 'being undone', fr: 'en train d’être défait' },
  undone: { en: 'undone', fr: 'défait' },
}

const words = {
  dry: { en: 'dry run: nothing was kept', fr: 'essai : rien n’a été gardé' },
  rowsRead: { en: 'rows read', fr: 'lignes lues' },
  rowsKept: { en: 'rows kept', fr: 'lignes gardées' },
  rowsAlreadyThere: { en: 'of which already there', fr: 'dont déjà présentes' },
  rowsReplaced: { en: 'rows that replaced an earlier one', fr: 'lignes qui en ont remplacé une' },
  rowsLeftOut: { en: 'rows left out by the mapping', fr: 'lignes écartées par la correspondance' },
  rowsRejected: { en: 'rows rejected', fr: 'lignes rejetées' },
  answersKept: { en: 'answers kept', fr: 'réponses gardées' },
  answersNotGiven: { en: 'answers not given', fr: 'réponses non données' },
  interactionsKept: { en: 'interactions kept', fr: 'interactions gardées' },
  outcomesKept: { en: 'outcomes kept', fr: 'résultats gardés' },
  outcomesNotGiven: { en: 'outcomes without a value', fr: 'résultats sans valeur' },
  aliasesKept: { en: 'identifiers kept', fr: 'identifiants gardés' },
  profilesKept: { en: 'profiles kept', fr: 'profils gardés' },
  unknown: {
    en: 'Touchpoints that are not designed here, with the facts about them:',
    fr: 'Points de contact qui ne sont pas conçus ici, avec les faits à leur sujet :',
  },
  firstRejected: { en: 'First rows rejected:', fr: 'Premières lignes rejetées :' },
  line: { en: 'line', fr: 'ligne' },
  column: { en: 'column', fr: 'colonne' },
  value: { en: 'value', fr: 'valeur' },
  reason: { en: 'reason', fr: 'raison' },
}
