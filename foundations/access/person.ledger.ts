import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { SystemTransaction } from '../ledger/ledger.ts'
import { account, person } from './sign-in.tables.ts'

export interface NewPerson {
  readonly name: string
  readonly email: string
  /** Without one the person cannot sign in by password. */
  readonly passwordHash: string | undefined
}

/** The person with that e-mail; a new one if there is none. Whoever is there already keeps name and password. */
export async function personByEmail(tx: SystemTransaction, { name, email, passwordHash }: NewPerson) {
  const address = email.toLowerCase()
  const [known] = await tx.select().from(person).where(eq(person.email, address))
  if (known) return known
  const added = { id: randomUUID(), name, email: address, createdAt: tx.now, updatedAt: tx.now }
  await tx.insert(person).values(added)
  if (passwordHash !== undefined)
    await tx.insert(account).values({
      id: randomUUID(),
      accountId: added.id,
      providerId: 'credential',
      userId: added.id,
      password: passwordHash,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
  return added
}
