import { implement } from '@orpc/server'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Caller } from '../access/caller.contract.ts'
import { httpProblems, problem } from './problem.contract.ts'
import { InWorkspace, procedure, workspacePath } from './procedure.contract.ts'
import type { RequestContext } from './request-context.contract.ts'
import { buildServer, type ServerParts } from './server.ts'

const shared = { tag: 'Test', summary: 'For the tests' } as const
export const testContract = {
  echo: procedure({ method: 'POST', path: '/echo', admits: 'anyone', ...shared })
    .input(
      z.object({
        word: z.string().min(3).max(5),
        times: z.coerce.number().int().max(9).default(1),
        password: z.string().min(10).optional(),
      }),
    )
    .output(z.object({ words: z.array(z.string()) })),
  notes: procedure({ method: 'PUT', path: workspacePath('/notes/{key}'), admits: 'records:write', ...shared })
    .input(InWorkspace.extend({ key: z.string().max(3) }))
    .output(z.object({ workspace: z.string(), key: z.string() })),
  fail: procedure({ method: 'GET', path: '/fail', admits: 'anyone', ...shared })
    .input(z.object({ how: z.enum(['bug', 'refusal', 'unknown-code', 'output']) }))
    .output(z.object({ fine: z.literal(true) })),
}

const os = implement(testContract).$context<RequestContext>()
export const router = {
  echo: os.echo.handler(({ input: { word, times } }) => ({ words: Array(times).fill(word) })),
  notes: os.notes.handler(({ input }) => input),
  fail: os.fail.handler(({ input: { how } }) => {
    if (how === 'refusal') throw problem('HTTP_NOT_FOUND', { path: 'the shelf' })
    if (how === 'unknown-code') throw problem('NOT_IN_ANY_TABLE')
    if (how === 'bug') throw new Error('Failed query: insert\nparams: s3cret-value')
    return { fine: 'no' as unknown as true }
  }),
}

const opened: FastifyInstance[] = []

export async function closeServers(): Promise<void> {
  for (const app of opened.splice(0)) await app.close()
}

export const stranger: Caller = { kind: 'stranger' }

/** A server with a few procedures; only the workspace `acme` lets anybody in. */
export async function serverWith(parts: Partial<ServerParts> = {}): Promise<FastifyInstance> {
  const app = await buildServer({
    router,
    problems: httpProblems,
    identify: async () => stranger,
    admit: (_context, admits, workspace) => {
      if (admits !== 'anyone' && workspace !== 'acme') throw problem('HTTP_NOT_FOUND', { path: 'refused' })
    },
    logLevel: 'silent',
    version: '1.2.3',
    ...parts,
  })
  opened.push(app)
  return app
}
