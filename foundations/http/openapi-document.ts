import { OpenAPIGenerator } from '@orpc/openapi'
import type { AnyRouter } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { z } from 'zod'
import { Problem } from './problem.contract.ts'
import { apiPrefix } from './procedure-handler.ts'

export interface DocumentedApi {
  readonly router: AnyRouter
  readonly version: string
}

/** OpenAPI 3.1 description of all that is served. */
export async function openApiDocument({ router, version }: DocumentedApi) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(router, {
    info: {
      title: 'Tutti',
      version,
      description:
        'The open experience platform. Sign in, or send an API key: `Authorization: Bearer …`. ' +
        'Every refusal is an `application/problem+json` with a stable code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: apiPrefix }],
    security: [{ key: [] }, { session: [] }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of the workspace.' },
        session: { type: 'apiKey', in: 'cookie', name: 'tutti.session_token' },
      },
      schemas: { Problem: problemSchema() },
    },
  })
  addProblemAnswers(document as unknown as MutableDocument)
  return document
}

export type OpenApiDocument = Awaited<ReturnType<typeof openApiDocument>>

interface MutableDocument {
  readonly paths?: Record<string, Record<string, { responses?: Record<string, unknown> }>>
}

function problemSchema() {
  const { $schema, ...schema } = z.toJSONSchema(Problem) as Record<string, unknown>
  return schema as { type: 'object' }
}

function addProblemAnswers({ paths = {} }: MutableDocument): void {
  const refusal = {
    description: 'A refusal.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods)))
    if (operation.responses) operation.responses.default = refusal
}
