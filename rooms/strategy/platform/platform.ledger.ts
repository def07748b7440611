import { isDeepStrictEqual } from 'node:util'
import { jsonb, pgTable, primaryKey, timestamp } from 'drizzle-orm/pg-core'
import type { Binding, Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import { workspaceColumn } from '../../../foundations/ledger/workspace-column.ts'
import type { ExperienceGuard, ExperienceRefusal, ExperienceSection, Platform } from '../contract.ts'
import { platformOutline } from './platform-outline.ts'

export const platformTable = pgTable(
  'platform',
  {
    workspace: workspaceColumn(),
    document: jsonb('document').$type<Platform>().notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace] })],
)

export interface PlatformRecordsNeeds {
  readonly ledger: Ledger
  readonly guard: ExperienceGuard<WorkspaceTransaction>
}

/** The experience platform of a workspace. Once stated it is changed, never removed. */
export function platformRecords({ ledger, guard }: PlatformRecordsNeeds) {
  const get = (binding: Binding): Promise<Platform | null> =>
    ledger.inWorkspace(binding, async (tx) => (await readPlatform(tx)) ?? null)
  return {
    get,
    pillars: async (binding: Binding) => (await get(binding))?.pillars ?? [],
    put: (binding: Binding, platform: Platform): Promise<ExperienceRefusal | null> =>
      ledger.inWorkspace(binding, async (tx) => {
        const refusal = await guard(tx, { section: platformOutline.name, put: platform })
        if (refusal === null) await writePlatform(tx, platform)
        return refusal
      }),
  }
}
export type PlatformRecords = ReturnType<typeof platformRecords>

export const platformSection: ExperienceSection<WorkspaceTransaction, Platform> = {
  ...platformOutline,
  read: readPlatform,
  write: writePlatform,
}

async function readPlatform(tx: WorkspaceTransaction): Promise<Platform | undefined> {
  const [row] = await tx.select().from(platformTable)
  return row?.document
}

const subject = 'platform'

async function writePlatform(tx: WorkspaceTransaction, platform: Platform) {
  const before = await readPlatform(tx)
  const document: Platform = JSON.parse(JSON.stringify(platform))
  if (isDeepStrictEqual(before, document)) return []
  const row = { document, changedAt: tx.now }
  await tx
    .insert(platformTable)
    .values(row)
    .onConflictDoUpdate({ target: [platformTable.workspace], set: row })
  const change = before ? ('changed' as const) : ('created' as const)
  await tx.audit({ action: `platform.${change}`, subject, details: { before, after: document } })
  return [{ key: subject, change }]
}
