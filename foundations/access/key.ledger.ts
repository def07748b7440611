import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Binding, Ledger } from '../ledger/ledger.ts'
import type { ApiKey } from './access.contract.ts'
import { apiKey, workspace } from './workspace.tables.ts'

export type NewKey = Pick<ApiKey, 'name' | 'use' | 'scopes' | 'start'> & { readonly secretHash: string }

const usedAgainAfterMs = 60_000

export function keyRecords(ledger: Ledger) {
  return {
    list: (binding: Binding): Promise<ApiKey[]> =>
      ledger.inWorkspace(binding, async (tx) => {
        const rows = await tx.select().from(apiKey).orderBy(desc(apiKey.createdAt))
        return rows.map(toKey)
      }),
    add: (binding: Binding, added: NewKey): Promise<ApiKey> =>
      ledger.inWorkspace(binding, async (tx) => {
        const [row] = await tx
          .insert(apiKey)
          .values({ ...added, scopes: [...added.scopes], id: randomUUID(), createdAt: tx.now })
          .returning()
        const { id, name, use, scopes } = row!
        await tx.audit({ action: 'key.created', subject: `key:${id}`, details: { name, use, scopes } })
        return toKey(row!)
      }),
    /** False where there is no such key. Revoking twice changes nothing. */
    revoke: (binding: Binding, id: string): Promise<boolean> =>
      ledger.inWorkspace(binding, async (tx) => {
        const [found] = await tx.select().from(apiKey).where(eq(apiKey.id, id)).for('update')
        if (!found || found.revokedAt) return found !== undefined
        await tx.update(apiKey).set({ revokedAt: tx.now }).where(eq(apiKey.id, id))
        await tx.audit({ action: 'key.revoked', subject: `key:${id}`, details: { name: found.name } })
        return true
      }),
    /** The key in force with that secret. Notes its use, at most once a minute. */
    inForce: (secretHash: string) =>
      ledger.asSystem(async (tx) => {
        const [found] = await tx
          .select({ key: apiKey, workspaceName: workspace.name })
          .from(apiKey)
          .innerJoin(workspace, eq(workspace.key, apiKey.workspace))
          .where(and(eq(apiKey.secretHash, secretHash), isNull(apiKey.revokedAt)))
        if (!found) return undefined
        const { key, workspaceName } = found
        if (tx.now.getTime() - (key.lastUsedAt?.getTime() ?? 0) >= usedAgainAfterMs)
          await tx.update(apiKey).set({ lastUsedAt: tx.now }).where(eq(apiKey.id, key.id))
        const { id, name, scopes } = key
        return { id, name, workspace: key.workspace, workspaceName, scopes }
      }),
  }
}

export type KeyRecords = ReturnType<typeof keyRecords>

function toKey(row: typeof apiKey.$inferSelect): ApiKey {
  const { id, name, use, scopes, start, createdAt, lastUsedAt, revokedAt } = row
  return {
    ...{ id, name, use, scopes, start },
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }
}
