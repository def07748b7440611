import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter } from '../contract.ts'
import { understandWeighable } from '../drivers/understand-weighable.routes.ts'
import type { Binding, FigureNeeds } from '../figures/understand-question.ts'
import type { PurchaseFacts, PurchasesAsked } from '../purchases/purchases.facts.ts'
import { buyersOf, understandValue } from '../purchases/understand-purchases.routes.ts'
import type { DepartureFacts } from '../win-back/departures.facts.ts'
import type { DepartureNames } from '../win-back/returns-of-leavers.ts'
import { understandDepartures } from '../win-back/understand-departures.routes.ts'
import { capitalAnalysis } from './capital.job.ts'
import type { ExperienceFacts } from './experience.facts.ts'
import { exportedCapital } from './exported-capital.ts'
import { toldCapital } from './told-capital.ts'

interface CapitalQuestion extends Omit<FigureFilter, 'period'> {
  readonly measure?: string | undefined
  readonly value?: string | undefined
  readonly leaving?: string | undefined
  readonly months: number
  readonly discount: number
}

/** What a question was understood as; all of it tells one question from another. */
interface Asked {
  readonly purchases: PurchasesAsked
  readonly marks: {
    readonly kind: string
    readonly touchpoint?: string | undefined
    readonly isLowerBetter: boolean
  }
  readonly names: DepartureNames | null
  readonly horizon: number
  readonly discount: number
}

export interface CapitalNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly purchases: PurchaseFacts
  readonly departures: DepartureFacts
  readonly experiences: ExperienceFacts
}

const drawn = { draws: 400, seed: 1 } as const

export function capitalRoutes({ figures, runner, purchases, departures, experiences }: CapitalNeeds) {
  const os = implement(analysisContract.capital).$context<RequestContext>()
  const analysis = capitalAnalysis<Asked>(async (workspace, asked) => {
    const { population } = asked.purchases
    const [lived, bought, left] = await Promise.all([
      experiences(workspace, { ...asked.marks, population }),
      purchases.read(workspace, asked.purchases, null),
      asked.names ? departures.read(workspace, asked.names, { population }) : null,
    ])
    const { horizon, discount } = asked
    return { experiences: lived, purchases: bought.purchases, departures: left, horizon, discount, ...drawn }
  })
  const ask = async (binding: Binding, question: CapitalQuestion, patience?: number) => {
    const { months, discount } = question
    const { workspace } = binding
    const { asked, measure, touchpoints } = await understandWeighable(figures, binding, {
      ...{ ...question, measure: question.measure ?? (await touchpointMeasure(figures, binding)) },
      ...{ by: undefined, period: 'all' },
    })
    const { value, values } = await understandValue({ ...purchases, workspace }, question.value, 'margin')
    const names = await understandDepartures(departures, workspace, { leaving: question.leaving })
    const { units, segment, touchpoint } = asked.query
    const understood: Asked = {
      purchases: { units, segment, value: value?.kind ?? '', population: buyersOf(question.population) },
      marks: { kind: measure.kind, touchpoint, isLowerBetter: measure.better === 'lower' },
      ...{ names, horizon: months, discount: (1 + discount) ** (1 / 12) - 1 },
    }
    const answer = await runner.ask(binding, { analysis, question: understood, patience })
    if (answer.state === 'running') return answer
    const told = { measure, value, values, months, discount, touchpoints }
    return { ...answer, result: toldCapital(answer.result, told) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedCapital(answer.result, input.form)
    }),
  }
}

/** Satisfaction with touchpoints where it is measured: it tells more experiences than a yearly recommendation. */
async function touchpointMeasure(figures: FigureNeeds, binding: Binding): Promise<string | undefined> {
  const measures = await figures.measures(binding)
  return measures.find(({ method, facts }) => method === 'csat' && (facts ?? 'answers') === 'answers')?.key
}
