import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, writable in an address. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** Secrets of 256 random bits cannot be guessed from a plain hash, so no slow one is needed. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')

export function sameSecret(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash, 'hex'))
}
