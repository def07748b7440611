import { randomBytes, randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Binding, Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import { workspaceColumn } from '../../../foundations/ledger/workspace-column.ts'
import type { SignatureKind } from './verified-delivery.ts'
import type { WebhookRecord } from './webhook.contract.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

const webhookTable = pgTable(
  'webhook',
  {
    workspace: workspaceColumn(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    signature: text('signature').$type<SignatureKind>().notNull(),
    mapping: text('mapping').notNull(),
    secret: text('secret').notNull(),
    secretBefore: text('secret_before'),
    createdAt: instant('created_at').notNull(),
    rotatedAt: instant('rotated_at'),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.id] })],
)

type Row = typeof webhookTable.$inferSelect

export interface NewWebhook {
  readonly name: string
  readonly signature: SignatureKind
  readonly mapping: string
}

/** What is needed to take a delivery. */
export interface OpenWebhook {
  readonly workspace: string
  readonly name: string
  readonly signature: SignatureKind
  readonly mapping: string
  /** The secret, and the one before where it was changed less than a day ago. */
  readonly secrets: readonly string[]
}

export interface WithSecret {
  readonly webhook: WebhookRecord
  readonly secret: string
}

/** The secret before a change counts as long, so that the sender has time to be given the new one. */
const overlapMs = 86_400_000

export function webhookRecords(ledger: Ledger) {
  return { ...changes(ledger), ...readings(ledger) }
}
export type WebhookRecords = ReturnType<typeof webhookRecords>

function readings(ledger: Ledger) {
  return {
    list: (binding: Binding): Promise<WebhookRecord[]> =>
      ledger.inWorkspace(binding, async (tx) =>
        (await tx.select().from(webhookTable).orderBy(asc(webhookTable.createdAt))).map(recordOf),
      ),
    /** The webhook at an address, whichever workspace it is of. */
    open: (id: string): Promise<OpenWebhook | undefined> =>
      ledger.asSystem(async (tx) => {
        const [row] = await tx.select().from(webhookTable).where(eq(webhookTable.id, id))
        if (!row) return undefined
        const { workspace, name, signature, mapping, secret, secretBefore, rotatedAt } = row
        const overlaps = secretBefore !== null && tx.now.getTime() - (rotatedAt?.getTime() ?? 0) < overlapMs
        return { workspace, name, signature, mapping, secrets: overlaps ? [secret, secretBefore] : [secret] }
      }),
  }
}

function changes(ledger: Ledger) {
  return {
    add: (binding: Binding, added: NewWebhook): Promise<WithSecret> =>
      ledger.inWorkspace(binding, async (tx) => {
        const row = { ...added, id: randomUUID(), secret: newWebhookSecret(), createdAt: tx.now }
        const [kept] = await tx.insert(webhookTable).values(row).returning()
        await audit(tx, 'added', kept!)
        return { webhook: recordOf(kept!), secret: row.secret }
      }),
    put: (
      binding: Binding,
      id: string,
      { name, mapping }: Pick<NewWebhook, 'name' | 'mapping'>,
    ): Promise<WebhookRecord | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const [row] = await tx
          .update(webhookTable)
          .set({ name, mapping })
          .where(eq(webhookTable.id, id))
          .returning()
        if (row) await audit(tx, 'changed', row)
        return row && recordOf(row)
      }),
    rotate: (binding: Binding, id: string): Promise<WithSecret | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const secret = newWebhookSecret()
        const [row] = await tx
          .update(webhookTable)
          .set({ secret, secretBefore: webhookTable.secret, rotatedAt: tx.now })
          .where(eq(webhookTable.id, id))
          .returning()
        if (row) await audit(tx, 'rotated', row)
        return row && { webhook: recordOf(row), secret }
      }),
    /** False where there is no such webhook. */
    remove: (binding: Binding, id: string): Promise<boolean> =>
      ledger.inWorkspace(binding, async (tx) => {
        const [row] = await tx.delete(webhookTable).where(eq(webhookTable.id, id)).returning()
        if (row) await audit(tx, 'removed', row)
        return row !== undefined
      }),
  }
}

const audit = (tx: WorkspaceTransaction, what: string, { id, name }: Row) =>
  tx.audit({ action: `webhook.${what}`, subject: `webhook:${id}`, details: { name } })

/** 256 random bits in the form that Standard Webhooks gives secrets. */
const newWebhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`

function recordOf({ id, name, signature, mapping, createdAt, rotatedAt }: Row): WebhookRecord {
  return {
    ...{ id, name, signature, mapping },
    path: `/v1/hooks/${id}`,
    createdAt: createdAt.toISOString(),
    rotatedAt: rotatedAt?.toISOString() ?? null,
  }
}
