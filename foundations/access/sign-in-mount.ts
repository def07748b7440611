import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { problem } from '../http/problem.contract.ts'
import { type AuditEvent, recordAudit } from '../ledger/audit.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { person } from './sign-in.tables.ts'
import { type SignIn, signInPrefix } from './sign-in.ts'
import { membership } from './workspace.tables.ts'

const signInOperation = 'POST /sign-in/email'

/** What somebody who is signed in may do to their session, and how the audit trail calls it. */
const sessionActions: Readonly<Record<string, string>> = {
  'POST /sign-out': 'sign-out',
  'POST /change-password': 'password.changed',
}

export interface SignInParts {
  readonly signIn: SignIn
  readonly ledger: Ledger
}

/**
 * Sign-in and sign-out over HTTP; the rest of the sign-in library stays closed. Each is told to the audit trail of
 * every workspace of the person.
 */
export function signInMount({ signIn, ledger }: SignInParts) {
  const answer = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    const operation = `${request.method} ${path.slice(signInPrefix.length)}`
    if (operation === signInOperation) return answerSignIn({ signIn, ledger, request })
    const action = sessionActions[operation]
    if (action === undefined) throw problem('HTTP_NOT_FOUND', { path })
    return answerSession({ signIn, ledger, request, action })
  }
  return { prefix: signInPrefix, answer } as const
}

const Credentials = z.object({ email: z.string(), password: z.string() })

interface Attempt extends SignInParts {
  readonly request: Request
}

async function answerSignIn({ signIn, ledger, request }: Attempt): Promise<Response> {
  const body = Credentials.safeParse(
    await request
      .clone()
      .json()
      .catch(() => undefined),
  )
  if (!body.success) throw problem('ACCESS_SIGN_IN_REFUSED')
  const response = await signIn.handler(request)
  const email = body.data.email.toLowerCase()
  await auditPerson({ ledger, email, action: response.ok ? 'sign-in' : 'sign-in.refused' })
  return acceptedOnly(response)
}

async function answerSession({ signIn, ledger, request, action }: Attempt & { action: string }) {
  const session = await signIn.api.getSession({ headers: request.headers })
  const response = acceptedOnly(await signIn.handler(request))
  if (session) await auditPerson({ ledger, email: session.user.email, action })
  return response
}

/** One answer and one refusal, so that it cannot be learnt who has an account. */
function acceptedOnly(response: Response): Response {
  if (response.status >= 500) throw new Error(`The sign-in library answered ${response.status}.`)
  if (!response.ok) throw problem('ACCESS_SIGN_IN_REFUSED')
  // The session is in the cookie, which scripts cannot read; the library's body would show it to them.
  const headers = new Headers({ 'content-type': 'application/json' })
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify({ done: true }), { headers })
}

interface PersonEvent extends Pick<AuditEvent, 'action'> {
  readonly ledger: Ledger
  readonly email: string
}

function auditPerson({ ledger, email, action }: PersonEvent): Promise<void> {
  return ledger.asSystem(async (tx) => {
    const memberships = await tx
      .select({ workspace: membership.workspace, id: person.id })
      .from(membership)
      .innerJoin(person, eq(person.id, membership.person))
      .where(eq(person.email, email))
    for (const { workspace, id } of memberships) {
      const subject = `person:${id}`
      await recordAudit(tx, { workspace, actor: subject, action, subject, at: tx.now })
    }
  })
}
