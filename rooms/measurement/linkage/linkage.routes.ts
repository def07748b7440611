import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter, Measure } from '../contract.ts'
import { type AnsweredFigures, answerFigures } from '../figures/answer-figures.ts'
import { type Definitions, measuresNamed } from '../figures/figure-definitions.ts'
import { type FigureQuestion, listOf } from '../figures/figure-question.ts'
import { type Binding, type FigureNeeds, understandQuestion } from '../figures/understand-question.ts'
import { countedKind } from '../measures/counted-kind.ts'
import { measureMethods } from '../measures/methods.ts'
import type { answerClustering } from './answer-clustering.facts.ts'
import { exportedLinkage } from './exported-linkage.ts'
import type { LinkageGrain } from './linkage.contract.ts'
import { linkageAnalysis } from './linkage.job.ts'
import { type MeasureCells, type NamedPanel, namedPanel, pooledSpread, sideOf } from './linkage-panel.ts'
import { toldLinkage } from './told-linkage.ts'

interface LinkageQuestion extends Omit<FigureFilter, 'period' | 'population'> {
  readonly measure?: string | undefined
  readonly control?: string | undefined
  readonly grain: LinkageGrain
}

/** What a question was understood as; all of it tells one question from another. */
interface Asked {
  readonly binding: Binding
  readonly question: FigureQuestion
  readonly grain: LinkageGrain
  readonly measures: readonly Measure[]
  readonly controls: readonly string[]
  /** Definitions that the figures rest on. */
  readonly definitions: unknown
}

/** Indicators looked at at most. */
const mostIndicators = 24

export interface LinkageNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  /** Design effect of answers that came in one sitting. */
  readonly clustering: ReturnType<typeof answerClustering>
}

export function linkageRoutes(needs: LinkageNeeds) {
  const { figures, runner } = needs
  const os = implement(analysisContract.linkage).$context<RequestContext>()
  const analysis = linkageAnalysis<Asked>(async (_, asked) => {
    const { panel, unitNames, periodNames, cells, hidden } = await panelAsked(needs, asked)
    return { panel, unitNames, periodNames, hidden, keys: cells.map(({ measure }) => measure.key) }
  })
  const ask = async (binding: Binding, question: LinkageQuestion, patience?: number) => {
    const asked = await understood(figures, binding, question)
    const answer = await runner.ask(binding, { analysis, question: asked, patience })
    if (answer.state === 'running') return answer
    const { grain, measures, controls } = asked
    return { ...answer, result: toldLinkage(answer.result, { grain, measures, controls }) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const binding = requestBinding(input, context)
      const asked = await understood(figures, binding, input)
      if (input.form === 'csv' || input.form === 'parquet')
        return exportedLinkage({ named: await panelAsked(needs, asked) }, input.form)
      const answer = await ask(binding, input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedLinkage({ linkage: answer.result }, input.form)
    }),
  }
}

async function understood(
  figures: FigureNeeds,
  binding: Binding,
  { measure, control, grain, ...filter }: LinkageQuestion,
): Promise<Asked> {
  const question: FigureQuestion = {
    ...filter,
    ...{ period: 'all', population: 'customers', by: undefined, compare: 'none' },
  }
  const read = await understandQuestion(figures, binding, question)
  if ('refusal' in read) throw problem(read.refusal.code, read.refusal.values)
  const controls = listOf(control)
  const wanted = measure === undefined ? [] : [...listOf(measure), ...controls]
  const named = measuresKnown(wanted, read.definitions)
  const held = measuresKnown(controls, read.definitions).filter(({ key }) => controls.includes(key))
  const free = named.filter(({ key }) => !controls.includes(key))
  return {
    binding: { workspace: binding.workspace, actor: 'analysis' },
    ...{ question, grain, controls },
    measures: [...held, ...free].filter(isIndicator).slice(0, mostIndicators),
    definitions: [read.filter, read.definitions.touchpoints.map(({ key, promise }) => [key, promise])],
  }
}

function measuresKnown(names: readonly string[], definitions: Definitions): readonly Measure[] {
  const named = measuresNamed(names, definitions)
  if ('measures' in named) return named.measures
  const known = definitions.measures.map(({ key }) => key).join(', ') || '–'
  throw problem('MEASUREMENT_MEASURE_UNKNOWN', { key: named.unknown, known })
}

/** A count follows how many were asked, a distance to promises moves with what is lived, and a formula with what it is made of. */
function isIndicator({ method }: Measure): boolean {
  return method !== 'count' && method !== 'promise-gap' && method !== 'formula'
}

/** Figures of every unit and period, one measure after the other so that nobody waits long for the event loop. */
async function panelAsked(needs: LinkageNeeds, asked: Asked): Promise<NamedPanel> {
  const { grain, controls, measures } = asked
  const cells: MeasureCells[] = []
  for (const measure of measures) cells.push(await cellsOf(needs, asked, measure))
  return namedPanel(cells, { grain, controls })
}

/** A touchpoint narrows what customers live; what employees live, and what comes of it, is of the unit as a whole. */
async function cellsOf(
  { figures, clustering }: LinkageNeeds,
  { binding, question, grain }: Asked,
  measure: Measure,
): Promise<MeasureCells> {
  const side = sideOf(measure)
  const touchpoint = side === 'customers' ? question.touchpoint : undefined
  const asked = {
    ...question,
    touchpoint,
    measure: measure.key,
    by: grain === 'all' ? 'unit' : `unit,${grain}`,
  }
  const answer = await answerFigures(figures, binding, asked)
  if ('refusal' in answer) throw problem(answer.refusal.code, answer.refusal.values)
  if (side !== 'customers') {
    const spread = pooledSpread(
      answer.figures.map(({ estimate }) => estimate),
      side,
    )
    return { measure, side, figures: answer.figures, spread }
  }
  const { kind, facts = 'answers' } = measure
  const { segment } = answer.filter
  const design =
    facts === 'answers' && measure.method !== 'composite'
      ? await clustering(binding.workspace, { kind, grain, touchpoint, segment })
      : 1
  const spread = design * pooledSpread(estimatesOfAnswers(answer, measure), side)
  return { measure, side, figures: answer.figures, spread }
}

/**
 * Figures of units and periods as if each answer came alone; how alike those of one sitting are, its design effect says. Intervals that are
 * shown count one person once, however many touchpoints they answered for, which would take nearly all of what moves for noise.
 */
function estimatesOfAnswers({ now }: AnsweredFigures, measure: Measure) {
  const { estimate } = measureMethods[measure.method]
  return now.byGroup
    .filter(({ kind, hidden }) => kind === countedKind(measure) && !hidden)
    .map(({ bins }) => {
      const alone = bins.map(({ score, n }) => ({ score, n, weight: n, weightSquared: n }))
      return estimate({ measure, bins: alone, gaps: [] })
    })
}
