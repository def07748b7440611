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
  /** A request outside the contract, e.g. an upload; its path is below `/api/v1`. */
  readonly send: (path: string, request: RequestInit & { duplex?: 'half' }) => Promise<Response>
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
  const send: Api['send'] = (path, request) =>
    answered(fetch(`${base}${path}`, { ...request, headers: { ...headers, ...request.headers } }))
  return { client, send }
}

const isUnreachable = (error: unknown) => error instanceof TypeError

async function refusalIn(response: Response, url: string): Promise<Error> {
  const body: unknown = await response.json().catch(() => null)
  const problem = Problem.safeParse(body)
  if (problem.success) return refusedByServer(problem.data)
  return refused('CLI_ANSWER_UNREADABLE', { url, status: String(response.status) })
}
