import { z } from 'zod'
import { InWorkspace, Key, procedure, workspacePath } from '../../../foundations/http/procedure.contract.ts'

/** What a column can be in a mapping that is made from a form; all else is written in the mapping itself. */
export const draftRoles = [
  'score',
  'verbatim',
  'check-all',
  'outcome',
  'person',
  'response',
  'date',
  'unit',
  'segment',
  'channel',
  'offer',
  'language',
  'weight',
  'touchpoint',
] as const
export type DraftRole = (typeof draftRoles)[number]

/** A column as somebody has decided to read it. */
export const DraftColumn = z.object({
  column: z.string().min(1),
  role: z.enum(draftRoles),
  key: Key.optional().describe(
    'Touchpoint of a score, of what people wrote or of a box; name of a segment; kind of an outcome.',
  ),
  kind: Key.optional().describe('Kind of answers of a score: nps, csat, ces …'),
  scale: z.object({ low: z.number(), high: z.number() }).optional(),
  notGiven: z.array(z.union([z.string(), z.number()])).optional(),
  values: z.record(z.string(), z.number()).optional().describe('Score that each word stands for.'),
  formats: z.array(z.string()).optional().describe('Styles of a date.'),
  group: z.string().optional().describe('Question that boxes belong to.'),
})
export type DraftColumn = z.infer<typeof DraftColumn>

/** All that a mapping of one file is made from. */
export const MappingDraft = z.object({
  name: z.string().min(1).max(200),
  source: Key,
  population: z.enum(['customers', 'prospects', 'employees']),
  file: z.record(z.string(), z.union([z.string(), z.number()])).describe('As a proposal tells it.'),
  day: z.iso.date().describe('Day of all rows, where no column holds a date.'),
  columns: z.array(DraftColumn).max(10_000),
})
export type MappingDraft = z.infer<typeof MappingDraft>

const Finding = z.object({
  line: z.number().int(),
  column: z.number().int(),
  path: z.string(),
  message: z.string(),
  hint: z.string(),
})
const Findings = z.array(Finding).describe('What does not fit, from top to bottom; empty where all does.')
const Yaml = z.string().max(1_000_000).describe('The mapping, as YAML.')

const tag = 'Understanding'
const at = workspacePath

export const draftContract = {
  drafts: {
    write: procedure({
      method: 'POST',
      path: at('/mapping-drafts'),
      admits: 'facts:write',
      tag,
      summary: 'Write a mapping from columns as somebody has set them right',
      description: 'Nothing is kept.',
    })
      .input(InWorkspace.extend(MappingDraft.shape))
      .output(z.object({ mapping: z.string(), findings: Findings })),
    check: procedure({
      method: 'POST',
      path: at('/mapping-checks'),
      admits: 'records:read',
      tag,
      summary: 'Check a mapping',
    })
      .input(InWorkspace.extend({ mapping: Yaml }))
      .output(z.object({ findings: Findings })),
    shipped: procedure({
      method: 'GET',
      path: at('/shipped-mappings'),
      admits: 'records:read',
      tag,
      summary: 'List the mappings that come with Tutti',
    })
      .input(InWorkspace)
      .output(
        z.object({ mappings: z.array(z.object({ key: z.string(), name: z.string(), mapping: z.string() })) }),
      ),
  },
}
