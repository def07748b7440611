import type { KeyRecords } from './key.ledger.ts'

/** How long what the ledger said of a key is taken for true without asking again. */
export const rememberedMs = 5_000
const rememberedMax = 10_000

type Found = Awaited<ReturnType<KeyRecords['inForce']>>

interface Remembered {
  readonly found: Promise<Found>
  readonly until: number
}

/**
 * Keys of programs that send events many times a second: the ledger is asked once in a few seconds for each. A key
 * revoked here counts no more from the next request on; one revoked by another server, a few seconds later.
 */
export function rememberedKeys(keys: KeyRecords, clock: () => Date) {
  const remembered = new Map<string, Remembered>()
  const ask = (secretHash: string, now: number): Promise<Found> => {
    const found = keys.inForce(secretHash)
    remembered.delete(secretHash)
    remembered.set(secretHash, { found, until: now + rememberedMs })
    if (remembered.size > rememberedMax) remembered.delete(remembered.keys().next().value!)
    found.catch(() => remembered.delete(secretHash))
    return found
  }
  return {
    inForce: (secretHash: string): Promise<Found> => {
      const now = clock().getTime()
      const known = remembered.get(secretHash)
      return known && now < known.until ? known.found : ask(secretHash, now)
    },
    revoke: async (...revoked: Parameters<KeyRecords['revoke']>): Promise<boolean> => {
      const done = await keys.revoke(...revoked)
      remembered.clear()
      return done
    },
  }
}
