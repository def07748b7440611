import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { Jobs } from '../../../foundations/jobs/jobs.ts'
import type { LocatedFinding } from '../../../foundations/yaml/located-finding.ts'
import { understandingContract } from '../contract.ts'
import { importKind } from './import.job.ts'
import { type ImportRecords, noCounts, rejectedKept } from './import.ledger.ts'
import { proposeInThread } from './proposal/propose-in-thread.job.ts'
import { readMapping } from './read-mapping.ts'
import type { UploadedFiles } from './uploaded-files.job.ts'

export interface ImportRoutesNeeds {
  readonly records: ImportRecords
  readonly jobs: Pick<Jobs, 'start' | 'cancel'>
  readonly files: Pick<UploadedFiles, 'pathOf'>
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
      propose(needs, requestBinding(input, context), input.upload),
    ),
    list: os.list.handler(async ({ input, context }) => ({
      imports: await records.list(requestBinding(input, context)),
    })),
    get: os.get.handler(({ input, context }) => existing(records, requestBinding(input, context), input.id)),
    cancel: os.cancel.handler(({ input, context }) =>
      cancel(needs, requestBinding(input, context), input.id),
    ),
    rejected: os.rejected.handler(async ({ input, context }) => {
      const { counts } = await existing(records, requestBinding(input, context), input.id)
      const rejected = await records.rejected(requestBinding(input, context), input.id)
      return { rejected, truncated: counts.rowsRejected > rejectedKept }
    }),
  }
}

async function propose({ records, files, clock }: ImportRoutesNeeds, binding: Binding, id: string) {
  const upload = await records.upload(binding, id)
  if (!upload) throw problem('UNDERSTANDING_UPLOAD_UNKNOWN', { id })
  const proposed = await proposeInThread({
    path: files.pathOf(binding.workspace, id),
    fileName: upload.fileName,
    today: clock().toISOString().slice(0, 10),
  })
  if ('unreadable' in proposed)
    throw problem('UNDERSTANDING_FILE_UNREADABLE', { reason: proposed.unreadable })
  return proposed.proposal
}

interface StartQuestion {
  readonly upload: string
  readonly mapping: string
  readonly dryRun: boolean
  readonly language: 'en' | 'fr'
}

async function start({ records, jobs }: ImportRoutesNeeds, binding: Binding, question: StartQuestion) {
  const upload = await records.upload(binding, question.upload)
  if (!upload) throw problem('UNDERSTANDING_UPLOAD_UNKNOWN', { id: question.upload })
  const read = readMapping(question.mapping, question.language)
  if ('findings' in read) throw problem('UNDERSTANDING_MAPPING_INVALID', { findings: told(read.findings) })
  const id = await records.add(binding, { upload, mapping: read.mapping, dryRun: question.dryRun })
  const job = await jobs.start({ ...binding, kind: importKind, input: { import: id, bytes: upload.bytes } })
  await records.setJob(binding, id, job)
  return existing(records, binding, id)
}

async function cancel({ records, jobs }: ImportRoutesNeeds, binding: Binding, id: string) {
  const { counts } = await existing(records, binding, id)
  const job = await records.jobOf(binding, id)
  if (job) await jobs.cancel(binding, job)
  await records.end(binding, id, { state: 'cancelled', counts: { ...noCounts, ...counts } })
  return existing(records, binding, id)
}

async function existing(records: ImportRecords, binding: Binding, id: string) {
  const record = await records.get(binding, id)
  if (!record) throw problem('UNDERSTANDING_IMPORT_UNKNOWN', { id })
  return record
}

/** Findings in one sentence each, with their places. */
function told(findings: readonly LocatedFinding[]): string {
  return findings.map(({ line, column, message, hint }) => `${line}:${column} ${message}. ${hint}`).join(' ')
}
