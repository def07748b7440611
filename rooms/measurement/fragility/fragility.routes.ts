import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter } from '../contract.ts'
import { understandWeighable } from '../drivers/understand-weighable.routes.ts'
import type { Binding, FigureNeeds } from '../figures/understand-question.ts'
import { daysOfMonths } from '../purchases/months.ts'
import type {
  MarksAsked,
  PurchaseFacts,
  PurchaseGrouping,
  PurchasesAsked,
} from '../purchases/purchases.facts.ts'
import { buyersOf, understandValue } from '../purchases/understand-purchases.routes.ts'
import { type LevelEnds, levelEnds } from './experience-levels.ts'
import { exportedFragility } from './exported-fragility.ts'
import { fragilityAnalysis } from './fragility.job.ts'
import { toldFragility } from './told-fragility.ts'

interface FragilityQuestion extends Omit<FigureFilter, 'period'> {
  readonly measure?: string | undefined
  readonly value?: string | undefined
  readonly by?: string | undefined
  readonly months: number
}

/** What a question was understood as; all of it tells one question from another. */
interface Asked {
  readonly purchases: PurchasesAsked
  readonly marks: MarksAsked
  readonly ends: LevelEnds
  readonly months: number
}

export interface FragilityNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly facts: PurchaseFacts
}

const draws = 400

export function fragilityRoutes({ figures, runner, facts }: FragilityNeeds) {
  const os = implement(analysisContract.fragility).$context<RequestContext>()
  const analysis = fragilityAnalysis<Asked>(async (workspace, { purchases, marks, ends, months }) => ({
    ...(await facts.read(workspace, purchases, marks)),
    ...{ ends, horizon: daysOfMonths(months), draws, seed: 1 },
  }))
  const ask = async (binding: Binding, question: FragilityQuestion, patience?: number) => {
    const { value: kind, months, by } = question
    const { asked, measure, touchpoints } = await understandWeighable(figures, binding, {
      ...{ ...question, by: undefined, period: 'all' },
    })
    const { value, values } = await understandValue({ ...facts, workspace: binding.workspace }, kind)
    const { units, segment, touchpoint } = asked.query
    const ends = levelEnds(measure)
    const understood: Asked = {
      purchases: {
        ...{ units, segment, by: by as PurchaseGrouping | undefined },
        ...{ value: value?.kind ?? '', population: buyersOf(question.population) },
      },
      marks: { kind: measure.kind, touchpoint },
      ...{ ends, months },
    }
    const answer = await runner.ask(binding, { analysis, question: understood, patience })
    if (answer.state === 'running') return answer
    const names = await namesOf(by, { binding, figures, touchpoints })
    const told = { measure, touchpoint: touchpoint ?? null, ends, value, values, months, names }
    return { ...answer, result: toldFragility(answer.result, told) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedFragility(answer.result, input.form)
    }),
  }
}

type Named = readonly { readonly key: string; readonly name: LocalText }[]

async function namesOf(
  by: string | undefined,
  { binding, figures, touchpoints }: { binding: Binding; figures: FigureNeeds; touchpoints: Named },
): Promise<Named> {
  if (by === 'unit') return figures.units(binding)
  return by === 'touchpoint' ? touchpoints : []
}
