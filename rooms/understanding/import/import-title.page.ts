import type { ImportRecord } from '../contract.ts'

const titles = {
  waiting: 'resultRunning',
  running: 'resultRunning',
  done: 'resultDone',
  failed: 'resultFailed',
  cancelled: 'resultCancelled',
  undoing: 'resultUndoing',
  undone: 'resultUndone',
} as const

/** The word that says what became of an import. */
export function importTitle({ state, dryRun }: Pick<ImportRecord, 'state' | 'dryRun'>) {
  return dryRun && state === 'done' ? 'resultDry' : titles[state]
}
