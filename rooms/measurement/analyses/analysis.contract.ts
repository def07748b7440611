import { z } from 'zod'

/**
 * How far a statement goes: what was counted, what goes together, what is expected and was checked on time held out, what was
 * shown to cause. The method decides, never the author of a screen.
 */
export const evidenceLevels = ['measured', 'associated', 'predicted', 'caused'] as const
export const EvidenceLevel = z.enum(evidenceLevels).meta({ id: 'EvidenceLevel' })
export type EvidenceLevel = z.infer<typeof EvidenceLevel>

/** A sentence in both languages, made of the figures by rules. */
export const Said = z.object({ en: z.string(), fr: z.string() })
export type Said = z.infer<typeof Said>

/** What an analysis says first, in plain words, with how far it goes and what it rests on. */
export const Finding = z.object({
  evidence: EvidenceLevel,
  headline: Said,
  /** More that follows from the figures. */
  points: z.array(Said),
  /** What has to hold for it to be true, and what was found not to. */
  assumptions: z.array(Said),
})
export type Finding = z.infer<typeof Finding>

/** An analysis that is still being made. Ask again with the same question; `DELETE` its id to end it. */
export const AnalysisRunning = z.object({
  state: z.literal('running'),
  id: z.string(),
  share: z.number().describe('Of the work that is done, 0–1.'),
})
export type AnalysisRunning = z.infer<typeof AnalysisRunning>

/** An analysis that is made, with the data it was made from. */
export function analysed<Result extends z.ZodType>(result: Result) {
  const done = z.object({
    state: z.literal('done'),
    id: z.string(),
    computedAt: z.iso.datetime(),
    dataVersion: z
      .string()
      .describe('Name of the facts it was made from; another one as soon as they change.'),
    result,
  })
  return z.discriminatedUnion('state', [AnalysisRunning, done])
}

/** What can be carried away of an analysis: its figures or its inputs as a table, or code that works it out again from that table. */
export const exportForms = ['csv', 'parquet', 'r', 'python'] as const
export const ExportForm = z.enum(exportForms)
export type ExportForm = z.infer<typeof ExportForm>

export const Exported = z.object({
  fileName: z.string(),
  text: z.string(),
  encoding: z.enum(['utf8', 'base64']).describe('How the text stands for the bytes of the file.'),
})
export type Exported = z.infer<typeof Exported>
