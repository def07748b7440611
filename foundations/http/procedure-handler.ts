import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { type AnyRouter, isProcedure } from '@orpc/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Admission, ProcedureMeta } from './procedure.contract.ts'
import type { RequestContext } from './request-context.contract.ts'

/** Lets the caller in, or throws the refusal. `workspace` is the one in the path, where there is one. */
export type Admit = (context: RequestContext, admits: Admission, workspace: string | undefined) => void

/** What is learnt about a request while it is answered; logs and figures are made of it. */
export interface Trace {
  route?: string
  actor?: string
  failure?: unknown
}

interface TracedContext extends RequestContext {
  readonly trace: Trace
}

export interface ServedProcedure {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly admits: Admission
}

export interface ProcedureHandler {
  readonly procedures: readonly ServedProcedure[]
  /** False where no procedure has that address. Refusals and failures are thrown. */
  readonly handle: (exchange: Exchange) => Promise<boolean>
}

export interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly context: RequestContext
  readonly trace: Trace
}

export const apiPrefix = '/api/v1'

/** Serves procedures over HTTP. Each asks `admit` before its input is even looked at; there is no other way in. */
export function procedureHandler(router: AnyRouter, admit: Admit): ProcedureHandler {
  const procedures = servedProcedures(router)
  procedures.forEach(refuseUnguarded)
  const handler = new OpenAPIHandler<TracedContext>(router, {
    rootInterceptors: [rethrowFailure],
    interceptors: [rememberFailure],
    clientInterceptors: [
      ({ context, input, procedure, next }) => {
        const { route, meta } = procedure['~orpc']
        context.trace.route = `${apiPrefix}${route.path}`
        admit(context, (meta as ProcedureMeta).admits, workspaceIn(input, route.path))
        return next()
      },
    ],
  })
  const handle = async ({ request, reply, context, trace }: Exchange) => {
    const { matched } = await handler.handle(request, reply, {
      prefix: apiPrefix,
      context: { ...context, trace },
    })
    return matched
  }
  return { procedures, handle }
}

interface Intercepted<Result> {
  readonly context: TracedContext
  readonly next: () => Promise<Result>
}

async function rememberFailure<Result>({ context, next }: Intercepted<Result>): Promise<Result> {
  try {
    return await next()
  } catch (failure) {
    context.trace.failure = failure
    throw failure
  }
}

/** The library answers failures in its own form; ours is made in one place, where all errors arrive. */
async function rethrowFailure<Result>({ context, next }: Intercepted<Result>): Promise<Result> {
  const result = await next()
  if (context.trace.failure !== undefined) throw context.trace.failure
  return result
}

const inWorkspace = '/workspaces/{workspace}'

function workspaceIn(input: unknown, path: string | undefined): string | undefined {
  if (!path?.startsWith(inWorkspace)) return undefined
  return String((input as { workspace: unknown }).workspace)
}

export function servedProcedures(router: AnyRouter, names: readonly string[] = []): ServedProcedure[] {
  if (isProcedure(router)) {
    const { route, meta } = router['~orpc']
    const { admits } = meta as ProcedureMeta
    return [{ name: names.join('.'), method: route.method ?? 'POST', path: route.path ?? '', admits }]
  }
  return Object.entries(router).flatMap(([name, inner]) =>
    servedProcedures(inner as AnyRouter, [...names, name]),
  )
}

/** A procedure that admits by permission must say in its path which workspace the permission is for. */
function refuseUnguarded({ name, path, admits }: ServedProcedure): void {
  const open = admits === 'anyone' || admits === 'signed-in'
  if (admits === undefined) throw new Error(`The procedure ${name} does not say whom it admits.`)
  if (!open && !path.startsWith(inWorkspace))
    throw new Error(`The procedure ${name} admits by permission, but its path names no workspace: ${path}`)
  if (open && path.startsWith(inWorkspace))
    throw new Error(`The procedure ${name} belongs to a workspace, but admits ${admits}.`)
}
