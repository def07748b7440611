import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { compressFiles } from './compress-files.ts'
import { problem } from './problem.contract.ts'

const immutable = 'public, max-age=31536000, immutable'

/**
 * The built web application. Files below `assets/` carry a hash in their name and never change; every other address
 * that is not the API's is a page of the application.
 */
export async function serveWeb(app: FastifyInstance, directory: string | undefined): Promise<void> {
  const index =
    directory && existsSync(join(directory, 'index.html')) ? join(directory, 'index.html') : undefined
  if (directory && index) {
    await compressFiles(join(directory, 'assets'))
    await app.register(fastifyStatic, {
      root: directory,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? immutable : 'no-cache')
      },
    })
  }
  const notFound = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!index || !isPage(request)) throw problem('HTTP_NOT_FOUND', { path: pathOf(request) })
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html')
      .send(await readFile(index))
  }
  app.setNotFoundHandler(notFound)
  app.get('/', notFound)
}

const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? '/'

function isPage(request: FastifyRequest): boolean {
  const path = pathOf(request)
  const accepts = request.headers.accept ?? '*/*'
  const readable = /text\/html|\*\/\*/.test(accepts)
  const file = /^\/(api|assets|v1)(\/|$)/.test(path)
  return (request.method === 'GET' || request.method === 'HEAD') && readable && !file
}
