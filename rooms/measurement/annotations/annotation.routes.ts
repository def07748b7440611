import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { annotationContract } from './annotation.contract.ts'
import type { AnnotationRecords } from './annotation.ledger.ts'

export function annotationRoutes(records: AnnotationRecords) {
  const os = implement(annotationContract.annotations).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => ({
      annotations: await records.list(requestBinding(input, context)),
    })),
    put: os.put.handler(async ({ input: { workspace, ...annotation }, context }) => {
      const { from, to } = annotation
      if (to !== undefined && to < from) throw problem('MEASUREMENT_ANNOTATION_BACKWARDS', { from, to })
      const refusal = await records.put(requestBinding({ workspace }, context), annotation)
      if (refusal) throw problem(refusal.code, refusal.values)
      return annotation
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const binding = requestBinding(input, context)
      const refusal = await records.remove(binding, input.key)
      if (refusal === 'unknown') {
        const known = (await records.list(binding)).map(({ key }) => key).join(', ') || '–'
        throw problem('MEASUREMENT_ANNOTATION_UNKNOWN', { key: input.key, known })
      }
      if (refusal) throw problem(refusal.code, refusal.values)
      return { done: true as const }
    }),
  }
}
