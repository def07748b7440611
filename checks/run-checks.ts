import { type Finding, findingLine } from './finding.ts'
import { readSourceTree, type SourceTree } from './source-tree.ts'

export interface Check {
  readonly name: string
  readonly run: (tree: SourceTree) => Finding[] | Promise<Finding[]>
}

export interface CheckRun {
  readonly root: string
  readonly checks: readonly Check[]
  readonly nowMs: () => number
  readonly say: (line: string) => void
}

/** Runs checks one after the other, one line each; answers with the number that failed. */
export async function runChecks({ root, checks, nowMs, say }: CheckRun): Promise<number> {
  const tree = readSourceTree(root)
  let failed = 0
  for (const { name, run } of checks) {
    const startedMs = nowMs()
    const findings = await findingsOf(tree, run)
    const seconds = ((nowMs() - startedMs) / 1000).toFixed(1)
    say(
      `${findings.length === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(16)} ${seconds.padStart(6)} s${tally(findings)}`,
    )
    for (const finding of findings) say(`      ${findingLine(finding)}`)
    if (findings.length > 0) failed += 1
  }
  say(`${checks.length - failed} checks passed, ${failed} failed`)
  return failed
}

/** A check that cannot do its work has failed, and the others still run. */
async function findingsOf(tree: SourceTree, run: Check['run']): Promise<Finding[]> {
  try {
    return await run(tree)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return [{ file: '.', rule: 'check', message, remedy: 'Correct what is named.' }]
  }
}

function tally(findings: readonly Finding[]): string {
  return findings.length === 0 ? '' : `  ${findings.length} finding${findings.length === 1 ? '' : 's'}`
}
