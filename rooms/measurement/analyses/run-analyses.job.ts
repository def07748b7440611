import { createHash } from 'node:crypto'
import type { Computation } from '../../../foundations/computation/computation.ts'
import type { ThreadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { AnalysisRunning } from './analysis.contract.ts'
import type { AnalysisResults } from './analysis-result.ledger.ts'

/** Whose facts are analysed, and who asks. */
interface Binding {
  readonly workspace: string
  readonly actor: string
}

/** One kind of analysis: how its facts are read, and the pure function that works it out in a thread. */
export interface Analysis<Question, Input, Result> {
  readonly name: string
  /** Raised when the same facts give another result. */
  readonly version: number
  readonly read: (workspace: string, question: Question) => Promise<Input>
  readonly compute: ThreadedFunction<Input, Result>
}

export interface AnalysisDone<Result> {
  readonly state: 'done'
  readonly id: string
  readonly computedAt: string
  readonly dataVersion: string
  readonly result: Result
}

export interface AnalysisRunnerNeeds {
  readonly computation: Computation
  readonly results: AnalysisResults
  readonly dataVersion: (workspace: string) => Promise<string>
  /** Milliseconds after which who asks hears that it is running; 1200 where absent. */
  readonly patience?: number
}

interface Asked<Question, Input, Result> {
  readonly analysis: Analysis<Question, Input, Result>
  readonly question: Question
  /** Milliseconds to wait for it here. */
  readonly patience?: number | undefined
}

interface Running {
  readonly workspace: string
  readonly finished: Promise<AnalysisDone<unknown>>
  readonly cancel: AbortController
  share: number
}

interface Begun<Question, Input, Result> {
  readonly analysis: Analysis<Question, Input, Result>
  readonly question: Question
  readonly key: string
  readonly id: string
  readonly dataVersion: string
}

/** Share of the work that reading the facts is taken for. */
const readingShare = 0.3
const usualPatience = 1200
/** Milliseconds that somebody waits who asks for a file. */
export const exportPatience = 55_000
/** How long a failure is told to whoever asks, before the analysis is tried again. */
const failureTold = 30_000

/**
 * Analyses beside the event loop. The same question about the same facts is worked out once, whoever asks and how often; its
 * result is kept until the facts change. The question is the one that was understood: a measure that is defined anew is another question.
 */
export function analysisRunner(needs: AnalysisRunnerNeeds) {
  const running = new Map<string, Running>()

  async function ask<Question, Input, Result>(
    binding: Binding,
    { analysis, question, patience = needs.patience ?? usualPatience }: Asked<Question, Input, Result>,
  ): Promise<AnalysisDone<Result> | AnalysisRunning> {
    const dataVersion = await needs.dataVersion(binding.workspace)
    const key = hashOf([analysis.name, analysis.version, question])
    const id = hashOf([binding.workspace, key, dataVersion])
    const begun = running.get(id)
    if (!begun) {
      const kept = await needs.results.get(binding, key)
      if (kept?.dataVersion === dataVersion)
        return {
          state: 'done',
          id,
          computedAt: kept.computedAt.toISOString(),
          dataVersion,
          result: kept.result as Result,
        }
    }
    const one = running.get(id) ?? begin(binding, { analysis, question, key, id, dataVersion })
    const done = await Promise.race([one.finished, afterPatience(patience)])
    if (!done) return { state: 'running', id, share: one.share }
    return done as AnalysisDone<Result>
  }

  function begin<Question, Input, Result>(binding: Binding, begun: Begun<Question, Input, Result>): Running {
    const { id } = begun
    const cancel = new AbortController()
    const one: Running = { workspace: binding.workspace, cancel, share: 0, finished: workOut() }
    async function workOut(): Promise<AnalysisDone<unknown>> {
      const { analysis, question, key, dataVersion } = begun
      await Promise.resolve()
      const input = await analysis.read(binding.workspace, question)
      cancel.signal.throwIfAborted()
      one.share = readingShare
      const result = await needs.computation.run(analysis.compute, {
        input,
        handOver: true,
        signal: cancel.signal,
        onProgress: (share) => {
          one.share = readingShare + (1 - readingShare) * share
        },
      })
      const computedAt = await needs.results.put(binding, {
        question: key,
        analysis: analysis.name,
        dataVersion,
        result,
      })
      return { state: 'done', id, computedAt: computedAt.toISOString(), dataVersion, result }
    }
    running.set(id, one)
    const forget = () => running.delete(id)
    one.finished.then(forget, () =>
      cancel.signal.aborted ? forget() : setTimeout(forget, failureTold).unref(),
    )
    return one
  }

  return {
    ask,
    /** Ends an analysis that runs; false where none of that name runs in the workspace. */
    cancel: ({ workspace }: Pick<Binding, 'workspace'>, id: string): boolean => {
      const one = running.get(id)
      if (!one || one.workspace !== workspace) return false
      running.delete(id)
      one.cancel.abort(new Error('The analysis was ended by who asked for it.'))
      return true
    },
  }
}
export type AnalysisRunner = ReturnType<typeof analysisRunner>

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}

function afterPatience(patience: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, patience, null).unref())
}
