import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter } from '../contract.ts'
import { understandWeighable } from '../drivers/understand-weighable.routes.ts'
import type { Binding, FigureNeeds } from '../figures/understand-question.ts'
import { type LevelEnds, levelEnds } from '../fragility/experience-levels.ts'
import type { PurchaseFacts, PurchasesAsked } from '../purchases/purchases.facts.ts'
import { buyersOf, understandValue } from '../purchases/understand-purchases.routes.ts'
import { acquisitionAnalysis } from './acquisition.job.ts'
import type { ArrivalFacts, ArrivalsAsked } from './arrivals.facts.ts'
import { exportedAcquisition } from './exported-acquisition.ts'
import { toldAcquisition } from './told-acquisition.ts'

interface AcquisitionQuestion extends Omit<FigureFilter, 'period'> {
  readonly measure?: string | undefined
  readonly value?: string | undefined
  readonly arrival?: string | undefined
  readonly days: number
}

/** What a question was understood as; all of it tells one question from another. */
interface Asked {
  readonly purchases: PurchasesAsked
  readonly marks: { readonly kind: string; readonly touchpoint?: string | undefined }
  readonly arrivals: ArrivalsAsked
  readonly ends: LevelEnds
  readonly days: number
}

export interface AcquisitionNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly purchases: PurchaseFacts
  readonly arrivals: ArrivalFacts
}

export function acquisitionRoutes({ figures, runner, purchases, arrivals }: AcquisitionNeeds) {
  const os = implement(analysisContract.acquisition).$context<RequestContext>()
  const analysis = acquisitionAnalysis<Asked>(async (workspace, asked) => {
    const [bought, came, marks, spent] = await Promise.all([
      purchases.read(workspace, asked.purchases, null),
      arrivals.arrivals(workspace, asked.arrivals),
      purchases.marks(workspace, { ...asked.arrivals, ...asked.marks }),
      arrivals.spent(workspace, asked.arrivals),
    ])
    const { ends, days } = asked
    return { arrivals: came, spent, purchases: bought.purchases, marks, ends, days }
  })
  const ask = async (binding: Binding, question: AcquisitionQuestion, patience?: number) => {
    const { workspace } = binding
    const { asked, measure } = await understandWeighable(figures, binding, {
      ...{ ...question, by: undefined, period: 'all' },
    })
    const { value, values } = await understandValue({ ...purchases, workspace }, question.value, 'margin')
    const arrival = await arrivalAsked(arrivals, workspace, question.arrival)
    const population = buyersOf(question.population)
    const { units, segment, touchpoint } = asked.query
    const understood: Asked = {
      purchases: { value: value?.kind ?? '', population },
      marks: { kind: measure.kind, touchpoint },
      arrivals: { population, units, segment, arrival: arrival ?? '', currency: value?.currency ?? '' },
      ...{ ends: levelEnds(measure), days: question.days },
    }
    const answer = await runner.ask(binding, { analysis, question: understood, patience })
    if (answer.state === 'running') return answer
    const told = { measure, arrival, value, values, days: question.days }
    return { ...answer, result: toldAcquisition(answer.result, told) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedAcquisition(answer.result, input.form)
    }),
  }
}

/** The interactions that tell that somebody came: those asked for, else those that say how or through whom. */
async function arrivalAsked(
  arrivals: ArrivalFacts,
  workspace: string,
  asked: string | undefined,
): Promise<string | null> {
  const { known, usual } = await arrivals.names(workspace)
  if (asked === undefined) return usual
  if (known.includes(asked)) return asked
  throw problem('MEASUREMENT_INTERACTION_UNKNOWN', { key: asked, known: known.join(', ') || '–' })
}
