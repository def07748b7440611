import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { problem } from './problem.contract.ts'
import type { RequestMetrics } from './request-metrics.ts'

/** What must answer for the server to be ready, by name. */
export type ReadyChecks = Readonly<Record<string, () => Promise<void>>>

export interface Health {
  readonly ready: ReadyChecks
  readonly metrics: RequestMetrics
  /** Lets a collector on another machine read `/metrics`. */
  readonly metricsToken?: string
}

const readyTimeoutMs = 3_000

export function serveHealth(app: FastifyInstance, { ready, metrics, metricsToken }: Health): void {
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const failing = await failingChecks(ready)
    return reply.status(failing.length ? 503 : 200).send({ ready: failing.length === 0, failing })
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, metricsToken)) throw problem('HTTP_NOT_FOUND', { path: request.url })
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

async function failingChecks(checks: ReadyChecks): Promise<string[]> {
  const names = Object.keys(checks)
  const outcomes = await Promise.allSettled(names.map((name) => withinTime(checks[name]!())))
  return names.filter((_, index) => outcomes[index]?.status === 'rejected')
}

function withinTime(check: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(() => reject(new Error('It does not answer.')), readyTimeoutMs)
  return Promise.race([check, promise]).finally(() => clearTimeout(timer))
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** The machine itself may, unless it speaks for somebody else. */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined && sameText(request.headers.authorization ?? '', `Bearer ${token}`)) return true
  return loopback.has(request.ip) && request.headers['x-forwarded-for'] === undefined
}

/** Takes as long for a text that is nearly right as for any other. */
function sameText(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(expected))
}
