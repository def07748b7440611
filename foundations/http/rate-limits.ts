import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { problem } from './problem.contract.ts'

/** How often one address may ask for something that guesses could open. */
export interface RateLimit {
  readonly pathPrefix: string
  readonly requestsMax: number
  readonly windowMs: number
}

export async function limitRates(app: FastifyInstance, limits: readonly RateLimit[]): Promise<void> {
  await app.register(rateLimit, { global: false })
  const checks = limits.map(({ pathPrefix, requestsMax, windowMs }) => ({
    pathPrefix,
    check: app.createRateLimit({ max: requestsMax, timeWindow: windowMs }),
  }))
  app.addHook('onRequest', async (request, reply) => {
    const limit = checks.find(({ pathPrefix }) => request.url.startsWith(pathPrefix))
    const answer = await limit?.check(request)
    if (!answer || answer.isAllowed || !answer.isExceeded) return
    reply.header('retry-after', answer.ttlInSeconds)
    throw problem('HTTP_TOO_MANY_REQUESTS', { seconds: answer.ttlInSeconds })
  })
}
