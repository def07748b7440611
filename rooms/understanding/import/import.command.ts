import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { ImportRecord, understandingContract } from '../contract.ts'
import { proposalText } from './proposal-text.command.ts'

type Session = CommandSession<{ readonly understanding: ClientOf<typeof understandingContract> }>

interface ImportOptions {
  readonly mapping?: string
  readonly propose?: boolean
  readonly dryRun?: boolean
}

/** `tutti import`: uploads files, has them read by a mapping, and tells what was kept and what was not. */
export function importCommand(session: Session): Command {
  const { locale } = session
  return new Command('import')
    .description(words.import[locale])
    .argument('<files...>', words.files[locale])
    .option('--mapping <file>', words.mapping[locale])
    .option('--propose', words.propose[locale])
    .option('--dry-run', words.dryRun[locale])
    .action((files: string[], { mapping, propose, dryRun = false }: ImportOptions) =>
      mapping === undefined || propose
        ? proposeMappings(session, files)
        : importFiles(session, files, { mapping, dryRun }),
    )
}

async function importFiles(
  session: Session,
  files: readonly string[],
  options: { readonly mapping: string; readonly dryRun: boolean },
): Promise<void> {
  const mapping = await session.readText(options.mapping)
  const imports: ImportRecord[] = []
  for (const file of files) {
    if (session.interrupted.aborted) break
    imports.push(await importFile(session, { file, mapping, dryRun: options.dryRun }))
  }
  const text = imports.flatMap((record) => textOf(record, session.locale))
  const failed = imports.length < files.length || imports.some((record) => !isClean(record))
  session.tell({ json: { imports }, text, failed })
}

/** Without a mapping nothing is imported: what the columns seem to be is told, and a mapping to begin with. */
async function proposeMappings(session: Session, files: readonly string[]): Promise<void> {
  const { client, workspace, upload } = await session.reach()
  const proposals = []
  for (const file of files) {
    const { id } = await upload(file)
    proposals.push({
      fileName: file,
      ...(await client.understanding.imports.propose({ workspace, upload: id })),
    })
  }
  const text = proposals.flatMap((proposal) => proposalText(proposal, session.locale))
  session.tell({ json: { proposals }, text, failed: false })
}

/** Rows rejected are told but are no failure of the import; a dry run fails on them, because it was asked to find them. */
function isClean({ state, dryRun, counts }: ImportRecord): boolean {
  return state === 'done' && !(dryRun && counts.rowsRejected > 0)
}

interface FileToImport {
  readonly file: string
  readonly mapping: string
  readonly dryRun: boolean
}

async function importFile(session: Session, { file, mapping, dryRun }: FileToImport): Promise<ImportRecord> {
  const { client, workspace, upload } = await session.reach()
  const { imports } = client.understanding
  const { id } = await upload(file)
  const started = await imports.start({ workspace, upload: id, mapping, dryRun })
  const cancelled = whenAborted(session.interrupted, () => imports.cancel({ workspace, id: started.id }))
  let record = started
  while (record.state === 'waiting' || record.state === 'running') {
    session.progress(progressOf(record))
    await session.wait(pollMs)
    record = await imports.get({ workspace, id: started.id })
  }
  await cancelled.settled()
  return record
}

const pollMs = 200

/** Does something once when a signal is given; `settled` waits for what it began. */
function whenAborted(signal: AbortSignal, work: () => Promise<unknown>) {
  let begun: Promise<unknown> = Promise.resolve()
  const begin = () => {
    begun = work()
  }
  if (signal.aborted) begin()
  else signal.addEventListener('abort', begin, { once: true })
  return {
    settled: async () => {
      signal.removeEventListener('abort', begin)
      await begun
    },
  }
}

function progressOf({ fileName, counts: { bytesRead, bytesTotal, rowsRead } }: ImportRecord): string {
  const share = bytesTotal > 0 ? Math.floor((100 * bytesRead) / bytesTotal) : 0
  return `${fileName}  ${share} %  ${rowsRead}`
}

type Locale = Session['locale']

function textOf(record: ImportRecord, locale: Locale) {
  const { counts, firstRejected, problem } = record
  const rows = shownCounts.map((name) => [words[name][locale], counts[name].toLocaleString(locale)])
  const rejected = firstRejected.map(({ line, column, value, reason }) => [
    String(line),
    column,
    value,
    reason,
  ])
  const head = [words.line[locale], words.column[locale], words.value[locale], words.reason[locale]]
  return [
    `${record.fileName}: ${states[record.state][locale]}${record.dryRun ? ` (${words.dry[locale]})` : ''}`,
    ...(problem ? [problem] : []),
    { head: [], rows, right: [1] },
    ...(rejected.length > 0 ? ['', words.firstRejected[locale], { head, rows: rejected, right: [0] }] : []),
  ]
}

const shownCounts = [
  'rowsRead',
  'rowsKept',
  'rowsAlreadyThere',
  'rowsRejected',
  'answersKept',
  'answersNotGiven',
] as const

const states: Readonly<Record<ImportRecord['state'], Record<Locale, string>>> = {
  waiting: { en: 'waiting', fr: 'en attente' },
  running: { en: 'running', fr: 'en cours' },
  done: { en: 'done', fr: 'terminé' },
  failed: { en: 'failed', fr: 'échoué' },
  cancelled: { en: 'cancelled', fr: 'annulé' },
}

const words = {
  import: {
    en: 'Import files of answers by a mapping. A file imported twice counts once.',
    fr: 'Importer des fichiers de réponses par une correspondance. Un fichier importé deux fois compte une fois.',
  },
  files: { en: 'files to import', fr: 'fichiers à importer' },
  mapping: { en: 'what each column means, as YAML', fr: 'ce que veut dire chaque colonne, en YAML' },
  propose: {
    en: 'tell what each column seems to be and print a mapping to begin with; so it is without --mapping',
    fr: 'dire ce que chaque colonne semble être et écrire une correspondance pour commencer ; de même sans --mapping',
  },
  dryRun: { en: 'read and count, keep nothing', fr: 'lire et compter, sans rien garder' },
  dry: { en: 'dry run: nothing was kept', fr: 'essai : rien n’a été gardé' },
  rowsRead: { en: 'rows read', fr: 'lignes lues' },
  rowsKept: { en: 'rows kept', fr: 'lignes gardées' },
  rowsAlreadyThere: { en: 'of which already there', fr: 'dont déjà présentes' },
  rowsRejected: { en: 'rows rejected', fr: 'lignes rejetées' },
  answersKept: { en: 'answers kept', fr: 'réponses gardées' },
  answersNotGiven: { en: 'answers not given', fr: 'réponses non données' },
  firstRejected: { en: 'First rows rejected:', fr: 'Premières lignes rejetées :' },
  line: { en: 'line', fr: 'ligne' },
  column: { en: 'column', fr: 'colonne' },
  value: { en: 'value', fr: 'valeur' },
  reason: { en: 'reason', fr: 'raison' },
}
