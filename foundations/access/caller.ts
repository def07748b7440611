import type { IncomingHttpHeaders } from 'node:http'
import type { Caller } from './caller.contract.ts'
import type { KeyRecords } from './key.ledger.ts'
import { hashSecret, sameSecret } from './secret.ts'
import type { SignIn } from './sign-in.ts'
import type { WorkspaceRecords } from './workspace.ledger.ts'

export interface CallerSources {
  readonly signIn: SignIn
  readonly keys: KeyRecords
  readonly workspaces: WorkspaceRecords
  /** Hash of the key made for command lines on this machine, for this run. */
  readonly localKeyHash: string
}

const stranger: Caller = { kind: 'stranger' }
const refused: Caller = { kind: 'refused' }

/** Finds out who is asking. A key that is shown counts alone: a wrong one is not made good by a cookie. */
export function callerReader(sources: CallerSources) {
  return async (headers: IncomingHttpHeaders): Promise<Caller> => {
    if (headers.authorization !== undefined) return callerByKey(headers.authorization, sources)
    if (headers.cookie?.includes('tutti.')) return callerBySession(headers.cookie, sources)
    return stranger
  }
}

async function callerByKey(authorization: string, { keys, workspaces, localKeyHash }: CallerSources) {
  const secret = secretIn(authorization)
  if (secret === undefined) return refused
  if (sameSecret(secret, localKeyHash)) return localCaller(workspaces)
  const key = await keys.inForce(hashSecret(secret))
  return key ? ({ kind: 'key', ...key } satisfies Caller) : refused
}

/** `Bearer <key>`, or the write key as user of basic authentication, as event libraries send it. */
function secretIn(authorization: string): string | undefined {
  const [scheme = '', credentials = ''] = authorization.split(' ')
  if (scheme.toLowerCase() === 'bearer') return credentials
  if (scheme.toLowerCase() !== 'basic') return undefined
  const [user = ''] = Buffer.from(credentials, 'base64').toString('utf8').split(':')
  return user.startsWith('tutti_wk_') ? user : undefined
}

async function localCaller(workspaces: WorkspaceRecords): Promise<Caller> {
  const all = await workspaces.list()
  const memberships = all.map(({ key, name }) => ({
    workspace: key,
    name,
    role: 'experience-officer' as const,
    team: null,
    unit: null,
  }))
  return { kind: 'local', memberships }
}

async function callerBySession(cookie: string, { signIn, workspaces }: CallerSources): Promise<Caller> {
  const found = await signIn.api.getSession({ headers: new Headers({ cookie }) })
  if (!found) return stranger
  const { id, name, email } = found.user
  return { kind: 'person', person: { id, name, email }, memberships: await workspaces.membershipsOf(id) }
}

/** Whose key a program shows, in the header or elsewhere. Only keys of a workspace count, neither cookies nor local keys. */
export function programReader(inForce: KeyRecords['inForce']) {
  const byKey = async (secret: string): Promise<Caller> => {
    const key = await inForce(hashSecret(secret))
    return key ? { kind: 'key', ...key } : refused
  }
  const byHeader = async (authorization: string | undefined): Promise<Caller> => {
    if (authorization === undefined) return stranger
    const secret = secretIn(authorization)
    return secret === undefined ? refused : byKey(secret)
  }
  return { byHeader, byKey }
}
