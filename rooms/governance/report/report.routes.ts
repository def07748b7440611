import { implement } from '@orpc/server'
import type { Computation } from '../../../foundations/computation/computation.ts'
import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { Touchpoint } from '../../design/contract.ts'
import type { FigureFilter, Figures, MethodDescription } from '../../measurement/contract.ts'
import type { Team } from '../../strategy/contract.ts'
import type { MeasureWithUnit } from '../cockpit/promised-figures.ts'
import { reportContract } from './report.contract.ts'
import { reportOf } from './report.ts'
import { reportHtml } from './report-html.ts'
import type { printReport } from './report-pdf.job.ts'

type Binding = ReturnType<typeof requestBinding>

/** What a report reads of the other rooms. */
export interface ReportNeeds {
  readonly figures: (
    binding: Binding,
    question: FigureFilter & { readonly by?: string; readonly compare: 'before' },
  ) => Promise<Figures>
  readonly measures: (binding: Binding) => Promise<readonly MeasureWithUnit[]>
  readonly methods: readonly MethodDescription[]
  readonly touchpoints: (binding: Binding) => Promise<readonly Touchpoint[]>
  readonly teams: (binding: Binding) => Promise<readonly Team[]>
  readonly organisation: (workspace: string) => Promise<string>
  readonly computation: Pick<Computation, 'run'>
  readonly clock: () => Date
}

const print = threadedFunction<typeof printReport>(
  new URL('./report-pdf.job.ts', import.meta.url),
  'printReport',
)

export function reportRoutes(needs: ReportNeeds) {
  const os = implement(reportContract.report).$context<RequestContext>()
  return {
    read: os.read.handler(async ({ input, context }) => {
      const { form, language = context.locale, workspace, ...filter } = input
      const material = await materialOf(needs, requestBinding({ workspace }, context), filter)
      const report = reportOf(material, language)
      const name = `${workspace}-${material.whole.period.name}.${form}`
      if (form === 'html') return new File([reportHtml(report)], name, { type: 'text/html;charset=utf-8' })
      const bytes = await needs.computation.run(print, { input: report })
      return new File([bytes as BlobPart], name, { type: 'application/pdf' })
    }),
  }
}

async function materialOf(needs: ReportNeeds, binding: Binding, filter: FigureFilter) {
  const question = { ...filter, compare: 'before' as const }
  const [whole, byTouchpoint, measures, touchpoints, teams, organisation] = await Promise.all([
    needs.figures(binding, question),
    needs.figures(binding, { ...question, by: 'touchpoint' }),
    needs.measures(binding),
    needs.touchpoints(binding),
    needs.teams(binding),
    needs.organisation(binding.workspace),
  ])
  const { methods, clock } = needs
  return { whole, byTouchpoint, measures, methods, touchpoints, teams, organisation, madeAt: clock() }
}
