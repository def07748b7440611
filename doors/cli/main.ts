import { runCommandLine } from './command-line.ts'

const interruption = new AbortController()
process.once('SIGINT', () => interruption.abort())
process.once('SIGTERM', () => interruption.abort())

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  variables: process.env,
  interrupted: interruption.signal,
  isTerminal: process.stderr.isTTY === true,
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  wait: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
})
