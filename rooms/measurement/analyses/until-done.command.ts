import type { AnalysisRunning } from './analysis.contract.ts'

export type AnalysisAnswer<Result> = AnalysisRunning | { readonly state: 'done'; readonly result: Result }

const askAgain = 500

/** Asks for an analysis until it is made, and gives the answer whole. */
export async function doneAnswer<Answer extends { readonly state: 'running' | 'done' }>(
  ask: () => Promise<Answer>,
): Promise<Exclude<Answer, { readonly state: 'running' }>> {
  for (;;) {
    const answer = await ask()
    if (answer.state === 'done') return answer as Exclude<Answer, { readonly state: 'running' }>
    await new Promise((resolve) => setTimeout(resolve, askAgain))
  }
}

/** Asks for an analysis until it is made. */
export async function untilDone<Result>(ask: () => Promise<AnalysisAnswer<Result>>): Promise<Result> {
  return (await doneAnswer(ask)).result
}
