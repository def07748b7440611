import { OpenAPIGenerator } from '@orpc/openapi'
import type { AnyRouter } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { z } from 'zod'
import { Problem } from './problem.contract.ts'
import { apiPrefix } from './procedure-handler.ts'
import type { StreamContract } from './stream.contract.ts'

export interface DocumentedApi {
  readonly router: AnyRouter
  readonly streams?: readonly StreamContract[] | undefined
  readonly version: string
}

/** OpenAPI 3.1 description of all that is served. */
export async function openApiDocument({ router, streams = [], version }: DocumentedApi) {
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
  const mutable = document as unknown as MutableDocument
  addStreams(mutable, streams)
  addProblemAnswers(mutable)
  return document
}

export type OpenApiDocument = Awaited<ReturnType<typeof openApiDocument>>

interface MutableDocument {
  paths?: Record<string, Record<string, { responses?: Record<string, unknown> }>>
}

function addStreams(document: MutableDocument, streams: readonly StreamContract[]): void {
  const paths = document.paths ?? {}
  document.paths = paths
  for (const stream of streams)
    paths[stream.path] = { ...paths[stream.path], [stream.method.toLowerCase()]: streamOperation(stream) }
}

function streamOperation({ method, path, tag, summary, bytesMax, output }: StreamContract) {
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const { $schema, ...schema } = z.toJSONSchema(output) as Record<string, unknown>
  return {
    operationId: `${method.toLowerCase()}.${places.at(-1)}`,
    tags: [tag],
    summary,
    parameters: places.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    requestBody: {
      required: true,
      description: `The bytes of the file, at most ${bytesMax.toLocaleString('en')}.`,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
    responses: { 200: { description: 'OK', content: { 'application/json': { schema } } } },
  }
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
