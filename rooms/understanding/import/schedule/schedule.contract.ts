import { z } from 'zod'
import type { ProblemTable } from '../../../../foundations/http/problem.contract.ts'
import {
  Done,
  InWorkspace,
  Key,
  procedure,
  workspacePath,
} from '../../../../foundations/http/procedure.contract.ts'

const partOfFolder = /^(?!\.{1,2}$)[^/\\\p{Cc}]+$/u

/** A folder below the one of the workspace: names between strokes, none of which leads up or out. */
const Folder = z
  .string()
  .max(400)
  .refine(
    (folder) => folder === '' || folder.split('/').every((part) => partOfFolder.test(part)),
    'is no folder below the one of the workspace, such as tills/lyon',
  )
  .describe('Folder below `<inbox>/<workspace>/`; empty for that one itself.')

const Pattern = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\\p{Cc}]+$/u, 'is no pattern of a name, such as *.csv')
  .describe('Names of the files; `*` stands for any letters, `?` for one, upper and lower case are the same.')

/** A folder that is looked into again and again, and the saved mapping that reads what lies there. */
export const ImportSchedule = z.object({
  key: Key,
  name: z.string().min(1).max(200),
  mapping: Key.describe('Key of a saved mapping.'),
  folder: Folder,
  pattern: Pattern,
  everyMinutes: z.number().int().min(1).max(10_080),
  paused: z.boolean(),
})
export type ImportSchedule = z.infer<typeof ImportSchedule>

export const scheduledFileStates = ['waiting', 'importing', 'imported', 'same', 'failed', 'undone'] as const

/** One file of the folder, as it stands. */
export const ScheduledFile = z.object({
  name: z.string(),
  state: z
    .enum(scheduledFileStates)
    .describe('`same`: its content was imported before, under another name or in an earlier writing.'),
  reason: z.string().nullable().describe('Why it waits, failed or was not imported, in a sentence.'),
  import: z.uuid().nullable().describe('Import it became.'),
  seenAt: z.string(),
})
export type ScheduledFile = z.infer<typeof ScheduledFile>

export const ScheduleRecord = ImportSchedule.extend({
  lastLookAt: z.string().nullable(),
  nextLookAt: z.string().nullable().describe('Null where it is paused.'),
  looking: z.boolean().describe('Whether a look is asked for or under way.'),
  problem: z.string().nullable().describe('Why the last look could not be made, in a sentence.'),
  counts: z.record(z.enum(scheduledFileStates), z.number().int()),
  files: z
    .array(ScheduledFile)
    .describe('At most 100 that are not simply imported, those that failed first, then the latest.'),
})
export type ScheduleRecord = z.infer<typeof ScheduleRecord>

const tag = 'Understanding'
const at = workspacePath
const ScheduleKey = InWorkspace.extend({ key: Key })

export const scheduleContract = {
  schedules: {
    list: procedure({
      method: 'GET',
      path: at('/import-schedules'),
      admits: 'records:read',
      tag,
      summary: 'List the folders that are imported from on schedule',
    })
      .input(InWorkspace)
      .output(
        z.object({
          inbox: z.boolean().describe('Whether the server has a folder to import from (`TUTTI_INBOX`).'),
          schedules: z.array(ScheduleRecord),
        }),
      ),
    put: procedure({
      method: 'PUT',
      path: at('/import-schedules/{key}'),
      admits: 'facts:write',
      tag,
      summary: 'Import what arrives in a folder, every few minutes',
      description:
        'The server looks below the folder that `TUTTI_INBOX` names. Files are neither moved nor deleted; each is imported once.',
    })
      .input(
        InWorkspace.extend(ImportSchedule.shape).extend({
          folder: Folder.default(''),
          pattern: Pattern.default('*.csv'),
          everyMinutes: ImportSchedule.shape.everyMinutes.default(15),
          paused: z.boolean().default(false),
        }),
      )
      .output(ScheduleRecord),
    remove: procedure({
      method: 'DELETE',
      path: at('/import-schedules/{key}'),
      admits: 'facts:write',
      tag,
      summary: 'Look into a folder no more',
      description: 'What was imported stays.',
    })
      .input(ScheduleKey)
      .output(Done),
    run: procedure({
      method: 'POST',
      path: at('/import-schedules/{key}/run'),
      admits: 'facts:write',
      tag,
      summary: 'Look into a folder now',
      description: 'Files that failed before are tried again.',
      successStatus: 202,
    })
      .input(ScheduleKey)
      .output(ScheduleRecord),
  },
}

export const scheduleProblems = {
  UNDERSTANDING_INBOX_NOT_SET: {
    status: 409,
    sentence: {
      en: 'This server has no folder to import from on schedule.',
      fr: 'Ce serveur n’a pas de dossier d’où importer selon une planification.',
    },
    hint: {
      en: 'Set `TUTTI_INBOX` to a folder that the server can read, and start the server again.',
      fr: 'Donnez à `TUTTI_INBOX` un dossier que le serveur peut lire, puis redémarrez le serveur.',
    },
  },
  UNDERSTANDING_SCHEDULE_UNKNOWN: {
    status: 404,
    sentence: {
      en: 'There is no import schedule "{key}".',
      fr: 'Il n’y a pas de planification d’import « {key} ».',
    },
    hint: {
      en: 'List the schedules to see their keys.',
      fr: 'Listez les planifications pour voir leurs clés.',
    },
  },
  UNDERSTANDING_SCHEDULE_JOINS_FILES: {
    status: 422,
    sentence: {
      en: 'The mapping "{mapping}" joins several files; on schedule each file is imported by itself.',
      fr: 'La correspondance « {mapping} » joint plusieurs fichiers ; selon une planification, chaque fichier est importé seul.',
    },
    hint: {
      en: 'Choose a mapping that reads one file, or import those files together by `tutti import`.',
      fr: 'Choisissez une correspondance qui lit un fichier, ou importez ces fichiers ensemble par `tutti import`.',
    },
  },
} as const satisfies ProblemTable
