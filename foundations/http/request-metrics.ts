import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export interface AnsweredRequest {
  readonly route: string
  readonly method: string
  readonly status: number
  readonly durationMs: number
}

/** Figures about the server itself, for Prometheus. Others register theirs in `registry`. */
export function requestMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'tutti_http_request_duration_seconds',
    help: 'Time to answer a request, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.15, 0.5, 1.5, 5, 15],
    registers: [registry],
  })
  const observe = ({ route, method, status, durationMs }: AnsweredRequest) =>
    duration.observe({ route, method, status: String(status) }, durationMs / 1000)
  return { registry, observe }
}

export type RequestMetrics = ReturnType<typeof requestMetrics>
