import type { InjectOptions } from 'fastify'
import { httpProblems } from '../http/problem.contract.ts'
import { buildServer } from '../http/server.ts'
import { type Ledger, type LedgerPlace, openLedger } from '../ledger/ledger.ts'
import { accessProblems } from './access.contract.ts'
import { accessMigrations, openAccess } from './access.ts'

export const localKey = 'tutti_lk_for-tests'

/** A door with nothing behind it but access, for tests. */
export async function openTestDoor(place: LedgerPlace = {}) {
  const ledger = await openLedger(place)
  await ledger.migrate(await accessMigrations())
  return { ...(await doorOn(ledger)), ledger, close: ledger.close }
}

/** One more server on the same ledger. */
export async function doorOn(ledger: Ledger, key = localKey) {
  const access = await openAccess({ ledger, publicUrl: 'http://127.0.0.1:4400', localKey: key })
  const app = await buildServer({
    router: { access: access.router },
    mounts: [access.mount],
    problems: { ...httpProblems, ...accessProblems },
    identify: access.identify,
    admit: ({ caller }, admits, workspace) => access.admit(caller, admits, workspace),
    limits: access.limits,
    logLevel: 'silent',
    version: '0',
  })
  const ask = async (request: InjectOptions) => {
    const response = await app.inject(request)
    return {
      status: response.statusCode,
      headers: response.headers,
      body: response.body,
      json: response.json,
    }
  }
  return { access, app, ask, ...signingIn(app.inject.bind(app) as Inject, access.welcomeToken) }
}

type Inject = (
  request: InjectOptions,
) => Promise<{ statusCode: number; cookies: { name: string; value: string }[] }>

export const password = 'correct horse battery'

function signingIn(inject: Inject, welcomeToken: () => Promise<string | undefined>) {
  let address = 0
  /** Cookie of a session; each from an address of its own, so that limits do not meet tests. */
  const signIn = async (email: string, secret = password): Promise<string> => {
    const payload = { email, password: secret }
    const remoteAddress = `10.0.0.${++address}`
    const response = await inject({ method: 'POST', url: '/api/auth/sign-in/email', payload, remoteAddress })
    return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  }
  /** Makes the first administrator and their workspace, and signs them in. */
  const welcome = async (workspaceName = 'Acme'): Promise<string> => {
    const person = { name: 'Ada', email: 'ada@example.org', password }
    const payload = { ...person, workspaceName, token: await welcomeToken() }
    await inject({ method: 'POST', url: '/api/v1/welcome', payload })
    return signIn(person.email)
  }
  return { signIn, welcome }
}
