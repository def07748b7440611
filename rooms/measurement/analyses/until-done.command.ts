import type { AnalysisRunning } from './analysis.contract.ts'

export type AnalysisAnswer<Result> = AnalysisRunning | { readonly state: 'done'; readonly result: Result }

const askAgain = 500

/** Asks for an analysis until it is made. */
export async function untilDone<Result>(ask: () => Promise<AnalysisAnswer<Result>>): Promise<Result> {
  for (;;) {
    const answer = await ask()
    if (answer.state === 'done') return answer.result
    await new Promise((resolve) => setTimeout(resolve, askAgain))
  }
}
