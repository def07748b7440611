import { asc, eq } from 'drizzle-orm'
import { recordAudit } from '../ledger/audit.ts'
import type { Ledger, SystemTransaction } from '../ledger/ledger.ts'
import type { Membership } from './caller.contract.ts'
import { membership, workspace } from './workspace.tables.ts'

export interface NewWorkspace {
  readonly key: string
  readonly name: string
  /** The first experience officer, by id. */
  readonly officer: string | undefined
  readonly actor: string
}

/** False where the key is taken. */
export async function addWorkspace(tx: SystemTransaction, added: NewWorkspace): Promise<boolean> {
  const { key, name, officer, actor } = added
  const rows = await tx
    .insert(workspace)
    .values({ key, name, createdAt: tx.now })
    .onConflictDoNothing()
    .returning()
  if (rows.length === 0) return false
  if (officer !== undefined)
    await tx
      .insert(membership)
      .values({ workspace: key, person: officer, role: 'experience-officer', createdAt: tx.now })
  await recordAudit(tx, { workspace: key, actor, action: 'workspace.created', subject: key, at: tx.now })
  return true
}

export function workspaceRecords(ledger: Ledger) {
  return {
    add: (added: NewWorkspace) => ledger.asSystem((tx) => addWorkspace(tx, added)),
    membershipsOf: (person: string): Promise<Membership[]> =>
      ledger.asSystem((tx) =>
        tx
          .select({
            workspace: workspace.key,
            name: workspace.name,
            role: membership.role,
            team: membership.team,
            unit: membership.unit,
          })
          .from(membership)
          .innerJoin(workspace, eq(workspace.key, membership.workspace))
          .where(eq(membership.person, person))
          .orderBy(asc(workspace.name)),
      ),
    /** Deletes the workspace and every record of it; that it was removed stays in the audit trail. */
    remove: async (key: string, actor: string): Promise<void> => {
      await ledger.removeWorkspace(key)
      await ledger.asSystem(async (tx) => {
        await tx.delete(workspace).where(eq(workspace.key, key))
        await recordAudit(tx, {
          workspace: key,
          actor,
          action: 'workspace.removed',
          subject: key,
          at: tx.now,
        })
      })
    },
    list: () => ledger.asSystem((tx) => tx.select().from(workspace).orderBy(asc(workspace.name))),
    /** What a workspace is called; its key where it is not there. */
    nameOf: (key: string): Promise<string> =>
      ledger.asSystem(async (tx) => {
        const [found] = await tx.select().from(workspace).where(eq(workspace.key, key))
        return found?.name ?? key
      }),
    /** Whoever has been an experience officer for longest, anywhere on this installation. */
    firstOfficer: () =>
      ledger.asSystem(async (tx) => {
        const [first] = await tx
          .select({ person: membership.person })
          .from(membership)
          .where(eq(membership.role, 'experience-officer'))
          .orderBy(asc(membership.createdAt))
          .limit(1)
        return first?.person
      }),
  }
}

export type WorkspaceRecords = ReturnType<typeof workspaceRecords>
