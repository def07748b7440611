import { CommanderError } from 'commander'
import type { Locale } from '../../foundations/http/locale.contract.ts'
import { toldRefusal } from './cli-refusal.ts'
import { commandLocale } from './command-locale.ts'
import { commandProgram } from './command-program.ts'
import type { GlobalOptions } from './server-place.ts'
import type { Terminal } from './terminal.ts'
import { usageSentence } from './usage-sentence.ts'

/** 0: done. 1: refused, or something was found. 2: typed wrong. */
export type ExitCode = 0 | 1 | 2

/** Runs what was typed after `tutti`. */
export async function runCommandLine(terminal: Terminal): Promise<ExitCode> {
  const locale = commandLocale(terminal)
  let failed = false
  const onFailure = () => {
    failed = true
  }
  const program = commandProgram({ terminal, locale, onFailure })
  try {
    await program.parseAsync([...terminal.words], { from: 'user' })
    return failed ? 1 : 0
  } catch (error) {
    return tellError({ terminal, locale, error, options: program.opts<GlobalOptions>() })
  }
}

interface TellError {
  readonly terminal: Terminal
  readonly locale: Locale
  readonly error: unknown
  readonly options: GlobalOptions
}

function tellError({ terminal, locale, error, options }: TellError): ExitCode {
  if (error instanceof CommanderError) return tellUsage(terminal, error, locale)
  const told = toldRefusal(error, locale)
  if (!told) throw error
  const { usage, ...problem } = told
  if (options.json) terminal.write(`${JSON.stringify({ problem }, null, 2)}\n`)
  else terminal.writeError(`${problem.title}\n${problem.hint}\n`)
  return usage ? 2 : 1
}

function tellUsage(terminal: Terminal, error: CommanderError, locale: Locale): ExitCode {
  if (error.exitCode === 0) return 0
  if (error.code !== 'commander.help') terminal.writeError(`${usageSentence(error, locale)}\n`)
  return 2
}
