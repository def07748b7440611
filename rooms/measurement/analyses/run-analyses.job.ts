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
  /** Milliseconds after which who asks hears that it is running; 450 where absent. */
  readonly patience?: number
}

interface Asked<Question, Input, Result> {
  readonly analysis: Analysis<Question, Input, Result>
  readonly question: Question
  /** Milliseconds to wait for it here. */
  readonly patience?: number | undefined
}

interface Running {
  readonly id: string
  readonly workspace: string
  readonly finished: Promise<AnalysisDone<unknown>>
  readonly cancel: AbortController
  share: number
}

interface Begun<Question, Input, Result> {
  readonly analysis: Analysis<Question, Input, Result>
  readonly question: Question
  readonly key: string
  /** The question in its workspace, whatever the facts. */
  readonly place: string
  readonly id: string
  readonly dataVersion: string
}

/** A result made while facts kept coming in, told until then. */
interface Fresh {
  readonly done: AnalysisDone<unknown>
  readonly until: number
}

/** Share of the work that reading the facts is taken for. */
const readingShare = 0.3
const usualPatience = 450
/** Milliseconds that somebody waits who asks for a file. */
export const exportPatience = 55_000
/** How long a failure is told to whoever asks, before the analysis is tried again. */
const failureTold = 30_000
/** How long a result is told although facts came in while it was made: milliseconds at least, and times what it took. */
const told = { least: 15_000, times: 5 } as const

/**
 * Analyses beside the event loop. The same question about the same facts is worked out once, whoever asks and how often; its
 * result is kept until the facts change. The question is the one that was understood: a measure that is defined anew is another question.
 *
 * Where facts keep coming in, who asks joins what is being made, and its result is told for a while after, with the moment and the
 * facts it was made from: else nobody would ever hear one.
 */
export function analysisRunner(needs: AnalysisRunnerNeeds) {
  const running = new Map<string, Running>()
  const fresh = new Map<string, Fresh>()

  async function ask<Question, Input, Result>(
    binding: Binding,
    { analysis, question, patience = needs.patience ?? usualPatience }: Asked<Question, Input, Result>,
  ): Promise<AnalysisDone<Result> | AnalysisRunning> {
    const dataVersion = await needs.dataVersion(binding.workspace)
    const key = hashOf([analysis.name, analysis.version, question])
    const place = hashOf([binding.workspace, key])
    const id = hashOf([binding.workspace, key, dataVersion])
    const begun = running.get(place)
    if (!begun) {
      const made = freshAt(place)
      if (made) return made as AnalysisDone<Result>
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
    const one = running.get(place) ?? begin(binding, { analysis, question, key, place, id, dataVersion })
    const done = await Promise.race([one.finished, afterPatience(patience)])
    if (!done) return { state: 'running', id: one.id, share: one.share }
    return done as AnalysisDone<Result>
  }

  function begin<Question, Input, Result>(binding: Binding, begun: Begun<Question, Input, Result>): Running {
    const { id, place } = begun
    const cancel = new AbortController()
    const one: Running = { id, workspace: binding.workspace, cancel, share: 0, finished: workOut() }
    async function workOut(): Promise<AnalysisDone<unknown>> {
      const { analysis, question, key, dataVersion } = begun
      await Promise.resolve()
      const startedAt = Date.now()
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
      const done = { state: 'done', id, computedAt: computedAt.toISOString(), dataVersion, result } as const
      if ((await needs.dataVersion(binding.workspace)) !== dataVersion) keepFresh(place, done, startedAt)
      return done
    }
    running.set(place, one)
    const forget = () => {
      if (running.get(place) === one) running.delete(place)
    }
    one.finished.then(forget, () =>
      cancel.signal.aborted ? forget() : setTimeout(forget, failureTold).unref(),
    )
    return one
  }

  function keepFresh(place: string, done: AnalysisDone<unknown>, startedAt: number): void {
    const now = Date.now()
    for (const [one, { until }] of fresh) if (until < now) fresh.delete(one)
    fresh.set(place, { done, until: now + Math.max(told.least, told.times * (now - startedAt)) })
  }

  function freshAt(place: string): AnalysisDone<unknown> | undefined {
    const made = fresh.get(place)
    return made && made.until >= Date.now() ? made.done : undefined
  }

  return {
    ask,
    /** Ends an analysis that runs; false where none of that name runs in the workspace. */
    cancel: ({ workspace }: Pick<Binding, 'workspace'>, id: string): boolean => {
      const [place, one] = [...running].find(([, { id: known }]) => known === id) ?? []
      if (!place || one?.workspace !== workspace) return false
      running.delete(place)
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
