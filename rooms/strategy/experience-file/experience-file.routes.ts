import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { type ExperienceFinding, strategyContract } from '../contract.ts'
import type { ExperienceFileRecords } from './experience-file.ledger.ts'

export function experienceFileRoutes(records: ExperienceFileRecords) {
  const os = implement(strategyContract.experience).$context<RequestContext>()
  return {
    export: os.export.handler(async ({ input, context }) => ({
      yaml: await records.export(requestBinding(input, context)),
    })),
    check: os.check.handler(({ input, context }) =>
      records.check(requestBinding(input, context), { text: input.yaml, language: context.locale }),
    ),
    apply: os.apply.handler(async ({ input, context }) => {
      const file = { text: input.yaml, language: context.locale }
      const { findings, changes } = await records.apply(requestBinding(input, context), file)
      refuseFindings(findings)
      return { changes }
    }),
  }
}

function refuseFindings([first, ...others]: readonly ExperienceFinding[]): void {
  if (!first) return
  const { line, column, message } = first
  throw problem('STRATEGY_EXPERIENCE_INVALID', { count: others.length + 1, line, column, message })
}
