import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openComputation } from '../../../foundations/computation/computation.ts'
import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import { type Ledger, openLedger } from '../../../foundations/ledger/ledger.ts'
import { readMigrations } from '../../../foundations/ledger/migration.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { analysisResult, analysisResults } from './analysis-result.ledger.ts'
import { type Analysis, analysisRunner } from './run-analyses.job.ts'
import type { doubled, endless } from './test-analysis.ts'

const module = new URL('./test-analysis.ts', import.meta.url)
const computation = openComputation({ threads: 2 })
const binding = { workspace: 'acme', actor: 'test' }
let ledger: Ledger
let facts = 'first'

beforeAll(async () => {
  ledger = await openLedger({})
  await ledger.migrate(await readMigrations(new URL('../migrations/', import.meta.url), 'measurement'))
})
afterAll(async () => {
  await computation.close()
  await ledger.close()
})

function runner(patience = 30_000) {
  const dataVersion = async (workspace: string) => `${facts} of ${workspace}`
  return analysisRunner({ computation, results: analysisResults(ledger), dataVersion, patience })
}

/** Tells how often its facts were read. */
function counted(name = 'doubled', version = 1) {
  const reads: string[] = []
  const analysis: Analysis<{ of: number }, number, number> = {
    ...{ name, version },
    read: async (workspace, { of }) => {
      reads.push(workspace)
      return of
    },
    compute: threadedFunction<typeof doubled>(module, 'doubled'),
  }
  return { reads, analysis }
}

const slow: Analysis<string, undefined, null> = {
  name: 'slow',
  version: 1,
  read: async () => undefined,
  compute: threadedFunction<typeof endless>(module, 'endless'),
}

describe('analyses', () => {
  it('[MEA-120] the same question about the same facts is worked out once, whoever asks', async () => {
    const { reads, analysis } = counted()
    const [one, other] = [runner(), runner()]
    const question = { analysis, question: { of: 4 } }
    const answers = await Promise.all([one.ask(binding, question), one.ask(binding, question)])
    answers.push(await other.ask(binding, question))
    expect(answers.map((answer) => answer.state === 'done' && answer.result)).toEqual([8, 8, 8])
    expect(reads).toEqual(['acme'])
  })

  it('[MEA-121] once the facts, the question or the method changed it is worked out again', async () => {
    const { reads, analysis } = counted('again')
    const one = runner()
    await one.ask(binding, { analysis, question: { of: 1 } })
    facts = 'second'
    await one.ask(binding, { analysis, question: { of: 1 } })
    await one.ask(binding, { analysis, question: { of: 2 } })
    await one.ask(binding, { analysis: { ...analysis, version: 2 }, question: { of: 1 } })
    await one.ask({ ...binding, workspace: 'other' }, { analysis, question: { of: 1 } })
    expect(reads).toEqual(['acme', 'acme', 'acme', 'acme', 'other'])
  })

  it('[MEA-122] who asks hears soon that it is running, and can end it; another workspace cannot', async () => {
    const one = runner(50)
    const running = await one.ask(binding, { analysis: slow, question: 'a' })
    expect(running).toMatchObject({ state: 'running', share: expect.any(Number) })
    const { id } = running
    expect(one.cancel({ workspace: 'other' }, id)).toBe(false)
    expect(one.cancel(binding, id)).toBe(true)
    expect(one.cancel(binding, id)).toBe(false)
  })

  it('[MEA-123] what fails is told to whoever asks, and is not begun again at once', async () => {
    const { reads, analysis } = counted('failing')
    const failing = { analysis, question: { of: Number.NaN } }
    const one = runner()
    await expect(one.ask(binding, failing)).rejects.toThrow('nothing to double')
    await expect(one.ask(binding, failing)).rejects.toThrow('nothing to double')
    expect(reads).toHaveLength(1)
  })

  it('[MEA-124] while facts keep coming in, what is being made is joined and told for a while, with the facts it was made from', async () => {
    const { reads, analysis } = counted('flowing')
    let version = 0
    const dataVersion = async () => `version ${version++}`
    const one = analysisRunner({
      computation,
      results: analysisResults(ledger),
      dataVersion,
      patience: 30_000,
    })
    const question = { analysis, question: { of: 3 } }
    const [first, joined] = await Promise.all([one.ask(binding, question), one.ask(binding, question)])
    const later = await one.ask(binding, question)
    expect([first, joined, later].map((answer) => answer.state)).toEqual(['done', 'done', 'done'])
    expect(
      new Set([first, joined, later].map((answer) => 'dataVersion' in answer && answer.dataVersion)).size,
    ).toBe(1)
    expect(reads).toEqual(['acme'])
  })

  it('[MEA-95] columns of kept results are made by the migrations', async () => {
    expect(await missingColumns(ledger, [analysisResult])).toEqual([])
  })
})
