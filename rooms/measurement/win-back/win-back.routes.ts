import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter } from '../contract.ts'
import { type Binding, type FigureNeeds, understandQuestion } from '../figures/understand-question.ts'
import { daysOfMonths } from '../purchases/months.ts'
import type { PurchaseFacts, PurchasesAsked } from '../purchases/purchases.facts.ts'
import { buyersOf, understandValue } from '../purchases/understand-purchases.routes.ts'
import type { DepartureFacts } from './departures.facts.ts'
import { exportedWinBack } from './exported-win-back.ts'
import type { DepartureNames } from './returns-of-leavers.ts'
import { toldWinBack } from './told-win-back.ts'
import { understandDepartures } from './understand-departures.routes.ts'
import { winBackAnalysis } from './win-back.job.ts'
import type { CostsAsked } from './win-back-of-customers.ts'

interface WinBackQuestion extends Omit<FigureFilter, 'period' | 'touchpoint'> {
  readonly value?: string | undefined
  readonly silent: number
  readonly months: number
  readonly leaving?: string | undefined
  readonly contact?: string | undefined
  readonly contactCost?: number | undefined
  readonly offer: number
  readonly winBackRate?: number | undefined
  readonly secondValue?: number | undefined
  readonly acquisitionCost?: number | undefined
}

/** What a question was understood as; all of it tells one question from another. */
interface Asked {
  readonly purchases: PurchasesAsked
  readonly names: DepartureNames | null
  readonly costs: CostsAsked
  readonly silent: number
  readonly months: number
}

export interface WinBackNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly facts: PurchaseFacts
  readonly departures: DepartureFacts
}

const draws = 400

export function winBackRoutes({ figures, runner, facts, departures }: WinBackNeeds) {
  const os = implement(analysisContract.winBack).$context<RequestContext>()
  const analysis = winBackAnalysis<Asked>(async (workspace, { purchases, names, costs, silent, months }) => ({
    ...(await facts.read(workspace, purchases, null)),
    departures: names && (await departures.read(workspace, names, purchases)),
    ...{ costs, silentDays: daysOfMonths(silent), windowDays: daysOfMonths(months), draws, seed: 1 },
  }))
  const ask = async (binding: Binding, question: WinBackQuestion, patience?: number) => {
    const { silent, months } = question
    const filter = await filterOf(figures, binding, question)
    const { value, values } = await understandValue(
      { ...facts, workspace: binding.workspace },
      question.value,
      'margin',
    )
    const names = await understandDepartures(departures, binding.workspace, question)
    const costs = costsOf(question)
    const purchases: PurchasesAsked = {
      ...filter,
      ...{ value: value?.kind ?? '', population: buyersOf(question.population) },
    }
    const understood: Asked = { purchases, names, costs, silent, months }
    const answer = await runner.ask(binding, { analysis, question: understood, patience })
    if (answer.state === 'running') return answer
    return {
      ...answer,
      result: toldWinBack(answer.result, { value, values, names, costs, windowDays: daysOfMonths(months) }),
    }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedWinBack(answer.result, input.form)
    }),
  }
}

async function filterOf(
  figures: FigureNeeds,
  binding: Binding,
  { unit, segment, population }: WinBackQuestion,
) {
  const read = await understandQuestion(figures, binding, {
    ...{ unit, segment, population, touchpoint: undefined, by: undefined },
    ...{ period: 'all', compare: 'none' },
  })
  if ('refusal' in read) throw problem(read.refusal.code, read.refusal.values)
  const { units, segment: understood } = read.filter
  return { units, segment: understood }
}

function costsOf({
  contactCost,
  offer,
  winBackRate,
  secondValue,
  acquisitionCost,
}: WinBackQuestion): CostsAsked {
  return {
    offer,
    contactCost: contactCost ?? null,
    winBackRate: winBackRate ?? null,
    secondValue: secondValue ?? null,
    acquisitionCost: acquisitionCost ?? null,
  }
}
