import { runCommandLine } from './command-line.ts'

/** One Ctrl-C may arrive twice, by the terminal and by the program that started this one. */
const sameSignalMs = 1_000

const interruption = new AbortController()
let interruptedAtMs: number | undefined

function interrupt(): void {
  const nowMs = performance.now()
  if (interruptedAtMs !== undefined && nowMs - interruptedAtMs > sameSignalMs) process.exit(1)
  interruptedAtMs ??= nowMs
  interruption.abort()
}

process.on('SIGINT', interrupt)
process.on('SIGTERM', interrupt)

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  variables: process.env,
  interrupted: interruption.signal,
  isTerminal: process.stderr.isTTY === true,
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  wait: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
})
