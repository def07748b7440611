import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter, Measure } from '../contract.ts'
import { understandWeighable } from '../drivers/understand-weighable.routes.ts'
import type { Binding, FigureNeeds } from '../figures/understand-question.ts'
import type { MarksAsked, PurchaseFacts, PurchasesAsked } from '../purchases/purchases.facts.ts'
import { buyersOf, understandValue } from '../purchases/understand-purchases.routes.ts'
import type { DepartureFacts } from '../win-back/departures.facts.ts'
import type { DepartureNames } from '../win-back/returns-of-leavers.ts'
import { understandDepartures } from '../win-back/understand-departures.routes.ts'
import { exportedIntentions } from './exported-intentions.ts'
import type { Intentions } from './intentions.contract.ts'
import { intentionsAnalysis } from './intentions.job.ts'
import { toldIntentions } from './told-intentions.ts'

interface IntentionsQuestion extends Omit<FigureFilter, 'period'> {
  readonly measure?: string | undefined
  readonly behaviour: Intentions['behaviour']
  readonly leaving?: string | undefined
  readonly days: number
}

/** What a question was understood as; all of it tells one question from another. */
interface Asked {
  readonly purchases: PurchasesAsked
  readonly marks: MarksAsked
  readonly names: DepartureNames | null
  readonly behaviour: Intentions['behaviour']
  readonly days: number
  readonly scale: Measure['scale']
}

export interface IntentionsNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly purchases: PurchaseFacts
  readonly departures: DepartureFacts
}

const nobody = { buyers: new Float64Array(0), days: new Uint16Array(0), marks: new Float64Array(0) }

export function intentionsRoutes({ figures, runner, purchases, departures }: IntentionsNeeds) {
  const os = implement(analysisContract.intentions).$context<RequestContext>()
  const analysis = intentionsAnalysis<Asked>(async (workspace, asked) => {
    const { population } = asked.purchases
    const [read, left] = await Promise.all([
      purchases.read(workspace, asked.purchases, asked.marks),
      asked.names ? departures.read(workspace, asked.names, { population }) : null,
    ])
    const { behaviour, days, scale } = asked
    return {
      marks: read.marks ?? nobody,
      purchases: read.purchases,
      departures: left,
      behaviour,
      days,
      scale,
    }
  })
  const ask = async (binding: Binding, question: IntentionsQuestion, patience?: number) => {
    const { behaviour, days } = question
    const { workspace } = binding
    const key = question.measure ?? intentionMeasure(await figures.measures(binding))
    const { asked, measure } = await understandWeighable(figures, binding, {
      ...{ ...question, measure: key, by: undefined, period: 'all' },
    })
    const { value } = await understandValue({ ...purchases, workspace }, undefined)
    const names =
      behaviour === 'stay'
        ? await understandDepartures(departures, workspace, { leaving: question.leaving })
        : null
    const { units, segment, touchpoint } = asked.query
    const understood: Asked = {
      purchases: { units, segment, value: value?.kind ?? '', population: buyersOf(question.population) },
      marks: { kind: measure.kind, touchpoint },
      ...{ names, behaviour, days, scale: measure.scale },
    }
    const answer = await runner.ask(binding, { analysis, question: understood, patience })
    if (answer.state === 'running') return answer
    return { ...answer, result: toldIntentions(answer.result, { measure, behaviour, days }) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedIntentions(answer.result, input.form)
    }),
  }
}

/** A mean of answers of the kind `intention` where it is measured; else the first score that can be weighed is taken. */
function intentionMeasure(measures: readonly Measure[]): string | undefined {
  return measures.find(({ kind, method }) => kind === 'intention' && method === 'mean')?.key
}
