import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { bodyLimitBytes } from './body-limit.ts'
import { loggedError } from './logged-error.ts'
import type { Answer } from './problem-answer.ts'

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

export interface AppSettings {
  readonly logLevel?: LogLevel
  /** Addresses of proxies whose word on the caller's address is taken. */
  readonly trustedProxies?: readonly string[]
}

interface AppParts extends AppSettings {
  /** Answers addresses that cannot be read, before there is a route. */
  readonly answer: Answer
}

/** An empty server: its log, its limits, the ids of its requests, JSON in. */
export function fastifyApp({ logLevel = 'info', trustedProxies = [], answer }: AppParts): FastifyInstance {
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
    frameworkErrors: answer,
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
