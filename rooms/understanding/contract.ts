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
    .describe('Rows without fault that count, those that were already there among them.'),
  rowsRejected: z.number().int(),
  rowsLeftOut: z.number().int().describe('Rows that do not count by what the mapping says.'),
  rowsAlreadyThere: z.number().int().describe('Rows imported before; they are not counted twice.'),
  rowsReplaced: z
    .number()
    .int()
    .describe('Rows imported before that say something else now; they took the place of the old ones.'),
  answersKept: z.number().int(),
  answersNotGiven: z.number().int().describe('Cells that are empty or mean "not applicable".'),
  interactionsKept: z.number().int(),
  outcomesKept: z.number().int(),
  outcomesNotGiven: z.number().int().describe('Results without a value.'),
  aliasesKept: z.number().int(),
  profilesKept: z.number().int(),
  bytesRead: z.number().int(),
  bytesTotal: z.number().int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const importStates = [
  'waiting',
  'running',
  'done',
  'failed',
  'cancelled',
  'undoing',
  'undone',
] as const

/** One import of one file, or of several that belong together. */
export const ImportRecord = z.object({
  id: z.uuid(),
  fileName: z.string().describe('Name of the file; of several, their names.'),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int() })),
  dryRun: z.boolean(),
  state: z.enum(importStates),
  counts: ImportCounts,
  unknownTouchpoints: z
    .array(z.object({ key: z.string(), facts: z.number().int() }))
    .describe(
      'Touchpoints that are not designed in the workspace; facts about them wait there to be mapped.',
    ),
  problem: z.string().nullable().describe('Sentence that says why it failed, or why it was not undone.'),
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
  kind: z.string().optional().describe('Kind of answers that a score seems to be: nps, ces or csat.'),
  key: z.string().describe('Its name as a key, for the touchpoint, segment or outcome that it may become.'),
  samples: z.array(z.string()).describe('At most five values that differ, the most frequent first.'),
})
export type ColumnProposal = z.infer<typeof ColumnProposal>

/** A fact that a row or an event would become. */
export const SaidFact = z.object({
  fact: z.enum(['answer', 'interaction', 'outcome', 'alias', 'profile']),
  said: Said,
})
export type SaidFact = z.infer<typeof SaidFact>

/** What one row of a file would become. */
export const PreviewedRow = z.object({
  file: z.string().describe('File of several, or of an archive, that it stands in; empty otherwise.'),
  line: z.number().int(),
  id: z.string(),
  person: z.string(),
  occurredAt: z.string(),
  facts: z.array(SaidFact),
  leftOut: z.boolean().describe('Whether the row does not count by what the mapping says.'),
  rejected: z.array(RejectedRow),
})
export type PreviewedRow = z.infer<typeof PreviewedRow>

/** How a file could be read, with the reasons. */
export const Proposal = z.object({
  columns: z.array(ColumnProposal),
  shape: z.enum(['wide', 'long']).describe('One row a response, or one row an answer.'),
  rowsLookedAt: z.number().int(),
  file: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .describe('How the file is written, where that is not the usual: `encoding`, `delimiter`, `decimal` …'),
  mapping: z.string().nullable().describe('Mapping, as YAML; absent where nothing in the file is an answer.'),
  warnings: z.array(Said),
  questions: z.array(Said).describe('What only a person can tell.'),
})
export type Proposal = z.infer<typeof Proposal>

const tag = 'Understanding'
const at = workspacePath

/** Uploaded files, and how they are to be read. */
const FilesByMapping = InWorkspace.extend({
  upload: z.uuid().optional().describe('Id of the uploaded file.'),
  uploads: z.array(z.uuid()).max(100).optional().describe('Ids of several files that belong together.'),
  mapping: z.string().max(1_000_000).describe('The mapping, as YAML.'),
})

const ImportId = InWorkspace.extend({ id: z.uuid() })

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
        FilesByMapping.extend({
          dryRun: z.boolean().default(false).describe('Reads and counts, and keeps nothing.'),
        }),
      )
      .output(ImportRecord),
    preview: procedure({
      method: 'POST',
      path: at('/imports/preview'),
      admits: 'facts:write',
      tag,
      summary: 'Show what the first rows of uploaded files would become',
      description: 'Nothing is kept. Rows of each table of the mapping are shown, in the order of the file.',
    })
      .input(FilesByMapping.extend({ rows: z.number().int().min(1).max(200).default(20) }))
      .output(
        z.object({
          rows: z.array(PreviewedRow),
          problem: z.string().nullable().describe('Why the rest could not be read.'),
        }),
      ),
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
      .input(ImportId)
      .output(ImportRecord),
    cancel: procedure({
      method: 'POST',
      path: at('/imports/{id}/cancel'),
      admits: 'facts:write',
      tag,
      summary: 'Cancel an import',
    })
      .input(ImportId)
      .output(ImportRecord),
    rejected: procedure({
      method: 'GET',
      path: at('/imports/{id}/rejected'),
      admits: 'facts:write',
      tag,
      summary: 'Read the rejected rows of an import',
    })
      .input(ImportId)
      .output(z.object({ rejected: z.array(RejectedRow), truncated: z.boolean() })),
    rejectedFile: procedure({
      method: 'GET',
      path: at('/imports/{id}/rejected.csv'),
      admits: 'facts:write',
      tag,
      summary: 'Download every rejected row of an import as CSV',
      description:
        'File, line, column, value and reason of every fault, and the row as it stands in the file.',
    })
      .input(ImportId)
      .output(z.instanceof(Blob)),
    undo: procedure({
      method: 'POST',
      path: at('/imports/{id}/undo'),
      admits: 'facts:write',
      tag,
      summary: 'Undo an import',
      description: 'Takes out all that it kept and gives back the rows that it had replaced.',
      successStatus: 202,
    })
      .input(ImportId)
      .output(ImportRecord),
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
  UNDERSTANDING_DISK_FULL: {
    status: 507,
    sentence: {
      en: 'The disk of the server is full; nothing of the file was kept.',
      fr: 'Le disque du serveur est plein ; rien du fichier n’a été gardé.',
    },
    hint: {
      en: 'Make room on the disk, then send the file again.',
      fr: 'Libérez de la place sur le disque, puis envoyez de nouveau le fichier.',
    },
  },
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
  UNDERSTANDING_IMPORT_OPEN: {
    status: 409,
    sentence: { en: 'The import "{id}" is not over.', fr: 'L’import « {id} » n’est pas terminé.' },
    hint: {
      en: 'Wait for it to end, or cancel it; then undo it.',
      fr: 'Attendez sa fin ou annulez-le, puis défaites-le.',
    },
  },
  UNDERSTANDING_IMPORT_KEPT_NOTHING: {
    status: 409,
    sentence: {
      en: 'There is nothing to undo in the import "{id}".',
      fr: 'Il n’y a rien à défaire dans l’import « {id} ».',
    },
    hint: {
      en: 'It was a dry run, or it was undone before.',
      fr: 'C’était un essai, ou il a déjà été défait.',
    },
  },
  UNDERSTANDING_NO_FILE: {
    status: 422,
    sentence: { en: 'No file is named.', fr: 'Aucun fichier n’est cité.' },
    hint: {
      en: 'Give `upload`, or `uploads` where several files belong together.',
      fr: 'Donnez `upload`, ou `uploads` quand plusieurs fichiers vont ensemble.',
    },
  },
  UNDERSTANDING_FILE_MISSING: {
    status: 422,
    sentence: {
      en: 'The mapping needs the file "{file}" ({pattern}), which is not among those given.',
      fr: 'La correspondance a besoin du fichier « {file} » ({pattern}), qui n’est pas parmi ceux donnés.',
    },
    hint: {
      en: 'Give it too, or correct its name in the mapping.',
      fr: 'Donnez-le aussi, ou corrigez son nom dans la correspondance.',
    },
  },
  UNDERSTANDING_FILE_UNEXPECTED: {
    status: 422,
    sentence: {
      en: 'The mapping does not say what the file "{file}" is.',
      fr: 'La correspondance ne dit pas ce qu’est le fichier « {file} ».',
    },
    hint: {
      en: 'Its files are called {patterns}. Rename it, or leave it out.',
      fr: 'Ses fichiers s’appellent {patterns}. Renommez-le ou laissez-le de côté.',
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
