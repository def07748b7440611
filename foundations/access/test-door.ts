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

const places = async () => ({ teams: ['shops'], units: ['lyon', 'paris'] })

/** One more server on the same ledger. */
export async function doorOn(ledger: Ledger, key = localKey) {
  const access = await openAccess({ ledger, publicUrl: 'http://127.0.0.1:4400', localKey: key, places })
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

export const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

/** A door on which Ada administers `acme`, with a viewer and an analyst in it, and `globex`. */
export async function openAcme(place: LedgerPlace) {
  const door = await openTestDoor(place)
  const ada = await door.welcome()
  const acme = { ...door, ada, ...asking(door.ask, ada) }
  const globex = { key: 'globex', name: 'Globex' }
  await door.ask({ method: 'POST', url: '/api/v1/workspaces', payload: globex, headers: { cookie: ada } })
  for (const role of ['viewer', 'analyst'])
    await acme.add({ name: role, email: `${role}@example.org`, role, password })
  return acme
}

export type Acme = Awaited<ReturnType<typeof openAcme>>

type Ask = Awaited<ReturnType<typeof doorOn>>['ask']

/** What the tests ask for again and again, as Ada where nobody else is named. */
function asking(ask: Ask, ada: string) {
  const inAcme = (path: string) => `/api/v1/workspaces/acme${path}`
  const headers = { cookie: ada }
  return {
    inAcme,
    add: (payload: object) => ask({ method: 'POST', url: inAcme('/members'), payload, headers }),
    makeKey: async (payload: object, proof: Record<string, string> = headers) =>
      (await ask({ method: 'POST', url: inAcme('/keys'), payload, headers: proof })).json(),
    revoke: (id: string) => ask({ method: 'DELETE', url: inAcme(`/keys/${id}`), headers }),
    /** Code of the refusal, or `admitted`. */
    codeFor: async (url: string, proof: Record<string, string>) => {
      const { status, json } = await ask({ url, headers: proof })
      return status === 200 ? 'admitted' : json().code
    },
    audited: async (workspace = 'acme'): Promise<{ action: string; subject: string }[]> =>
      (await ask({ url: `/api/v1/workspaces/${workspace}/audit`, headers })).json().entries,
  }
}
