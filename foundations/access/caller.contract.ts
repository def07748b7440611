import type { WorkPlace } from './access.contract.ts'
import type { Permission, Role } from './permission.contract.ts'

export interface Membership extends WorkPlace {
  readonly workspace: string
  readonly name: string
  readonly role: Role
}

/** Who is asking, as far as the request proves it. */
export type Caller =
  | { readonly kind: 'stranger' }
  /** Showed a key that is wrong or revoked. */
  | { readonly kind: 'refused' }
  | {
      readonly kind: 'person'
      readonly person: { readonly id: string; readonly name: string; readonly email: string }
      readonly memberships: readonly Membership[]
    }
  | {
      readonly kind: 'key'
      readonly id: string
      readonly name: string
      readonly workspace: string
      readonly workspaceName: string
      readonly scopes: readonly Permission[]
    }
  /** A command line on the same machine, with the key made for this run of the server. */
  | { readonly kind: 'local'; readonly memberships: readonly Membership[] }

/** The caller as the ledger and the audit trail name it. */
export function actorOf(caller: Caller): string {
  if (caller.kind === 'person') return `person:${caller.person.id}`
  if (caller.kind === 'key') return `key:${caller.id}`
  return caller.kind
}
