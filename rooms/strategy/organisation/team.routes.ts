import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { strategyContract } from '../contract.ts'
import type { TeamRecords } from './team.ledger.ts'

export function teamRoutes(records: TeamRecords) {
  const os = implement(strategyContract.teams).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => ({
      teams: await records.list(requestBinding(input, context)),
    })),
    put: os.put.handler(async ({ input: { workspace, ...team }, context }) => {
      const refusal = await records.put(requestBinding({ workspace }, context), team)
      if (refusal) throw problem(refusal.code, refusal.values)
      return team
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const refusal = await records.remove(requestBinding(input, context), input.key)
      if (refusal === 'unknown') throw problem('STRATEGY_TEAM_UNKNOWN', { key: input.key })
      if (refusal) throw problem(refusal.code, refusal.values)
      return { done: true as const }
    }),
  }
}
