import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { strategyContract } from '../contract.ts'
import type { UnitRecords } from './unit.ledger.ts'

export function unitRoutes(records: UnitRecords) {
  const os = implement(strategyContract.units).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => ({
      units: await records.list(requestBinding(input, context)),
    })),
    put: os.put.handler(async ({ input: { workspace, ...unit }, context }) => {
      const refusal = await records.put(requestBinding({ workspace }, context), unit)
      if (refusal) throw problem(refusal.code, refusal.values)
      return unit
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const refusal = await records.remove(requestBinding(input, context), input.key)
      if (refusal === 'unknown') throw problem('STRATEGY_UNIT_UNKNOWN', { key: input.key })
      if (refusal) throw problem(refusal.code, refusal.values)
      return { done: true as const }
    }),
  }
}
