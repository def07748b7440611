import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { strategyContract } from '../contract.ts'
import type { CommitmentRecords } from './commitment.ledger.ts'

export function commitmentRoutes(records: CommitmentRecords) {
  const os = implement(strategyContract.charter).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => ({
      commitments: await records.list(requestBinding(input, context)),
    })),
    put: os.put.handler(async ({ input: { workspace, ...commitment }, context }) => {
      const refusal = await records.put(requestBinding({ workspace }, context), commitment)
      if (refusal) throw problem(refusal.code, refusal.values)
      return commitment
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const refusal = await records.remove(requestBinding(input, context), input.key)
      if (refusal === 'unknown') throw problem('STRATEGY_COMMITMENT_UNKNOWN', { key: input.key })
      if (refusal) throw problem(refusal.code, refusal.values)
      return { done: true as const }
    }),
  }
}
