import { eq } from 'drizzle-orm'
import type { Ledger, SystemTransaction } from '../ledger/ledger.ts'
import { personByEmail } from './person.ledger.ts'
import { sameSecret } from './secret.ts'
import { installationFact } from './sign-in.tables.ts'
import { addWorkspace } from './workspace.ledger.ts'
import { membership, workspace } from './workspace.tables.ts'

const tokenFact = 'welcome-token-hash'

export interface Welcome {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly passwordHash: string
  readonly workspace: { readonly key: string; readonly name: string }
}

export function welcomeRecords(ledger: Ledger) {
  return {
    /** Makes the first administrator; false where the token is wrong or used. */
    use: (welcome: Welcome): Promise<boolean> =>
      ledger.asSystem(async (tx) => {
        // The row stays locked until the end: of two who hold the same link, the second finds none.
        const [fact] = await tx
          .select()
          .from(installationFact)
          .where(eq(installationFact.name, tokenFact))
          .for('update')
        if (!fact || !sameSecret(welcome.token, fact.value)) return false
        await tx.delete(installationFact).where(eq(installationFact.name, tokenFact))
        const { id } = await personByEmail(tx, welcome)
        await adoptWorkspaces(tx, id)
        return addWorkspace(tx, { ...welcome.workspace, officer: id, actor: `person:${id}` })
      }),
    /** Replaces the token that was given out before. */
    renew: (tokenHash: string): Promise<void> =>
      ledger.asSystem(async (tx) => {
        await tx
          .insert(installationFact)
          .values({ name: tokenFact, value: tokenHash, recordedAt: tx.now })
          .onConflictDoUpdate({
            target: installationFact.name,
            set: { value: tokenHash, recordedAt: tx.now },
          })
      }),
  }
}

/** Whoever comes first also looks after the workspaces that were there before anybody. */
async function adoptWorkspaces(tx: SystemTransaction, officer: string): Promise<void> {
  const there = await tx.select({ key: workspace.key }).from(workspace)
  for (const { key } of there)
    await tx
      .insert(membership)
      .values({ workspace: key, person: officer, role: 'experience-officer', createdAt: tx.now })
      .onConflictDoNothing()
}

export type WelcomeRecords = ReturnType<typeof welcomeRecords>
