import type { FastifyReply, FastifyRequest } from 'fastify'
import { bodyLimitBytes } from './body-limit.ts'
import { localeOf } from './locale.contract.ts'
import { type ProblemTable, refusalOf } from './problem.contract.ts'
import { problemOf } from './problem-response.ts'

export type Answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply

/** Tells the caller about an error, wherever it arose, and the log about a bug. */
export function problemAnswer(problems: ProblemTable): Answer {
  return (error, { id: requestId, headers, log, url }, reply) => {
    const locale = localeOf(headers['accept-language'])
    const contentType = headers['content-type'] ?? ''
    const path = url.split('?')[0] ?? ''
    const told = problemOf(error, { problems, locale, requestId, contentType, path, bodyLimitBytes })
    if (told.status >= 500) log.error({ err: error }, 'failed')
    const seconds = refusalOf(error)?.values.seconds
    if (seconds !== undefined) reply.header('retry-after', seconds)
    return reply
      .status(told.status)
      .header('content-language', locale)
      .type('application/problem+json')
      .send(JSON.stringify(told))
  }
}
