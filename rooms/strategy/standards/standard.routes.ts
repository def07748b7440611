import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { strategyContract } from '../contract.ts'
import type { StandardRecords } from './standard.ledger.ts'

export function standardRoutes(records: StandardRecords) {
  const os = implement(strategyContract.standards).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => ({
      standards: await records.list(requestBinding(input, context)),
    })),
    put: os.put.handler(async ({ input: { workspace, ...standard }, context }) => {
      const refusal = await records.put(requestBinding({ workspace }, context), standard)
      if (refusal) throw problem(refusal.code, refusal.values)
      return standard
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const refusal = await records.remove(requestBinding(input, context), input.key)
      if (refusal === 'unknown') throw problem('STRATEGY_STANDARD_UNKNOWN', { key: input.key })
      if (refusal) throw problem(refusal.code, refusal.values)
      return { done: true as const }
    }),
  }
}
