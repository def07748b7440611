import { implement } from '@orpc/server'
import { hashPassword } from 'better-auth/crypto'
import { problem } from '../http/problem.contract.ts'
import type { RequestContext } from '../http/request-context.contract.ts'
import type { Binding } from '../ledger/ledger.ts'
import { accessContract, type Me, type WorkPlace } from './access.contract.ts'
import { permissionsIn } from './admission.ts'
import type { AuditRecords } from './audit-trail.ledger.ts'
import type { Caller } from './caller.contract.ts'
import type { KeyRecords } from './key.ledger.ts'
import type { MemberRecords } from './member.ledger.ts'
import { type Permission, permissionsOfRole, type Role, roles } from './permission.contract.ts'
import { hashSecret, newSecret } from './secret.ts'
import type { WelcomeRecords } from './welcome.ledger.ts'
import type { WorkspaceRecords } from './workspace.ledger.ts'
import { workspaceKeyOf } from './workspace-key.ts'

/** Keys of the teams and units of a workspace. */
export interface Places {
  readonly teams: readonly string[]
  readonly units: readonly string[]
}

export interface AccessNeeds {
  readonly members: MemberRecords
  readonly keys: KeyRecords
  readonly workspaces: WorkspaceRecords
  readonly welcome: WelcomeRecords
  readonly audit: AuditRecords
  /** Where members of a workspace may work. */
  readonly places: (binding: Binding) => Promise<Places>
  /** Removes what is kept of a workspace outside the ledger. */
  readonly removeFacts: (workspace: string) => Promise<void>
}

const done = { done: true } as const
const os = implement(accessContract).$context<RequestContext>()

export function accessRoutes(needs: AccessNeeds) {
  return {
    ...welcomeRoutes(needs),
    members: memberRoutes(needs),
    workspaces: workspaceRoutes(needs),
    keys: keyRoutes(needs),
    audit: auditRoutes(needs),
  }
}

function welcomeRoutes({ welcome, workspaces }: AccessNeeds) {
  return {
    me: os.me.handler(async ({ context: { caller } }) => ({
      ...meOf(caller),
      needsWelcome: (await workspaces.firstOfficer()) === undefined,
    })),
    welcome: os.welcome.handler(async ({ input }) => {
      const { token, name, email, password, workspaceName } = input
      const workspace = { key: workspaceKeyOf(workspaceName), name: workspaceName }
      const passwordHash = await hashPassword(password)
      if (!(await welcome.use({ token, name, email, passwordHash, workspace })))
        throw problem('ACCESS_WELCOME_USED')
      return { workspace: workspace.key }
    }),
  }
}

function meOf(caller: Caller): Omit<Me, 'needsWelcome'> {
  if (caller.kind === 'key') {
    const { workspace: key, workspaceName: name, scopes } = caller
    return { person: null, workspaces: [{ key, name, role: roleWithin(scopes), team: null, unit: null }] }
  }
  if (caller.kind !== 'person' && caller.kind !== 'local') return { person: null, workspaces: [] }
  const workspaces = caller.memberships.map(({ workspace: key, ...membership }) => ({ key, ...membership }))
  return { person: caller.kind === 'person' ? caller.person : null, workspaces }
}

/** The widest role that a key's scopes amount to. */
function roleWithin(scopes: readonly Permission[]): Role {
  const within = (role: Role) =>
    permissionsOfRole[role].every((permission: Permission) => scopes.includes(permission))
  return roles.find(within) ?? 'viewer'
}

function memberRoutes({ members, places }: AccessNeeds) {
  return {
    list: os.members.list.handler(async ({ input, context }) => ({
      members: await members.list({ workspace: input.workspace, actor: context.actor }),
    })),
    add: os.members.add.handler(async ({ input, context }) => {
      const { workspace, password, ...added } = input
      refusePlace(added, await places({ workspace, actor: context.actor }))
      const passwordHash = password === undefined ? undefined : await hashPassword(password)
      const member = await members.put({ workspace, actor: context.actor }, { ...added, passwordHash })
      if (!member) throw problem('ACCESS_LAST_OFFICER')
      return member
    }),
    remove: os.members.remove.handler(async ({ input: { workspace, id }, context }) => {
      const outcome = await members.remove({ workspace, actor: context.actor }, id)
      if (outcome === 'unknown') throw problem('ACCESS_MEMBER_UNKNOWN', { id })
      if (outcome === 'last-officer') throw problem('ACCESS_LAST_OFFICER')
      return done
    }),
  }
}

/** A member works where there is something: a team or unit that is not there is named. */
function refusePlace({ team, unit }: Partial<WorkPlace>, { teams, units }: Places): void {
  if (team != null && !teams.includes(team))
    throw problem('ACCESS_TEAM_UNKNOWN', { key: team, known: listed(teams) })
  if (unit != null && !units.includes(unit))
    throw problem('ACCESS_UNIT_UNKNOWN', { key: unit, known: listed(units) })
}

const listed = (keys: readonly string[]) => keys.join(', ') || '–'

function workspaceRoutes({ workspaces, removeFacts }: AccessNeeds) {
  return {
    remove: os.workspaces.remove.handler(async ({ input: { workspace, name }, context: { actor } }) => {
      const found = (await workspaces.list()).find(({ key }) => key === workspace)
      if (found?.name !== name) throw problem('ACCESS_WORKSPACE_NAME_WRONG', { name })
      await removeFacts(workspace)
      await workspaces.remove(workspace, actor)
      return done
    }),
    add: os.workspaces.add.handler(async ({ input: { key, name }, context: { caller, actor } }) => {
      const officer = caller.kind === 'person' ? caller.person.id : await workspaces.firstOfficer()
      if (!(await workspaces.add({ key, name, officer, actor })))
        throw problem('ACCESS_WORKSPACE_TAKEN', { key })
      return { key, name, role: 'experience-officer' as const, team: null, unit: null }
    }),
  }
}

const prefixes = { api: 'tutti_sk_', ingestion: 'tutti_wk_' } as const
const readingScopes: Permission[] = ['figures:read', 'verbatims:read', 'records:read']
const startLength = 14

function keyRoutes({ keys }: AccessNeeds) {
  return {
    list: os.keys.list.handler(async ({ input: { workspace }, context: { actor } }) => ({
      keys: await keys.list({ workspace, actor }),
    })),
    create: os.keys.create.handler(async ({ input, context: { caller, actor } }) => {
      const { workspace, name, use, scopes = readingScopes } = input
      const granted: Permission[] = use === 'ingestion' ? ['facts:write'] : [...new Set(scopes)]
      refuseBeyond(permissionsIn(caller, workspace) ?? [], granted)
      const secret = `${prefixes[use]}${newSecret()}`
      const added = { name, use, scopes: granted, start: secret.slice(0, startLength) }
      const key = await keys.add({ workspace, actor }, { ...added, secretHash: hashSecret(secret) })
      return { key, secret }
    }),
    revoke: os.keys.revoke.handler(async ({ input: { workspace, id }, context: { actor } }) => {
      if (!(await keys.revoke({ workspace, actor }, id))) throw problem('ACCESS_KEY_UNKNOWN', { id })
      return done
    }),
  }
}

/** Nobody hands on more than they may do themselves. */
function refuseBeyond(own: readonly Permission[], granted: readonly Permission[]): void {
  const beyond = granted.find((permission) => !own.includes(permission))
  if (beyond) throw problem('ACCESS_NOT_ALLOWED', { permission: beyond })
}

function auditRoutes({ audit }: AccessNeeds) {
  return {
    list: os.audit.list.handler(async ({ input: { workspace, before, limit }, context: { actor } }) => {
      const entries = await audit.list({ workspace, actor }, { before, limit })
      return { entries, next: entries.length === limit ? (entries.at(-1)?.id ?? null) : null }
    }),
  }
}
