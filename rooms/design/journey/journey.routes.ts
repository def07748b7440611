import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { designContract } from '../contract.ts'
import type { JourneyRecords } from './journey.ledger.ts'

export function journeyRoutes(records: JourneyRecords) {
  const os = implement(designContract.journeys).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => ({
      journeys: await records.list(requestBinding(input, context)),
    })),
    get: os.get.handler(async ({ input, context }) => {
      const journey = await records.get(requestBinding(input, context), input.key)
      if (!journey) throw problem('DESIGN_JOURNEY_UNKNOWN', { key: input.key })
      return journey
    }),
    put: os.put.handler(async ({ input: { workspace, ...journey }, context }) => {
      const refusal = await records.put(requestBinding({ workspace }, context), journey)
      if (refusal) throw problem(refusal.code, refusal.values)
      return journey
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const refusal = await records.remove(requestBinding(input, context), input.key)
      if (refusal === 'unknown') throw problem('DESIGN_JOURNEY_UNKNOWN', { key: input.key })
      if (refusal) throw problem(refusal.code, refusal.values)
      return { done: true as const }
    }),
  }
}
