import type { Ledger } from '../ledger/ledger.ts'
import { readMigrations } from '../ledger/migration.ts'
import { type AccessNeeds, accessRoutes } from './access.routes.ts'
import { admit } from './admission.ts'
import { auditRecords } from './audit-trail.ledger.ts'
import { callerReader, programReader } from './caller.ts'
import { installationRecords } from './installation.ledger.ts'
import { keyRecords } from './key.ledger.ts'
import { memberRecords } from './member.ledger.ts'
import { rememberedKeys } from './remembered-keys.ts'
import { hashSecret, newSecret } from './secret.ts'
import { sessionRecords } from './session.ledger.ts'
import { signIn as openSignIn } from './sign-in.ts'
import { signInMount } from './sign-in-mount.ts'
import { welcomeRecords } from './welcome.ledger.ts'
import { workspaceRecords } from './workspace.ledger.ts'

export interface AccessSettings {
  /** Migrated. */
  readonly ledger: Ledger
  readonly publicUrl: string
  /** Key of command lines on this machine, made for this run. */
  readonly localKey: string
  /** Where members of a workspace may work; nowhere in particular where absent. */
  readonly places?: AccessNeeds['places']
  /** Removes what is kept of a workspace outside the ledger. */
  readonly removeFacts?: (workspace: string) => Promise<void>
}

export const accessMigrations = () => readMigrations(new URL('./migrations/', import.meta.url), 'access')

/** Guesses at passwords and links are few per minute and address. */
const limits = [
  { pathPrefix: '/api/auth/sign-in', requestsMax: 10, windowMs: 60_000 },
  { pathPrefix: '/api/auth/change-password', requestsMax: 10, windowMs: 60_000 },
  { pathPrefix: '/api/v1/welcome', requestsMax: 10, windowMs: 60_000 },
]

export async function openAccess({
  ledger,
  publicUrl,
  localKey,
  places = async () => ({ teams: [], units: [] }),
  removeFacts = async () => undefined,
}: AccessSettings) {
  const secret = await installationRecords(ledger).keep('session-secret', newSecret)
  const signIn = openSignIn({ ledger, secret, publicUrl })
  const [keys, workspaces, welcome] = [keyRecords(ledger), workspaceRecords(ledger), welcomeRecords(ledger)]
  const members = memberRecords(ledger)
  const { inForce, revoke } = rememberedKeys(keys, ledger.clock)
  return {
    router: accessRoutes({
      ...{ members, workspaces, welcome },
      keys: { ...keys, revoke },
      audit: auditRecords(ledger),
      places,
      removeFacts,
    }),
    mount: signInMount({ signIn, ledger }),
    limits,
    schedules: [{ name: 'expired-sessions', cron: '17 3 * * *', run: sessionRecords(ledger).removeExpired }],
    identify: callerReader({ signIn, keys, workspaces, localKeyHash: hashSecret(localKey) }),
    /** Whose key a program shows, for requests that come many times a second. */
    programs: programReader(inForce),
    admit,
    /** Makes a workspace that the first administrator will look after; false where anybody or anything is there already. */
    addFirstWorkspace: async (added: { key: string; name: string }): Promise<boolean> =>
      (await workspaces.list()).length === 0 &&
      workspaces.add({ ...added, officer: undefined, actor: 'system' }),
    /** A fresh one-time token, as long as nobody administers this installation. */
    welcomeToken: async (): Promise<string | undefined> => {
      if ((await workspaces.firstOfficer()) !== undefined) return undefined
      const token = newSecret()
      await welcome.renew(hashSecret(token))
      return token
    },
  }
}

export type Access = Awaited<ReturnType<typeof openAccess>>
