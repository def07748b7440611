import { implement } from '@orpc/server'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { understandingContract } from '../contract.ts'
import type { SegmentFacts } from './segment.facts.ts'

export function segmentRoutes(facts: SegmentFacts) {
  const os = implement(understandingContract.segments).$context<RequestContext>()
  return { list: os.list.handler(async ({ input }) => ({ segments: await facts.list(input.workspace) })) }
}
