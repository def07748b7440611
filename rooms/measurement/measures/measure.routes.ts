import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { type Measure, measurementContract } from '../contract.ts'
import type { MeasureRecords } from './measure.ledger.ts'
import { measureFault } from './measure-fault.ts'
import { measureMethods, unitOf } from './methods.ts'

/** Measures of a workspace, each with the unit of its figures. */
export function measuresWithUnit({ list }: Pick<MeasureRecords, 'list'>) {
  return async (binding: Parameters<MeasureRecords['list']>[0]) => {
    const measures = await list(binding)
    return measures.map((measure) => ({ ...measure, unit: unitOf(measure, measures) }))
  }
}

/** What every method is, in words. */
export const methodDescriptions = Object.values(measureMethods).map(({ description }) => description)

export function measureRoutes(records: MeasureRecords) {
  const withUnit = measuresWithUnit(records)
  const os = implement(measurementContract.measures).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => ({
      measures: await withUnit(requestBinding(input, context)),
      methods: methodDescriptions,
    })),
    put: os.put.handler(async ({ input: { workspace, ...measure }, context }) => {
      const fault = measureFault(measure)
      if (fault) throw problem(fault.code, fault.values)
      const refusal = await records.put(requestBinding({ workspace }, context), measure)
      if (refusal) throw problem(refusal.code, refusal.values)
      return measure
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const binding = requestBinding(input, context)
      const refusal = await records.remove(binding, input.key)
      if (refusal === 'unknown') throw unknownMeasure(input.key, await records.list(binding))
      if (refusal) throw problem(refusal.code, refusal.values)
      return { done: true as const }
    }),
  }
}

function unknownMeasure(key: string, measures: readonly Measure[]): Error {
  const known = measures.map((measure) => measure.key).join(', ') || '–'
  return problem('MEASUREMENT_MEASURE_UNKNOWN', { key, known })
}
