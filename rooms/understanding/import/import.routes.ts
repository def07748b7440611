import { implement } from '@orpc/server'
import type { Locale } from '../../../foundations/http/locale.contract.ts'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { Jobs } from '../../../foundations/jobs/jobs.ts'
import { type ImportRecord, type PreviewedRow, understandingContract } from '../contract.ts'
import { beginImport, bytesToRead } from './begin-import.job.ts'
import { fileReasonIn } from './file-reasons.ts'
import { undoKind } from './import.job.ts'
import {
  type ImportRecords,
  noCounts,
  rejectedKept,
  type StoredImport,
  type Upload,
} from './import.ledger.ts'
import { previewInThread } from './preview-in-thread.job.ts'
import { proposeInThread } from './proposal/propose-in-thread.job.ts'
import { readMapping } from './read-mapping.ts'
import { reasonIn } from './row-reasons.ts'
import { toldFindings } from './told-findings.ts'
import type { UploadedFiles } from './uploaded-files.job.ts'

export interface ImportRoutesNeeds {
  readonly records: ImportRecords
  readonly jobs: Pick<Jobs, 'start' | 'cancel'>
  readonly files: Pick<UploadedFiles, 'pathOf' | 'rejected'>
  /** What pseudonyms of employees are made with. */
  readonly secret: (binding: Binding) => Promise<string>
  /** Keys of the touchpoints designed in the workspace; absent where nobody designs any. */
  readonly knownTouchpoints?: ((binding: Binding) => Promise<ReadonlySet<string>>) | undefined
  readonly clock: () => Date
}

type Binding = ReturnType<typeof requestBinding>

export function importRoutes(needs: ImportRoutesNeeds) {
  const { records } = needs
  const os = implement(understandingContract.imports).$context<RequestContext>()
  return {
    start: os.start.handler(({ input, context }) =>
      start(needs, requestBinding(input, context), { ...input, language: context.locale }),
    ),
    propose: os.propose.handler(({ input, context }) =>
      propose(needs, requestBinding(input, context), { id: input.upload, locale: context.locale }),
    ),
    list: os.list.handler(async ({ input, context }) => {
      const binding = requestBinding(input, context)
      const imports = await shown(needs, binding, await records.list(binding))
      return { imports: imports.map((one) => toldIn(one, context.locale)) }
    }),
    preview: os.preview.handler(({ input, context }) =>
      preview(needs, requestBinding(input, context), { ...input, language: context.locale }),
    ),
    get: os.get.handler(async ({ input, context }) =>
      toldIn(await existing(needs, requestBinding(input, context), input.id), context.locale),
    ),
    undo: os.undo.handler(({ input, context }) => undo(needs, requestBinding(input, context), input.id)),
    cancel: os.cancel.handler(({ input, context }) =>
      cancel(needs, requestBinding(input, context), input.id),
    ),
    rejected: os.rejected.handler(async ({ input, context }) => {
      const { counts } = await existing(needs, requestBinding(input, context), input.id)
      const rejected = await records.rejected(requestBinding(input, context), input.id)
      return {
        rejected: rejected.map((row) => rowIn(row, context.locale)),
        truncated: counts.rowsRejected > rejectedKept,
      }
    }),
    rejectedFile: os.rejectedFile.handler(async ({ input, context }) => {
      const { fileName } = await existing(needs, requestBinding(input, context), input.id)
      const blob = (await needs.files.rejected(input.workspace, input.id)) ?? new Blob([])
      return new File([blob], `${fileName}-rejected.csv`, { type: 'text/csv;charset=utf-8' })
    }),
  }
}

async function propose(
  { records, files, clock }: ImportRoutesNeeds,
  binding: Binding,
  { id, locale }: { readonly id: string; readonly locale: Locale },
) {
  const upload = await records.upload(binding, id)
  if (!upload) throw problem('UNDERSTANDING_UPLOAD_UNKNOWN', { id })
  const proposed = await proposeInThread({
    path: files.pathOf(binding.workspace, id),
    fileName: upload.fileName,
    today: clock().toISOString().slice(0, 10),
  })
  if ('unreadable' in proposed)
    throw problem('UNDERSTANDING_FILE_UNREADABLE', { reason: fileReasonIn(proposed.unreadable, locale) })
  return proposed.proposal
}

interface FilesByMapping {
  readonly upload?: string | undefined
  readonly uploads?: readonly string[] | undefined
  readonly mapping: string
  readonly language: 'en' | 'fr'
}

/** A refused row with its reason in the language of the reader. */
function rowIn<Row extends { readonly reason: string }>(row: Row, locale: Locale): Row {
  return { ...row, reason: reasonIn(row.reason, locale) }
}

function toldIn(record: ImportRecord, locale: Locale): ImportRecord {
  const { firstRejected, problem: kept } = record
  return {
    ...record,
    firstRejected: firstRejected.map((row) => rowIn(row, locale)),
    problem: kept === null ? null : fileReasonIn(kept, locale),
  }
}

async function start(
  needs: ImportRoutesNeeds,
  binding: Binding,
  question: FilesByMapping & { dryRun: boolean },
) {
  const { mapping, uploads } = await readQuestion(needs, binding, question)
  const id = await beginImport(needs, binding, { uploads, mapping, dryRun: question.dryRun })
  return existing(needs, binding, id)
}

async function preview(
  needs: ImportRoutesNeeds,
  binding: Binding,
  question: FilesByMapping & { rows: number },
) {
  const { mapping, uploads } = await readQuestion(needs, binding, question)
  const previewed = await previewInThread({
    files: uploads.map(({ id, fileName }) => ({
      path: needs.files.pathOf(binding.workspace, id),
      name: fileName,
    })),
    mapping,
    now: needs.clock(),
    secret: await needs.secret(binding),
    rows: question.rows,
  })
  const told = ({ rejected, ...row }: PreviewedRow): PreviewedRow => ({
    ...row,
    rejected: rejected.map((one) => rowIn(one, question.language)),
  })
  const problemTold = previewed.problem === null ? null : fileReasonIn(previewed.problem, question.language)
  return { rows: previewed.rows.map(told), problem: problemTold }
}

/** The mapping and the files that are meant; refused where they do not go together. */
async function readQuestion({ records }: ImportRoutesNeeds, binding: Binding, question: FilesByMapping) {
  const uploads = await uploadsOf(records, binding, question)
  const read = readMapping(question.mapping, question.language)
  if ('findings' in read)
    throw problem('UNDERSTANDING_MAPPING_INVALID', { findings: toldFindings(read.findings) })
  const { mapping } = read
  bytesToRead(mapping, uploads)
  return { mapping, uploads }
}

async function uploadsOf(
  records: ImportRecords,
  binding: Binding,
  { upload, uploads = [] }: FilesByMapping,
): Promise<Upload[]> {
  const ids = [...new Set([...(upload === undefined ? [] : [upload]), ...uploads])]
  if (ids.length === 0) throw problem('UNDERSTANDING_NO_FILE', {})
  const found: Upload[] = []
  for (const id of ids) {
    const one = await records.upload(binding, id)
    if (!one) throw problem('UNDERSTANDING_UPLOAD_UNKNOWN', { id })
    found.push(one)
  }
  return found
}

async function undo(needs: ImportRoutesNeeds, binding: Binding, id: string) {
  const { state, dryRun } = await existing(needs, binding, id)
  if (dryRun || state === 'undone') throw problem('UNDERSTANDING_IMPORT_KEPT_NOTHING', { id })
  const before = await needs.records.beginUndo(binding, id)
  if (before === undefined) throw problem('UNDERSTANDING_IMPORT_OPEN', { id })
  const input = { import: id, before: before === 'undoing' ? 'done' : before }
  await needs.jobs.start({ ...binding, kind: undoKind, input })
  return existing(needs, binding, id)
}

async function cancel(needs: ImportRoutesNeeds, binding: Binding, id: string) {
  const { records, jobs } = needs
  const { counts } = await existing(needs, binding, id)
  const job = await records.jobOf(binding, id)
  if (job) await jobs.cancel(binding, job)
  await records.end(binding, id, { state: 'cancelled', counts: { ...noCounts, ...counts } })
  return existing(needs, binding, id)
}

async function existing(needs: ImportRoutesNeeds, binding: Binding, id: string): Promise<ImportRecord> {
  const record = await needs.records.get(binding, id)
  if (!record) throw problem('UNDERSTANDING_IMPORT_UNKNOWN', { id })
  return (await shown(needs, binding, [record]))[0]!
}

/** Imports with the touchpoints that are not designed now; those designed since are known. */
async function shown(
  { knownTouchpoints }: ImportRoutesNeeds,
  binding: Binding,
  stored: readonly StoredImport[],
): Promise<ImportRecord[]> {
  const known = await knownTouchpoints?.(binding)
  return stored.map(({ touchpoints, ...record }) => ({
    ...record,
    unknownTouchpoints: Object.entries(touchpoints).flatMap(([key, facts]) =>
      known === undefined || known.has(key) ? [] : [{ key, facts }],
    ),
  }))
}
