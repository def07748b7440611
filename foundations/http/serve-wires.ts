import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actorOf, type Caller } from '../access/caller.contract.ts'
import { localeOf } from './locale.contract.ts'
import { problem } from './problem.contract.ts'
import type { Admit } from './procedure-handler.ts'
import type { TraceOf } from './serve-procedures.ts'
import { announcedBytes, readWireBody } from './wire-body.ts'
import type { AdmittedKey, WireRoute } from './wire-route.ts'

/** Finds out whose key a program shows; a request that shows none is a stranger's. */
export interface KeyReader {
  readonly byHeader: (authorization: string | undefined) => Promise<Caller>
  readonly byKey: (secret: string) => Promise<Caller>
}

export interface ServedWires {
  readonly routes: readonly WireRoute[]
  readonly keys: KeyReader
  readonly admit: Admit
  readonly traceOf: TraceOf
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Pages of other sites may ask, because nothing is granted by a cookie. */
    readonly openToPages?: boolean
  }
}

const openToPages = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-expose-headers': 'retry-after, x-request-id',
}

const preflight = {
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, content-encoding, *',
  'access-control-max-age': '86400',
}

/** Serves formats of others. Whatever type a body claims to have it is read as JSON, as their libraries expect. */
export async function serveWires(app: FastifyInstance, wires: ServedWires): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.addHook('onRequest', async (_request, reply) => {
      reply.headers(openToPages)
    })
    for (const route of wires.routes)
      for (const path of [route.path, ...(route.alsoAt ?? [])]) addRoute(scope, path, { ...wires, route })
    scope.options('/v1/*', async (_request, reply) => reply.status(204).headers(preflight).send())
  })
}

type ServedWire = ServedWires & { readonly route: WireRoute }
type WireExchange = FastifyRequest<{ Params: Record<string, string>; Body: Readable | undefined }>

function addRoute(scope: FastifyInstance, path: string, wire: ServedWire): void {
  const { route, traceOf } = wire
  scope.route<{ Params: Record<string, string>; Body: Readable | undefined }>({
    method: route.method,
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { openToPages: true },
    bodyLimit: route.bytesMax + 1,
    onError: async (request, reply) => closeConnection(request, reply, route),
    handler: (request) => {
      traceOf(request).route = route.path
      return answered(request, wire)
    },
  })
}

async function answered(request: WireExchange, wire: ServedWire): Promise<unknown> {
  const { route, keys } = wire
  const { headers, params, body = request.raw } = request
  const shown = route.proof === 'signature' ? undefined : await keys.byHeader(headers.authorization)
  const key = shown && shown.kind !== 'stranger' ? admittedKey(shown, request, wire) : undefined
  const release = route.reserve(announcedBytes(headers, route))
  try {
    return await route.receive({
      ...{ params, headers },
      locale: localeOf(headers['accept-language']),
      body: await readWireBody(body, headers, route),
      admitted: async (secret) =>
        key ?? admittedKey(secret === undefined ? stranger : await keys.byKey(secret), request, wire),
    })
  } finally {
    release()
  }
}

const stranger: Caller = { kind: 'stranger' }

/** The key, where it may do what the route asks for in its workspace; throws the refusal otherwise. */
function admittedKey(
  caller: Caller,
  { headers, id: requestId }: WireExchange,
  { route, admit }: ServedWire,
): AdmittedKey {
  if (route.proof === 'signature') throw new Error(`No key opens ${route.path}.`)
  const context = { caller, actor: actorOf(caller), locale: localeOf(headers['accept-language']), requestId }
  admit(context, route.proof, caller.kind === 'key' ? caller.workspace : undefined)
  if (caller.kind !== 'key') throw problem('ACCESS_KEY_REFUSED')
  return caller
}

/** What is left of a refused body is not read, unless it is known to be short: the connection ends with the answer. */
function closeConnection({ headers }: FastifyRequest, reply: FastifyReply, { bytesMax }: WireRoute): void {
  const length = headers['content-length']
  if (length === undefined || Number(length) > bytesMax) reply.header('connection', 'close')
}
