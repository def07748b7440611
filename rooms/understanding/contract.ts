import { z } from 'zod'
import type { ProblemTable } from '../../foundations/http/problem.contract.ts'
import { InWorkspace, Key, procedure, workspacePath } from '../../foundations/http/procedure.contract.ts'

/** Whose experience an answer tells. */
export const populations = ['customers', 'prospects', 'employees'] as const
export const Population = z.enum(populations)
export type Population = z.infer<typeof Population>

/** Why a row of a file was refused. */
export const RejectedRow = z.object({
  line: z.number().int().describe('Line of the file, the first being 1.'),
  column: z.string().describe('Header of the column, empty when the whole row is at fault.'),
  value: z.string(),
  reason: z.string(),
})
export type RejectedRow = z.infer<typeof RejectedRow>

/** What an import has read and kept so far. */
export const ImportCounts = z.object({
  rowsRead: z.number().int(),
  rowsKept: z
    .number()
    .int()
    .describe('Rows of which at least one answer was kept, or that were already there.'),
  rowsRejected: z.number().int(),
  rowsAlreadyThere: z.number().int().describe('Rows imported before; they are not counted twice.'),
  answersKept: z.number().int(),
  answersNotGiven: z.number().int().describe('Cells that are empty or mean "not applicable".'),
  bytesRead: z.number().int(),
  bytesTotal: z.number().int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const importStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

/** One import of one file. */
export const ImportRecord = z.object({
  id: z.uuid(),
  fileName: z.string(),
  dryRun: z.boolean(),
  state: z.enum(importStates),
  counts: ImportCounts,
  problem: z.string().nullable().describe('Sentence that says why it failed.'),
  firstRejected: z.array(RejectedRow).describe('At most 20; the file of all of them has its own address.'),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
})
export type ImportRecord = z.infer<typeof ImportRecord>

const tag = 'Understanding'
const at = workspacePath

export const understandingContract = {
  imports: {
    start: procedure({
      method: 'POST',
      path: at('/imports'),
      admits: 'facts:write',
      tag,
      summary: 'Import an uploaded file by a mapping',
      description:
        'Upload the file first: `PUT /api/v1/workspaces/{workspace}/uploads/{fileName}` answers with its id.',
      successStatus: 202,
    })
      .input(
        InWorkspace.extend({
          upload: z.uuid().describe('Id of the uploaded file.'),
          mapping: z.string().max(1_000_000).describe('The mapping, as YAML.'),
          dryRun: z.boolean().default(false),
        }),
      )
      .output(ImportRecord),
    list: procedure({
      method: 'GET',
      path: at('/imports'),
      admits: 'records:read',
      tag,
      summary: 'List the imports, latest first',
    })
      .input(InWorkspace)
      .output(z.object({ imports: z.array(ImportRecord) })),
    get: procedure({
      method: 'GET',
      path: at('/imports/{id}'),
      admits: 'records:read',
      tag,
      summary: 'Read an import and its progress',
    })
      .input(InWorkspace.extend({ id: z.uuid() }))
      .output(ImportRecord),
    cancel: procedure({
      method: 'POST',
      path: at('/imports/{id}/cancel'),
      admits: 'facts:write',
      tag,
      summary: 'Cancel an import',
    })
      .input(InWorkspace.extend({ id: z.uuid() }))
      .output(ImportRecord),
    rejected: procedure({
      method: 'GET',
      path: at('/imports/{id}/rejected'),
      admits: 'facts:write',
      tag,
      summary: 'Read the rejected rows of an import',
    })
      .input(InWorkspace.extend({ id: z.uuid() }))
      .output(z.object({ rejected: z.array(RejectedRow), truncated: z.boolean() })),
  },
  segments: {
    list: procedure({
      method: 'GET',
      path: at('/segments'),
      admits: 'records:read',
      tag,
      summary: 'List the segments found in the answers',
    })
      .input(InWorkspace)
      .output(z.object({ segments: z.array(z.object({ name: Key, values: z.array(z.string()) })) })),
  },
}

export const understandingProblems = {
  UNDERSTANDING_UPLOAD_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no uploaded file "{id}".', fr: 'Il n’y a pas de fichier déposé « {id} ».' },
    hint: {
      en: 'Upload the file and use the id you are given.',
      fr: 'Déposez le fichier puis utilisez l’identifiant reçu.',
    },
  },
  UNDERSTANDING_IMPORT_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no import "{id}".', fr: 'Il n’y a pas d’import « {id} ».' },
    hint: {
      en: 'List the imports to see their ids.',
      fr: 'Listez les imports pour voir leurs identifiants.',
    },
  },
  UNDERSTANDING_MAPPING_INVALID: {
    status: 422,
    sentence: {
      en: 'The mapping does not fit: {findings}',
      fr: 'La correspondance ne convient pas : {findings}',
    },
    hint: {
      en: 'Correct it at the lines and columns named; nothing was imported.',
      fr: 'Corrigez-la aux lignes et colonnes citées ; rien n’a été importé.',
    },
  },
} as const satisfies ProblemTable
