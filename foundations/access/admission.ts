import { problem } from '../http/problem.contract.ts'
import type { Admission } from '../http/procedure.contract.ts'
import type { Caller } from './caller.contract.ts'
import { type Permission, permissions, permissionsOfRole } from './permission.contract.ts'

/** Lets the caller in, or throws the refusal. */
export function admit(caller: Caller, admits: Admission, workspace: string | undefined): void {
  if (caller.kind === 'refused') throw problem('ACCESS_KEY_REFUSED')
  if (admits === 'anyone') return
  if (caller.kind === 'stranger') throw problem('ACCESS_SIGN_IN_NEEDED')
  if (admits === 'signed-in') admitPerson(caller)
  else admitByPermission(permissionsIn(caller, workspace), admits, workspace)
}

function admitPerson(caller: Caller): void {
  if (caller.kind === 'key') throw problem('ACCESS_SIGN_IN_NEEDED')
}

function admitByPermission(
  granted: readonly Permission[] | undefined,
  permission: Permission,
  workspace = '',
): void {
  if (!granted) throw problem('ACCESS_WORKSPACE_UNKNOWN', { workspace })
  if (!granted.includes(permission)) throw problem('ACCESS_NOT_ALLOWED', { permission })
}

/** What the caller may do there; undefined where the workspace is not theirs, whether or not it exists. */
export function permissionsIn(
  caller: Caller,
  workspace: string | undefined,
): readonly Permission[] | undefined {
  if (caller.kind === 'key') return caller.workspace === workspace ? caller.scopes : undefined
  if (caller.kind !== 'person' && caller.kind !== 'local') return undefined
  const membership = caller.memberships.find((candidate) => candidate.workspace === workspace)
  if (!membership) return undefined
  return caller.kind === 'local' ? permissions : permissionsOfRole[membership.role]
}
