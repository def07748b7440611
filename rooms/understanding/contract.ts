import { z } from 'zod'
import type { ProblemTable } from '../../foundations/http/problem.contract.ts'
import { InWorkspace, Key, procedure, workspacePath } from '../../foundations/http/procedure.contract.ts'
import type { StreamContract } from '../../foundations/http/stream.contract.ts'

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

export const columnRoles = [
  'score',
  'person',
  'response',
  'date',
  'touchpoint',
  'unit',
  'segment',
  'channel',
  'offer',
  'weight',
  'verbatim',
  'outcome',
  'language',
  'check-all',
  'ignore',
] as const
export type ColumnRole = (typeof columnRoles)[number]

const Said = z.object({ en: z.string(), fr: z.string() })

/** What a column of a file seems to be, and why. */
export const ColumnProposal = z.object({
  column: z.string(),
  label: z.string().describe('Question behind the column, where a header row tells it.'),
  role: z.enum(columnRoles),
  why: Said,
  confidence: z.number().min(0).max(1),
  scale: z.object({ low: z.number(), high: z.number() }).optional().describe('Of a score.'),
  notGiven: z
    .array(z.union([z.string(), z.number()]))
    .optional()
    .describe('Codes that are no answer.'),
  values: z.record(z.string(), z.number()).optional().describe('Score that each word stands for.'),
  formats: z.array(z.string()).optional().describe('Styles of a date.'),
  group: z.string().optional().describe('What the columns of one question have in common.'),
})
export type ColumnProposal = z.infer<typeof ColumnProposal>

/** How a file could be read, with the reasons. */
export const Proposal = z.object({
  columns: z.array(ColumnProposal),
  shape: z.enum(['wide', 'long']).describe('One row a response, or one row an answer.'),
  rowsLookedAt: z.number().int(),
  mapping: z.string().nullable().describe('Mapping, as YAML; absent where nothing in the file is an answer.'),
  warnings: z.array(Said),
  questions: z.array(Said).describe('What only a person can tell.'),
})
export type Proposal = z.infer<typeof Proposal>

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
    propose: procedure({
      method: 'POST',
      path: at('/imports/propose'),
      admits: 'facts:write',
      tag,
      summary: 'Propose how an uploaded file could be read',
      description: 'Looks at the head of the file and at pieces spread over it; nothing is kept.',
    })
      .input(InWorkspace.extend({ upload: z.uuid().describe('Id of the uploaded file.') }))
      .output(Proposal),
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

/** A file that arrives to be imported; it is there whole or not at all. */
export const uploadContract = {
  method: 'PUT',
  path: '/workspaces/{workspace}/uploads/{fileName}',
  admits: 'facts:write',
  tag,
  summary: 'Upload a file to be imported',
  bytesMax: 50 * 1024 ** 3,
  output: z.object({ id: z.uuid(), fileName: z.string(), bytes: z.number().int() }),
} as const satisfies StreamContract

export const understandingProblems = {
  UNDERSTANDING_UPLOAD_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no uploaded file "{id}".', fr: 'Il n’y a pas de fichier déposé « {id} ».' },
    hint: {
      en: 'Upload the file and use the id you are given.',
      fr: 'Déposez le fichier puis utilisez l’identifiant reçu.',
    },
  },
  UNDERSTANDING_FILE_UNREADABLE: {
    status: 422,
    sentence: {
      en: 'The file cannot be read: {reason}',
      fr: 'Le fichier ne peut pas être lu : {reason}',
    },
    hint: {
      en: 'Correct the file and upload it again.',
      fr: 'Corrigez le fichier puis déposez-le à nouveau.',
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
