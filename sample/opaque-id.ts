import { scrambled } from './random-stream.ts'

const letters = {
  customer: { letter: 'c', salt: 0x3c6ef372 },
  prospect: { letter: 'p', salt: 0x1b873593 },
  account: { letter: 'w', salt: 0x510e527f },
  ticket: { letter: 't', salt: 0x5be0cd19 },
  visit: { letter: 'k', salt: 0x2545f491 },
  seat: { letter: 'e', salt: 0x6a09e667 },
} as const
export type IdKind = keyof typeof letters

/**
 * An identifier that tells nothing: a one-to-one scrambling of a number, so that no two of a kind are alike. Kinds have
 * salts of their own: nothing joins an employee to a customer.
 */
export function opaqueId(kind: IdKind, number: number, seed: number): string {
  const { letter, salt } = letters[kind]
  const bits = scrambled(scrambled(number ^ salt) ^ Math.imul(seed + 1, salt)) >>> 0
  return `${letter}-${bits.toString(36).padStart(7, '0')}`
}
