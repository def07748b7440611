import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { mappingContract } from './mapping.contract.ts'
import type { MappingRecords } from './mapping.ledger.ts'
import { readMapping } from './read-mapping.ts'
import { toldFindings } from './told-findings.ts'

export function mappingRoutes(records: MappingRecords) {
  const os = implement(mappingContract.mappings).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => ({
      mappings: await records.list(requestBinding(input, context)),
    })),
    get: os.get.handler(async ({ input, context }) => {
      const saved = await records.get(requestBinding(input, context), input.key)
      return saved ?? unknown(input.key)
    }),
    put: os.put.handler(({ input, context }) => {
      const read = readMapping(input.mapping, context.locale)
      if ('findings' in read)
        throw problem('UNDERSTANDING_MAPPING_INVALID', { findings: toldFindings(read.findings) })
      return records.put(requestBinding(input, context), { key: input.key, content: input.mapping })
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const removed = await records.remove(requestBinding(input, context), input.key)
      return removed ? { done: true as const } : unknown(input.key)
    }),
  }
}

function unknown(key: string): never {
  throw problem('UNDERSTANDING_MAPPING_UNKNOWN', { key })
}
