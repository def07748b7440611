import { z } from 'zod'
import type { ProblemTable } from '../../../foundations/http/problem.contract.ts'
import { InWorkspace, procedure, workspacePath } from '../../../foundations/http/procedure.contract.ts'

/** How facts of a source come in. */
export const sourceWays = ['import', 'key', 'webhook', 'other'] as const

const Counted = z.object({ facts: z.string(), count: z.number().int() })

/** How often a source sends, and whether it has been quiet for longer than it usually is. */
export const SourceRhythm = z.object({
  daysWithFacts: z.number().int(),
  pauseDays: z
    .number()
    .int()
    .nullable()
    .describe('Nine of ten of its pauses were no longer; null where it sent on fewer than five days.'),
  quietDays: z.number().int().describe('Days since the last day on which it sent.'),
  silent: z.boolean().describe('Quiet for longer than nine of ten of its pauses.'),
})
export type SourceRhythm = z.infer<typeof SourceRhythm>

/** Where facts come from, and how they have come lately. */
export const SourceRecord = z.object({
  key: z.string(),
  ways: z.array(z.enum(sourceWays)),
  lastReceivedAt: z.string().nullable(),
  firstOccurredAt: z.string().nullable().describe('First moment that its facts are about.'),
  lastOccurredAt: z.string().nullable(),
  facts: z.array(Counted).describe('Facts received in the last two years, by kind.'),
  days: z
    .array(z.object({ day: z.string(), count: z.number().int() }))
    .describe('Facts received on each of the last thirty days.'),
  rhythm: SourceRhythm,
  rowsRejected: z.number().int().describe('Rows of its imports of the last thirty days that were rejected.'),
  held: z.number().int().describe('Messages that wait to be mapped.'),
  invalid: z.number().int().describe('Messages that cannot be read as facts.'),
})
export type SourceRecord = z.infer<typeof SourceRecord>

const SourceDay = z.object({ day: z.string(), facts: z.string(), count: z.number().int() })

const SourceImport = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.string(),
  startedAt: z.string(),
  rowsKept: z.number().int(),
  rowsRejected: z.number().int(),
})

const SourceKey = z.object({
  name: z.string(),
  start: z.string().describe('First characters, to recognise it by.'),
  lastUsedAt: z.string().nullable(),
  revoked: z.boolean(),
})

/** One source, day by day. */
export const SourceDetail = SourceRecord.extend({
  byDay: z
    .array(SourceDay)
    .describe('Received on each day of the last two years, by kind; `held` is what waits.'),
  imports: z.array(SourceImport).describe('Its imports, latest first; at most twenty.'),
  keys: z.array(SourceKey).describe('Write keys whose events are of this source.'),
})
export type SourceDetail = z.infer<typeof SourceDetail>

const tag = 'Understanding'

export const sourceContract = {
  sources: {
    list: procedure({
      method: 'GET',
      path: workspacePath('/sources'),
      admits: 'records:read',
      tag,
      summary: 'List where facts come from, with freshness, volume and errors',
      description:
        'Sources that sent something in the last two years, or that are open and have sent nothing.',
    })
      .input(InWorkspace)
      .output(z.object({ sources: z.array(SourceRecord) })),
    get: procedure({
      method: 'GET',
      path: workspacePath('/sources/{key}'),
      admits: 'records:read',
      tag,
      summary: 'Read one source, day by day',
    })
      .input(InWorkspace.extend({ key: z.string().min(1).max(200) }))
      .output(SourceDetail),
  },
}

export const sourceProblems = {
  UNDERSTANDING_SOURCE_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no source "{key}".', fr: 'Il n’y a pas de source « {key} ».' },
    hint: {
      en: 'List the sources to see their keys.',
      fr: 'Listez les sources pour voir leurs clés.',
    },
  },
} as const satisfies ProblemTable
