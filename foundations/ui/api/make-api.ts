import { createORPCClient, ORPCError } from '@orpc/client'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { i18n } from '../words/i18n.ts'
import { readProblem } from './problem.ts'

/** Where the API lives. */
export interface ApiPlace {
  readonly url: string
}

export interface Api<Contract extends AnyContractRouter> {
  /** Calls a procedure. */
  readonly call: ContractRouterClient<Contract>
  /** The same procedures as queries and mutations of TanStack Query. */
  readonly query: RouterUtils<ContractRouterClient<Contract>>
}

/** A refusal of the API as an error that carries the whole problem. */
function refusalOf(body: unknown, status: number) {
  const problem = readProblem(body, status)
  return new ORPCError(problem.code, { status, message: problem.sentence, data: problem })
}

/** The link reads JSON by its plain name only, so that `application/problem+json` is given that name. */
function readableProblem(response: Response): Response {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response
  const { status, statusText } = response
  return new Response(response.body, { status, statusText, headers: { 'content-type': 'application/json' } })
}

/** Typed access to the procedures of a contract. */
export function makeApi<Contract extends AnyContractRouter>(
  contract: Contract,
  place: ApiPlace,
): Api<Contract> {
  const link = new OpenAPILink(contract, {
    url: () => new URL(place.url, globalThis.location?.origin),
    fetch: async (request, init) => readableProblem(await fetch(request, init)),
    headers: () => ({ 'accept-language': i18n.language }),
    customErrorResponseBodyDecoder: (body, response) => refusalOf(body, response.status),
  })
  const call: ContractRouterClient<Contract> = createORPCClient(link)
  return { call, query: createTanstackQueryUtils(call) }
}
