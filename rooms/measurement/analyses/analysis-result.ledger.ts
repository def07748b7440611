import { and, desc, eq, notInArray } from 'drizzle-orm'
import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Binding, Ledger } from '../../../foundations/ledger/ledger.ts'
import { workspaceColumn } from '../../../foundations/ledger/workspace-column.ts'

export const analysisResult = pgTable(
  'analysis_result',
  {
    workspace: workspaceColumn(),
    question: text('question').notNull(),
    analysis: text('analysis').notNull(),
    dataVersion: text('data_version').notNull(),
    result: jsonb('result').notNull(),
    computedAt: timestamp('computed_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.question] })],
)

/** Results kept of a workspace; of more, those made longest ago go. */
const kept = 300

export interface KeptResult {
  readonly dataVersion: string
  readonly result: unknown
  readonly computedAt: Date
}

/** Results of analyses, one for each question: the latest. */
export function analysisResults(ledger: Ledger) {
  return {
    get: (binding: Binding, question: string): Promise<KeptResult | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const here = and(eq(analysisResult.workspace, tx.workspace), eq(analysisResult.question, question))
        const [row] = await tx.select().from(analysisResult).where(here)
        return row
      }),
    put: (
      binding: Binding,
      {
        question,
        analysis,
        dataVersion,
        result,
      }: Omit<KeptResult, 'computedAt'> & { question: string; analysis: string },
    ): Promise<Date> =>
      ledger.inWorkspace(binding, async (tx) => {
        const row = { analysis, dataVersion, result, computedAt: tx.now }
        await tx
          .insert(analysisResult)
          .values({ question, ...row })
          .onConflictDoUpdate({ target: [analysisResult.workspace, analysisResult.question], set: row })
        const latest = tx
          .select({ question: analysisResult.question })
          .from(analysisResult)
          .orderBy(desc(analysisResult.computedAt))
          .limit(kept)
        await tx.delete(analysisResult).where(notInArray(analysisResult.question, latest))
        return tx.now
      }),
  }
}
export type AnalysisResults = ReturnType<typeof analysisResults>
