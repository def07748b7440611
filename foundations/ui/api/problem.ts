/** What the API says when it refuses: a sentence, what to do next, and the id to find the request again. */
export interface Problem {
  readonly code: string
  readonly status: number
  readonly sentence: string
  readonly hint: string
  readonly requestId: string
}

type Fields = Readonly<Record<string, unknown>>

function firstText(fields: Fields, names: readonly string[]): string {
  const found = names.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '')
  return typeof found === 'string' ? found : ''
}

/** Reads `application/problem+json`, and makes the best of anything else. */
export function readProblem(body: unknown, status: number): Problem {
  const fields: Fields = typeof body === 'object' && body !== null ? (body as Fields) : {}
  return {
    code: firstText(fields, ['code', 'type']) || `HTTP_${status}`,
    status,
    sentence: firstText(fields, ['sentence', 'detail', 'title', 'message']),
    hint: firstText(fields, ['hint']),
    requestId: firstText(fields, ['requestId', 'instance']),
  }
}

/** The problem an error carries; an error of the network or the browser has status 0. */
export function problemOf(error: unknown): Problem {
  if (error && typeof error === 'object' && 'data' in error && error.data && typeof error.data === 'object') {
    return readProblem(error.data, 'status' in error && typeof error.status === 'number' ? error.status : 0)
  }
  return { code: 'HTTP_UNREACHED', status: 0, sentence: '', hint: '', requestId: '' }
}
