import type { IncomingHttpHeaders } from 'node:http'
import type { AnyRouter } from '@orpc/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actorOf, type Caller } from '../access/caller.contract.ts'
import { localeOf } from './locale.contract.ts'
import { problem } from './problem.contract.ts'
import { type Admit, apiPrefix, procedureHandler, type Trace } from './procedure-handler.ts'
import type { RequestContext } from './request-context.contract.ts'

export type Identify = (headers: IncomingHttpHeaders) => Promise<Caller>
export type ContextOf = (request: FastifyRequest) => Promise<RequestContext>
export type TraceOf = (request: FastifyRequest) => Trace

export function contextReader(identify: Identify, traceOf: TraceOf): ContextOf {
  return async (request) => {
    const caller = await identify(request.headers)
    const actor = actorOf(caller)
    traceOf(request).actor = actor
    return { caller, actor, locale: localeOf(request.headers['accept-language']), requestId: request.id }
  }
}

export interface ServedRouter {
  readonly router: AnyRouter
  readonly admit: Admit
  readonly contextOf: ContextOf
  readonly traceOf: TraceOf
}

export function serveProcedures(
  app: FastifyInstance,
  { router, admit, contextOf, traceOf }: ServedRouter,
): void {
  const { handle } = procedureHandler(router, admit)
  app.all(`${apiPrefix}/*`, async (request, reply) => {
    const trace = traceOf(request)
    trace.route = `${apiPrefix}/*`
    reply.header('cache-control', 'no-store')
    const context = await contextOf(request)
    const served = await handle({ request, reply, context, trace })
    if (!served) throw problem('HTTP_NOT_FOUND', { path: `${request.method} ${request.url.split('?')[0]}` })
    return reply
  })
}
