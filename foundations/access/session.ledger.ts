import { lt } from 'drizzle-orm'
import type { Ledger } from '../ledger/ledger.ts'
import { session, verification } from './sign-in.tables.ts'

export function sessionRecords(ledger: Ledger) {
  return {
    /** Removes sessions and pending verifications whose time is over. */
    removeExpired: (): Promise<void> =>
      ledger.asSystem(async (tx) => {
        await tx.delete(session).where(lt(session.expiresAt, tx.now))
        await tx.delete(verification).where(lt(verification.expiresAt, tx.now))
      }),
  }
}
