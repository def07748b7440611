import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { loggedError } from './logged-error.ts'

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

export interface AppSettings {
  readonly logLevel?: LogLevel
  /** Addresses of proxies whose word on the caller's address is taken. */
  readonly trustedProxies?: readonly string[]
}

export const bodyLimitBytes = 2_000_000

/** An empty server: its log, its limits, the ids of its requests, JSON in. */
export function fastifyApp({ logLevel = 'info', trustedProxies = [] }: AppSettings): FastifyInstance {
  const app = Fastify({
    logger:
      logLevel === 'silent' ? false : { level: logLevel, base: null, serializers: { err: loggedError } },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: bodyLimitBytes,
    requestIdHeader: false,
    genReqId: (request) => acceptableId(request.headers['x-request-id']) ?? randomUUID(),
    trustProxy: trustedProxies.length ? [...trustedProxies] : false,
    forceCloseConnections: 'idle',
    requestTimeout: 0,
    routerOptions: { maxParamLength: 500 },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  readJson(app)
  return app
}

function acceptableId(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\w.-]{1,64}$/.test(header) ? header : undefined
}

/** Clients announce JSON on requests that have no body: that is no error. */
function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined)
    else parse(request, body.toString(), done)
  })
}
