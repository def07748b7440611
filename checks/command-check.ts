import { spawn } from 'node:child_process'
import type { Finding } from './finding.ts'
import type { SourceTree } from './source-tree.ts'

export interface Command {
  readonly program: string
  readonly given: readonly string[]
  readonly remedy: string
}

/** A check that another program makes: its output is shown where it fails, and only there. */
export function commandCheck({ program, given, remedy }: Command) {
  return async (tree: SourceTree): Promise<Finding[]> => {
    const { code, output } = await run(program, given, tree.root)
    if (code === 0) return []
    const message = `${[program, ...given].join(' ')} ended with ${code}\n${output.trimEnd()}\n`
    return [{ file: '.', rule: program, message, remedy }]
  }
}

function run(program: string, given: readonly string[], cwd: string) {
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${program}`, given, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const parts: Buffer[] = []
    child.stdout.on('data', (part) => parts.push(part))
    child.stderr.on('data', (part) => parts.push(part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }))
  })
}
