import { eq } from 'drizzle-orm'
import type { Ledger } from '../ledger/ledger.ts'
import { installationFact } from './sign-in.tables.ts'

export function installationRecords(ledger: Ledger) {
  return {
    /** The fact as recorded by whoever came first; `make` is asked only where there is none. */
    keep: (name: string, make: () => string): Promise<string> =>
      ledger.asSystem(async (tx) => {
        await tx
          .insert(installationFact)
          .values({ name, value: make(), recordedAt: tx.now })
          .onConflictDoNothing()
        const [fact] = await tx.select().from(installationFact).where(eq(installationFact.name, name))
        return fact!.value
      }),
  }
}
