import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { designContract } from '../contract.ts'
import type { TouchpointRecords } from './touchpoint.ledger.ts'

export function touchpointRoutes(records: TouchpointRecords) {
  const os = implement(designContract.touchpoints).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => ({
      touchpoints: await records.list(requestBinding(input, context)),
    })),
    get: os.get.handler(async ({ input, context }) => {
      const touchpoint = await records.get(requestBinding(input, context), input.key)
      if (!touchpoint) throw problem('DESIGN_TOUCHPOINT_UNKNOWN', { key: input.key })
      return touchpoint
    }),
    put: os.put.handler(async ({ input: { workspace, ...touchpoint }, context }) => {
      const refusal = await records.put(requestBinding({ workspace }, context), touchpoint)
      if (refusal) throw problem(refusal.code, refusal.values)
      return touchpoint
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const refusal = await records.remove(requestBinding(input, context), input.key)
      if (refusal === 'unknown') throw problem('DESIGN_TOUCHPOINT_UNKNOWN', { key: input.key })
      if (refusal) throw problem(refusal.code, refusal.values)
      return { done: true as const }
    }),
  }
}
