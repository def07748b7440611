import { createHash } from 'node:crypto'
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { errorsPage } from './errors-page.ts'
import type { OpenApiDocument } from './openapi-document.ts'
import type { ProblemTable } from './problem.contract.ts'

export interface ApiDocs {
  readonly document: OpenApiDocument
  readonly problems: ProblemTable
}

/** The description of the API: for programs, for readers, and what each refusal means. */
export async function serveApiDocs(app: FastifyInstance, { document, problems }: ApiDocs): Promise<void> {
  app.get('/api/openapi.json', async () => document)
  app.get('/api/docs/errors', async (_request, reply) => reply.type('text/html').send(errorsPage(problems)))
  await app.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply, payload) => {
      if (typeof payload === 'string' && payload.includes('<script'))
        reply.header('content-security-policy', policyFor(payload))
      return payload
    })
    await scope.register(scalar, {
      routePrefix: '/api/docs',
      logLevel: 'silent',
      configuration: {
        url: '/api/openapi.json',
        withDefaultFonts: false,
        hideClientButton: true,
        telemetry: false,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    })
  })
}

/** The page starts itself with scripts written in it: exactly these are let run, and nothing from elsewhere. */
function policyFor(page: string): string {
  const scripts = [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const hashes = scripts.map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
  return [
    "default-src 'self'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
