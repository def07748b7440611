import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Trace } from './procedure-handler.ts'
import type { RequestMetrics } from './request-metrics.ts'

/**
 * Logs and measures every answer. A line holds the route, never the address as asked nor headers or bodies: links and
 * keys are secrets.
 */
export function traceRequests(app: FastifyInstance, metrics: RequestMetrics) {
  const traces = new WeakMap<FastifyRequest, Trace>()
  const traceOf = (request: FastifyRequest): Trace => {
    const trace = traces.get(request) ?? {}
    traces.set(request, trace)
    return trace
  }
  app.addHook('onResponse', async (request, reply) => {
    const { route = request.routeOptions.url ?? 'none', actor } = traceOf(request)
    const { method } = request
    const { elapsedTime: durationMs, statusCode: status } = reply
    metrics.observe({ route, method, status, durationMs })
    request.log.info({ method, route, status, durationMs: Math.round(durationMs), actor }, 'answered')
  })
  return traceOf
}
