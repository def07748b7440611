import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { AnalysisRunner } from '../analyses/run-analyses.job.ts'
import type { FigureFilter } from '../contract.ts'
import { understandWeighable } from '../drivers/understand-weighable.routes.ts'
import type { Binding, FigureNeeds } from '../figures/understand-question.ts'
import { type LevelEnds, levelEnds } from '../fragility/experience-levels.ts'
import type { MarksAsked, PurchaseFacts, PurchasesAsked } from '../purchases/purchases.facts.ts'
import { buyersOf, understandValue } from '../purchases/understand-purchases.routes.ts'
import { exportedPricing } from './exported-pricing.ts'
import { pricedRows } from './priced-rows.ts'
import type { PricingFacts } from './pricing.facts.ts'
import { pricingAnalysis } from './pricing.job.ts'
import { toldPricing } from './told-pricing.ts'

interface PricingQuestion extends Omit<FigureFilter, 'period'> {
  readonly measure?: string | undefined
  readonly value?: string | undefined
  readonly within: number
}

/** What a question was understood as; all of it tells one question from another. */
interface Asked {
  readonly purchases: PurchasesAsked
  readonly marks: MarksAsked
  readonly ends: LevelEnds
  readonly within: number
}

export interface PricingNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly money: PurchaseFacts['money']
  readonly facts: PricingFacts
}

const drawn = { draws: 400, seed: 1 } as const

export function pricingRoutes({ figures, runner, money, facts }: PricingNeeds) {
  const os = implement(analysisContract.pricing).$context<RequestContext>()
  const read = async (workspace: string, { purchases, marks, ends, within }: Asked) => ({
    ...(await facts.read(workspace, purchases, marks)),
    ...{ ends, within, ...drawn },
  })
  const analysis = pricingAnalysis<Asked>(read)
  const understand = async (binding: Binding, question: PricingQuestion) => {
    const { asked, measure } = await understandWeighable(figures, binding, {
      ...{ ...question, by: undefined, period: 'all' },
    })
    const { workspace } = binding
    const { value, values } = await understandValue({ money, workspace }, question.value)
    const { units, segment, touchpoint } = asked.query
    const understood: Asked = {
      purchases: { units, segment, value: value?.kind ?? '', population: buyersOf(question.population) },
      marks: { kind: measure.kind, touchpoint },
      ends: levelEnds(measure),
      within: question.within,
    }
    return { understood, told: { measure, value, values, within: question.within } }
  }
  const ask = async (binding: Binding, question: PricingQuestion, patience?: number) => {
    const { understood, told } = await understand(binding, question)
    const answer = await runner.ask(binding, { analysis, question: understood, patience })
    return answer.state === 'running' ? answer : { ...answer, result: toldPricing(answer.result, told) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const binding = requestBinding(input, context)
      if (input.form === 'r' || input.form === 'python') return exportedPricing(null, input.form)
      const { understood } = await understand(binding, input)
      const { paid, marks } = await facts.read(binding.workspace, understood.purchases, understood.marks)
      const { rows, left } = pricedRows(paid, marks, understood)
      if (left > 0)
        throw problem('MEASUREMENT_TABLE_TOO_LONG', {
          rows: String(rows.length + left),
          most: String(rows.length),
        })
      return exportedPricing(rows, input.form)
    }),
  }
}
