export type SignInOutcome = 'signed-in' | 'refused' | 'too-many' | 'unreached'

async function post(path: string, body: unknown): Promise<number> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.status
  } catch {
    return 0
  }
}

/** Opens a session; says why not where it is refused. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const status = await post('/sign-in/email', { email, password })
  if (status >= 200 && status < 300) return 'signed-in'
  if (status === 429) return 'too-many'
  return status >= 400 && status < 500 ? 'refused' : 'unreached'
}

/** Closes the session. */
export async function signOut(): Promise<void> {
  await post('/sign-out', {})
}
