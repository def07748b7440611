import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { Unit } from '../../strategy/contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter } from '../contract.ts'
import { branchOf, listOf } from '../figures/figure-question.ts'
import { periodBefore, periodYearBefore } from '../figures/period.ts'
import { type Binding, type FigureNeeds, understandQuestion } from '../figures/understand-question.ts'
import { readComparedAnswers, type ScorecardAsked } from './compared-answers.ts'
import { exportedScorecard } from './exported-scorecard.ts'
import { scorecardAnalysis } from './scorecard.job.ts'
import { scorecardFinding } from './scorecard-said.ts'

interface ScorecardQuestion extends Omit<FigureFilter, 'touchpoint'> {
  readonly team?: string | undefined
  readonly peers?: string | undefined
}

export interface ScorecardNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
}

/** Peers compared with at most: those asked for, else the first ones beside the unit. */
const mostPeers = 12

export function scorecardRoutes({ figures, runner }: ScorecardNeeds) {
  const os = implement(analysisContract.scorecard).$context<RequestContext>()
  const analysis = scorecardAnalysis<ScorecardAsked>((workspace, asked) =>
    readComparedAnswers(figures.facts, workspace, asked),
  )
  const understand = async (binding: Binding, question: ScorecardQuestion) => {
    const [understood, units] = await Promise.all([
      understandQuestion(figures, binding, { ...question, by: undefined, compare: 'none' }),
      figures.units(binding),
    ])
    if ('refusal' in understood) throw problem(understood.refusal.code, understood.refusal.values)
    const { period, definitions, measures, filter } = understood
    const of = units.find(({ key }) => key === question.unit) ?? null
    const peers = peersOf(units, question)
    const team = question.team ?? null
    const days = { before: periodBefore(period), yearBefore: periodYearBefore(period) }
    const branches = peers.map(({ key }) => ({ key, units: branchOf(units, key) }))
    const asked: ScorecardAsked = { definitions, measures, filter, period, ...days, peers: branches, team }
    const told = {
      ...{ period, ...days, team, of: of && { key: of.key, name: of.name } },
      peers: peers.map(({ key, name }) => ({ key, name })),
    }
    return { asked, told }
  }
  const ask = async (binding: Binding, question: ScorecardQuestion, patience?: number) => {
    const { asked, told } = await understand(binding, question)
    const answer = await runner.ask(binding, { analysis, question: asked, patience })
    if (answer.state === 'running') return answer
    const whole = { ...told, measures: [...answer.result.measures], promises: [...answer.result.promises] }
    return { ...answer, result: { ...whole, finding: scorecardFinding(whole) } }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedScorecard(answer.result, input.form)
    }),
  }
}

/** Units asked for, else those that lie below the same unit. */
function peersOf(units: readonly Unit[], { unit, peers }: ScorecardQuestion): Unit[] {
  const asked = listOf(peers)
  const unknown = asked.find((key) => !units.some((one) => one.key === key))
  if (unknown !== undefined) throw problem('MEASUREMENT_PEER_UNKNOWN', { key: unknown })
  if (asked.length > 0) return units.filter(({ key }) => asked.includes(key)).slice(0, mostPeers)
  const own = units.find(({ key }) => key === unit)
  if (!own?.parent) return []
  return units.filter(({ key, parent }) => parent === own.parent && key !== unit).slice(0, mostPeers)
}
