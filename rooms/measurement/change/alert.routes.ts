import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { Binding } from '../figures/understand-question.ts'
import { alertContract } from './alert.contract.ts'
import type { AlertsSeen } from './alert-seen.ledger.ts'
import { alertsOfChanges } from './alerts-of-changes.ts'
import type { ChangesReader } from './changes.routes.ts'

export interface AlertNeeds {
  readonly changes: ChangesReader
  readonly seen: AlertsSeen
}

export function alertRoutes({ changes, seen }: AlertNeeds) {
  const os = implement(alertContract.alerts).$context<RequestContext>()
  const list = async (binding: Binding) => {
    const asked = { population: 'customers' } as const
    const byTouchpoint = await changes(binding, { ...asked, by: 'touchpoint' })
    if (byTouchpoint.state === 'running') return byTouchpoint
    const byUnit = await changes(binding, { ...asked, by: 'unit' })
    if (byUnit.state === 'running') return byUnit
    const known = new Map((await seen.list(binding)).map((one) => [one.key, one]))
    const alerts = alertsOfChanges([byTouchpoint.result, byUnit.result]).map((alert) => {
      const was = known.get(alert.key)
      return { ...alert, seen: was ? { by: was.by, on: was.on } : null }
    })
    return { ...byUnit, result: { alerts } }
  }
  return {
    list: os.list.handler(({ input, context }) => list(requestBinding(input, context))),
    see: os.see.handler(async ({ input: { workspace, key }, context }) => {
      const binding = requestBinding({ workspace }, context)
      const answer = await list(binding)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      if (!answer.result.alerts.some((alert) => alert.key === key))
        throw problem('MEASUREMENT_ALERT_UNKNOWN', { key })
      await seen.put(binding, key, nameOf(context))
      return { done: true as const }
    }),
    unsee: os.unsee.handler(async ({ input: { workspace, key }, context }) => {
      if (!(await seen.remove(requestBinding({ workspace }, context), key)))
        throw problem('MEASUREMENT_ALERT_UNKNOWN', { key })
      return { done: true as const }
    }),
  }
}

/** Who is asking, as others know them. */
function nameOf({ caller, actor }: RequestContext): string {
  return caller.kind === 'person' ? caller.person.name : actor
}
