import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { type Ledger, openLedger } from '../ledger/ledger.ts'
import { startTestEngines, type TestEngine } from '../ledger/test-engines.ts'
import type { RunningJob } from './job.ts'
import { jobMigrations, openJobs } from './jobs.ts'

const engines = await startTestEngines()
afterAll(engines.stop)

const ada = { workspace: 'acme', actor: 'person:ada' }
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function emptyLedger(place: TestEngine['place']): Promise<Ledger> {
  const ledger = await openLedger(await place())
  closing.push(ledger.close)
  await ledger.migrate(await jobMigrations())
  return ledger
}

const pace = { takeEveryMs: 50, touchEveryMs: 20, tidyEveryMs: 100, unseenForMs: 400, leaveWithinMs: 2000 }

function jobsOn(ledger: Ledger) {
  const errors: unknown[] = []
  const jobs = openJobs({ ledger, pace, onError: (error) => errors.push(error) })
  closing.push(jobs.stop)
  return { ...jobs, errors }
}

describe.each(engines.all)('on $name', ({ place }) => {
  it('[JOB-1] keeps what the work returns, and how far it came', async () => {
    const jobs = jobsOn(await emptyLedger(place))
    jobs.define({
      kind: 'add',
      run: async ({ input, report }: RunningJob<{ a: number; b: number }>) => {
        report({ done: 2, total: 2, note: 'added' })
        return input.a + input.b
      },
    })
    await jobs.begin()
    const id = await jobs.start({ ...ada, kind: 'add', input: { a: 2, b: 3 } })
    await vi.waitFor(async () => expect((await jobs.get(ada, id))?.state).toBe('done'), 5000)
    expect(await jobs.get(ada, id)).toMatchObject({
      state: 'done',
      result: 5,
      attempt: 1,
      progress: { done: 2, total: 2, note: 'added' },
    })
    expect(jobs.errors).toEqual([])
  })
})
