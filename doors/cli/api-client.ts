import { once } from 'node:events'
import { type IncomingMessage, request as requestInClear } from 'node:http'
import { request as requestOverTls } from 'node:https'
import type { Readable } from 'node:stream'
import { text as bodyText } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { Locale } from '../../foundations/http/locale.contract.ts'
import { Problem } from '../../foundations/http/problem.contract.ts'
import { contract } from '../contract.ts'
import { refused, refusedByServer } from './cli-refusal.ts'
import type { ServerPlace } from './server-place.ts'

export type ApiClient = ContractRouterClient<typeof contract>

export interface Api {
  readonly client: ApiClient
  /** Sends a file outside the contract; its path is below `/api/v1`. */
  readonly upload: (path: string, upload: Upload) => Promise<Response>
}

export interface Upload {
  readonly content: Readable
  readonly bytes: number
  readonly signal: AbortSignal
}

export interface ApiNeeds {
  readonly place: ServerPlace
  readonly locale: Locale
  readonly interrupted: AbortSignal
}

export function apiClient({ place, locale, interrupted }: ApiNeeds): Api {
  const base = `${place.url}/api/v1`
  const headers = { authorization: `Bearer ${place.key}`, 'accept-language': locale }
  const answered = async (work: Promise<Response>) => {
    const response = await work.catch((error: unknown) => {
      if (interrupted.aborted) throw refused('CLI_INTERRUPTED')
      throw isUnreachable(error) ? refused('CLI_SERVER_SILENT', { url: place.url }) : error
    })
    if (!response.ok) throw await refusalIn(response, place.url)
    return response
  }
  const link = new OpenAPILink(contract, {
    url: base,
    headers,
    fetch: (request, init) => answered(fetch(request, init)),
  })
  const client: ApiClient = createORPCClient(link)
  const upload: Api['upload'] = (path, sent) => answered(put(`${base}${path}`, headers, sent))
  return { client, upload }
}

/** Streams a body as fast as it is taken; `fetch` would hold the whole of it in memory. */
async function put(
  url: string,
  headers: Readonly<Record<string, string>>,
  { content, bytes, signal }: Upload,
): Promise<Response> {
  const request = url.startsWith('https:') ? requestOverTls : requestInClear
  const sending = request(url, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': bytes },
    signal,
  })
  const answer = once(sending, 'response') as Promise<[IncomingMessage]>
  // A server that refuses answers before it has taken everything, and then takes no more.
  const sent = pipeline(content, sending).catch(() => undefined)
  const [response] = await answer.catch((error: Error) => {
    throw new TypeError(error.message, { cause: error })
  })
  const text = await bodyText(response)
  content.destroy()
  await sent
  return new Response(text, { status: response.statusCode ?? 0 })
}

const isUnreachable = (error: unknown) => error instanceof TypeError

async function refusalIn(response: Response, url: string): Promise<Error> {
  const body: unknown = await response.json().catch(() => null)
  const problem = Problem.safeParse(body)
  if (problem.success) return refusedByServer(problem.data)
  return refused('CLI_ANSWER_UNREADABLE', { url, status: String(response.status) })
}
