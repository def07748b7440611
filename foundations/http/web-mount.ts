import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Something that answers web requests by itself, below a prefix. */
export interface Mount {
  readonly prefix: `/api/${string}`
  readonly answer: (request: Request) => Promise<Response>
}

export function serveMount(app: FastifyInstance, { prefix, answer }: Mount): void {
  app.route({
    method: ['GET', 'POST'],
    url: `${prefix}/*`,
    handler: async (request, reply) => {
      const response = await answer(webRequest(request))
      reply.status(response.status)
      response.headers.forEach((value, name) => {
        if (name !== 'set-cookie') reply.header(name, value)
      })
      for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
      return reply.send(response.body ? Readable.fromWeb(response.body as never) : null)
    },
  })
}

function webRequest(request: FastifyRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  // Only the address of the connection counts: a header could claim any.
  headers.set('x-client-address', request.ip)
  const url = new URL(request.url, `${request.protocol}://${request.headers.host ?? 'localhost'}`)
  const body = request.body === undefined ? undefined : JSON.stringify(request.body)
  return new Request(url, { method: request.method, headers, body })
}
