import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { strategyContract } from '../contract.ts'
import type { PlatformRecords } from './platform.ledger.ts'

export function platformRoutes(records: PlatformRecords) {
  const os = implement(strategyContract.platform).$context<RequestContext>()
  return {
    get: os.get.handler(async ({ input, context }) => ({
      platform: await records.get(requestBinding(input, context)),
    })),
    put: os.put.handler(async ({ input: { workspace, platform }, context }) => {
      const refusal = await records.put(requestBinding({ workspace }, context), platform)
      if (refusal) throw problem(refusal.code, refusal.values)
      return { platform }
    }),
  }
}
