import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { limitedBody } from './limited-body.ts'
import { type Admit, apiPrefix } from './procedure-handler.ts'
import type { ContextOf, TraceOf } from './serve-procedures.ts'
import type { StreamRoute } from './stream-route.ts'

export interface ServedStreams {
  readonly routes: readonly StreamRoute[]
  readonly admit: Admit
  readonly contextOf: ContextOf
  readonly traceOf: TraceOf
}

/** Bodies arrive as they come: in a scope of its own, where nothing reads them ahead. */
export async function serveStreams(app: FastifyInstance, streams: ServedStreams): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    for (const route of streams.routes) addRoute(scope, route, streams)
  })
}

function addRoute(
  scope: FastifyInstance,
  route: StreamRoute,
  { admit, contextOf, traceOf }: ServedStreams,
): void {
  scope.route<{ Params: Record<string, string> & { workspace: string }; Body: Readable | undefined }>({
    method: route.method,
    url: `${apiPrefix}${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    bodyLimit: route.bytesMax,
    // What is left of a refused file is not read: the connection ends with the answer.
    onError: async (_request, reply) => {
      reply.header('connection', 'close')
    },
    handler: async (request) => {
      traceOf(request).route = `${apiPrefix}${route.path}`
      const context = await contextOf(request)
      const { params, body = request.raw, headers } = request
      admit(context, route.admits, params.workspace)
      const declaredBytes = Number(headers['content-length']) || undefined
      return route.receive({
        workspace: params.workspace,
        params,
        body: limitedBody(body, { bytesMax: route.bytesMax, declaredBytes }),
        contentType: headers['content-type'] ?? 'application/octet-stream',
        declaredBytes,
        context,
      })
    },
  })
}
