import type { AnyRouter } from '@orpc/server'
import type { FastifyInstance } from 'fastify'
import { serveApiDocs } from './api-docs.ts'
import { type AppSettings, fastifyApp } from './fastify-app.ts'
import { refuseForeignOrigin } from './foreign-origin.ts'
import { openApiDocument } from './openapi-document.ts'
import type { ProblemTable } from './problem.contract.ts'
import { problemAnswer } from './problem-answer.ts'
import type { Admit } from './procedure-handler.ts'
import { limitRates, type RateLimit } from './rate-limits.ts'
import { type RequestMetrics, requestMetrics } from './request-metrics.ts'
import { traceRequests } from './request-trace.ts'
import { securityHeaders } from './security-headers.ts'
import { contextReader, type Identify, serveProcedures } from './serve-procedures.ts'
import { serveStreams } from './serve-streams.ts'
import { serveWeb } from './serve-web.ts'
import { type KeyReader, serveWires } from './serve-wires.ts'
import { type ReadyChecks, serveHealth } from './server-health.ts'
import type { StreamRoute } from './stream-route.ts'
import { type Mount, serveMount } from './web-mount.ts'
import type { WireRoute } from './wire-route.ts'

export interface ServerParts extends AppSettings {
  readonly router: AnyRouter
  readonly streams?: readonly StreamRoute[]
  readonly mounts?: readonly Mount[]
  /** Formats of others, and whose keys open them. */
  readonly wires?: { readonly routes: readonly WireRoute[]; readonly keys: KeyReader }
  /** Every refusal the parts can give. */
  readonly problems: ProblemTable
  readonly identify: Identify
  readonly admit: Admit
  readonly ready?: ReadyChecks
  readonly limits?: readonly RateLimit[]
  readonly metrics?: RequestMetrics
  readonly metricsToken?: string
  /** The built web application. */
  readonly webDirectory?: string
  /** Address at which people reach the server, when it is not the one it listens at. */
  readonly publicUrl?: string
  readonly version: string
}

/** Builds the server; nothing listens yet. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { publicUrl, admit, metrics = requestMetrics() } = parts
  const answer = problemAnswer(parts.problems)
  const app = fastifyApp({ ...parts, answer })
  const traceOf = traceRequests(app, metrics)
  app.setErrorHandler(answer)
  await securityHeaders(app, publicUrl)
  app.addHook('onRequest', async (request) => refuseForeignOrigin(request, publicUrl))
  await limitRates(app, parts.limits ?? [])
  serveHealth(app, { ready: parts.ready ?? {}, metrics, metricsToken: parts.metricsToken })
  const contextOf = contextReader(parts.identify, traceOf)
  serveProcedures(app, { router: parts.router, admit, contextOf, traceOf })
  await serveStreams(app, { routes: parts.streams ?? [], admit, contextOf, traceOf })
  if (parts.wires) await serveWires(app, { ...parts.wires, admit, traceOf })
  for (const mount of parts.mounts ?? []) serveMount(app, mount)
  await serveApiDocs(app, {
    document: await openApiDocument({ ...parts, wires: parts.wires?.routes }),
    problems: parts.problems,
  })
  await serveWeb(app, parts.webDirectory)
  return app
}
