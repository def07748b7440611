import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Ledger } from '../ledger/ledger.ts'
import { account, person, session, verification } from './sign-in.tables.ts'

export interface SignInSettings {
  readonly ledger: Ledger
  /** Signs the cookies; the same for every server on the ledger. */
  readonly secret: string
  /** Address at which people reach the server. */
  readonly publicUrl: string
}

const daySeconds = 86_400

/** Sign-in by e-mail and password, sessions in the ledger, cookies that scripts cannot read. */
export function signIn({ ledger, secret, publicUrl }: SignInSettings) {
  return betterAuth({
    appName: 'Tutti',
    baseURL: publicUrl,
    basePath: signInPrefix,
    secret,
    database: drizzleAdapter(ledger.database, {
      provider: 'pg',
      schema: { user: person, session, account, verification },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: 14 * daySeconds, updateAge: daySeconds, cookieCache: { enabled: false } },
    // The door limits attempts and refuses what comes from other sites, for every route alike.
    rateLimit: { enabled: false },
    advanced: {
      disableCSRFCheck: true,
      disableOriginCheck: true,
      cookiePrefix: 'tutti',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export const signInPrefix = '/api/auth'

export type SignIn = ReturnType<typeof signIn>
