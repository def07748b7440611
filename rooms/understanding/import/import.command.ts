import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { ImportRecord, understandingContract } from '../contract.ts'
import { importText } from './import-text.command.ts'
import type { mappingContract } from './mapping.contract.ts'
import { proposalText } from './proposal-text.command.ts'
import { readMapping } from './read-mapping.ts'
import { scheduleCommand } from './schedule/schedule.command.ts'
import type { scheduleContract } from './schedule/schedule.contract.ts'

type Session = CommandSession<{
  readonly understanding: ClientOf<
    typeof understandingContract & typeof mappingContract & typeof scheduleContract
  >
}>

interface ImportOptions {
  readonly mapping?: string
  readonly saved?: string
  readonly propose?: boolean
  readonly dryRun?: boolean
  readonly rejected?: string
}

/** `tutti import`: uploads files, has them read by a mapping, and tells what was kept and what was not. */
export function importCommand(session: Session): Command {
  const { locale } = session
  return new Command('import')
    .description(words.import[locale])
    .argument('<files...>', words.files[locale])
    .option('--mapping <file>', words.mapping[locale])
    .option('--saved <key>', words.saved[locale])
    .option('--propose', words.propose[locale])
    .option('--dry-run', words.dryRun[locale])
    .option('--rejected <file>', words.rejected[locale])
    .action((files: string[], options: ImportOptions) =>
      options.propose || (options.mapping === undefined && options.saved === undefined)
        ? proposeMappings(session, files)
        : importFiles(session, files, options),
    )
    .addCommand(undoCommand(session))
    .addCommand(scheduleCommand(session))
}

function undoCommand(session: Session): Command {
  return new Command('undo')
    .description(words.undo[session.locale])
    .argument('<id>', words.id[session.locale])
    .action(async (id: string) => {
      const { client, workspace } = await session.reach()
      const started = await client.understanding.imports.undo({ workspace, id })
      const record = await whenOver(session, started)
      const text = importText(record, session.locale)
      session.tell({ json: record, text, failed: record.state !== 'undone' })
    })
}

async function importFiles(
  session: Session,
  files: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const mapping = await mappingText(session, options)
  const imports: ImportRecord[] = []
  for (const together of filesTogether(files, mapping)) {
    if (session.interrupted.aborted) break
    imports.push(await importTogether(session, { files: together, mapping, dryRun: options.dryRun ?? false }))
  }
  if (options.rejected !== undefined) await writeRejected(session, options.rejected, imports)
  const text = imports.flatMap((record) => importText(record, session.locale))
  const failed =
    imports.length === 0 || imports.some((record) => !isClean(record)) || session.interrupted.aborted
  session.tell({ json: { imports }, text, failed })
}

async function mappingText(session: Session, { mapping, saved }: ImportOptions): Promise<string> {
  if (mapping !== undefined) return session.readText(mapping)
  const { client, workspace } = await session.reach()
  return (await client.understanding.mappings.get({ workspace, key: saved! })).mapping
}

/** Files that a mapping joins are one import; those that it reads alike are one each. */
function filesTogether(files: readonly string[], mapping: string): (readonly string[])[] {
  const read = readMapping(mapping, 'en')
  return 'mapping' in read && read.mapping.files ? [files] : files.map((file) => [file])
}

/** Every rejected row of the imports in one file. */
async function writeRejected(
  session: Session,
  path: string,
  imports: readonly ImportRecord[],
): Promise<void> {
  const { client, workspace } = await session.reach()
  let text = ''
  for (const { id } of imports) {
    const rows = await (await client.understanding.imports.rejectedFile({ workspace, id })).text()
    text += text === '' ? rows : rows.slice(rows.indexOf('\n') + 1)
  }
  await session.writeText(path, text)
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

interface FilesToImport {
  readonly files: readonly string[]
  readonly mapping: string
  readonly dryRun: boolean
}

async function importTogether(
  session: Session,
  { files, mapping, dryRun }: FilesToImport,
): Promise<ImportRecord> {
  const { client, workspace, upload } = await session.reach()
  const { imports } = client.understanding
  const uploads: string[] = []
  for (const file of files) uploads.push((await upload(file)).id)
  const started = await imports.start({ workspace, uploads, mapping, dryRun })
  const cancelled = whenAborted(session.interrupted, () => imports.cancel({ workspace, id: started.id }))
  const record = await whenOver(session, started)
  await cancelled.settled()
  return record
}

const open: readonly ImportRecord['state'][] = ['waiting', 'running', 'undoing']

async function whenOver(session: Session, started: ImportRecord): Promise<ImportRecord> {
  const { client, workspace } = await session.reach()
  let record = started
  while (open.includes(record.state)) {
    session.progress(progressOf(record))
    await session.wait(pollMs)
    record = await client.understanding.imports.get({ workspace, id: started.id })
  }
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

const words = {
  import: {
    en: 'Import files by a mapping. A file imported twice counts once; a changed row takes the place of the old one.',
    fr: 'Importer des fichiers par une correspondance. Un fichier importé deux fois compte une fois ; une ligne changée remplace l’ancienne.',
  },
  files: { en: 'files to import', fr: 'fichiers à importer' },
  mapping: { en: 'what each column means, as YAML', fr: 'ce que veut dire chaque colonne, en YAML' },
  propose: {
    en: 'tell what each column seems to be and print a mapping to begin with; so it is without --mapping',
    fr: 'dire ce que chaque colonne semble être et écrire une correspondance pour commencer ; de même sans --mapping',
  },
  dryRun: { en: 'read and count, keep nothing', fr: 'lire et compter, sans rien garder' },
  saved: { en: 'key of a saved mapping', fr: 'clé d’une correspondance enregistrée' },
  rejected: {
    en: 'write every rejected row to this file, with its reasons',
    fr: 'écrire chaque ligne rejetée dans ce fichier, avec ses raisons',
  },
  undo: {
    en: 'Take out all that an import kept, and give back the rows that it had replaced.',
    fr: 'Retirer tout ce qu’un import a gardé, et rendre les lignes qu’il avait remplacées.',
  },
  id: { en: 'id of the import', fr: 'identifiant de l’import' },
}
