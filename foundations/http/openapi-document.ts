import { OpenAPIGenerator } from '@orpc/openapi'
import type { AnyRouter } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { z } from 'zod'
import { Problem } from './problem.contract.ts'
import { apiPrefix } from './procedure-handler.ts'
import type { StreamContract } from './stream.contract.ts'
import type { WireContract } from './wire.contract.ts'

export interface DocumentedApi {
  readonly router: AnyRouter
  readonly streams?: readonly StreamContract[] | undefined
  readonly wires?: readonly WireContract[] | undefined
  readonly version: string
}

/** OpenAPI 3.1 description of all that is served. */
export async function openApiDocument({ router, streams = [], wires = [], version }: DocumentedApi) {
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
        writeKey: { type: 'http', scheme: 'basic', description: 'An ingestion key as user, no password.' },
        session: { type: 'apiKey', in: 'cookie', name: 'tutti.session_token' },
      },
      schemas: { Problem: problemSchema() },
    },
  })
  const mutable = document as unknown as MutableDocument
  addStreams(mutable, streams)
  addWires(mutable, wires)
  addProblemAnswers(mutable)
  return document
}

export type OpenApiDocument = Awaited<ReturnType<typeof openApiDocument>>

interface MutableDocument {
  paths?: Record<string, Record<string, Operation | readonly object[]>>
}

interface Operation {
  readonly responses?: Record<string, unknown>
}

function addStreams(document: MutableDocument, streams: readonly StreamContract[]): void {
  const paths = document.paths ?? {}
  document.paths = paths
  for (const stream of streams)
    paths[stream.path] = { ...paths[stream.path], [stream.method.toLowerCase()]: streamOperation(stream) }
}

function streamOperation({ method, path, tag, summary, bytesMax, output }: StreamContract) {
  return {
    operationId: `${method.toLowerCase()}.${placesOf(path).at(-1)}`,
    tags: [tag],
    summary,
    parameters: pathParameters(path),
    requestBody: {
      required: true,
      description: `The bytes of the file, at most ${bytesMax.toLocaleString('en')}.`,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
    responses: { 200: okOf(output) },
  }
}

/** Formats of others have addresses of their own, not below the prefix of the procedures. */
function addWires(document: MutableDocument, wires: readonly WireContract[]): void {
  const paths = document.paths ?? {}
  document.paths = paths
  for (const wire of wires)
    paths[wire.path] = { servers: [{ url: '/' }], [wire.method.toLowerCase()]: wireOperation(wire) }
}

function wireOperation({ path, tag, summary, description, proof, input, output }: WireContract) {
  return {
    operationId: path
      .slice(1)
      .replaceAll(/[/{}]+/g, '.')
      .replace(/\.$/, ''),
    tags: [tag],
    summary,
    description,
    security: proof === 'signature' ? [] : [{ writeKey: [] }, { key: [] }],
    parameters: pathParameters(path),
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(input) } } },
    responses: { 200: okOf(output) },
  }
}

const placesOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

const pathParameters = (path: string) =>
  placesOf(path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

const okOf = (output: z.ZodType) => ({
  description: 'OK',
  content: { 'application/json': { schema: schemaOf(output) } },
})

function schemaOf(type: z.ZodType) {
  const { $schema, ...schema } = z.toJSONSchema(type) as Record<string, unknown>
  return schema
}

const problemSchema = () => schemaOf(Problem) as { type: 'object' }

function addProblemAnswers({ paths = {} }: MutableDocument): void {
  const refusal = {
    description: 'A refusal.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods)))
    if ('responses' in operation && operation.responses) operation.responses.default = refusal
}
