import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { problem } from '../http/problem.contract.ts'
import { type Ledger, openLedger } from '../ledger/ledger.ts'
import { missingColumns } from '../ledger/missing-columns.ts'
import { startTestEngines, type TestEngine } from '../ledger/test-engines.ts'
import { jobTable } from './job.tables.ts'
import type { Job, JobKind, JobState, RunningJob } from './job.ts'
import { type Jobs, jobMigrations, openJobs } from './jobs.ts'

const engines = await startTestEngines()
afterAll(engines.stop)

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function migratedLedger(place: Awaited<ReturnType<TestEngine['place']>>): Promise<Ledger> {
  const ledger = await openLedger(place)
  closing.push(ledger.close)
  await ledger.migrate(await jobMigrations())
  return ledger
}

const pace = {
  takeEveryMs: 40,
  touchEveryMs: 20,
  tidyEveryMs: 100,
  unseenForMs: 300,
  leaveWithinMs: 3_000,
  scheduleEverySeconds: 1,
}
const ada = { workspace: 'acme', actor: 'person:ada' }
const bob = { workspace: 'globex', actor: 'person:bob' }

interface TestJobs extends Jobs {
  readonly errors: unknown[]
  readonly stateOf: (id: string) => Promise<JobState | undefined>
  readonly ends: (id: string) => Promise<Job>
}

function jobsOn(ledger: Ledger, ...kinds: JobKind<never>[]): TestJobs {
  const errors: unknown[] = []
  const jobs = openJobs({ ledger, pace, onError: (error) => errors.push(error) })
  closing.push(jobs.stop)
  for (const kind of kinds) jobs.define(kind)
  const stateOf = async (id: string) => (await jobs.get(ada, id))?.state
  const ends = async (id: string) => {
    await vi.waitFor(async () => expect(['done', 'failed', 'cancelled']).toContain(await stateOf(id)), 15_000)
    return (await jobs.get(ada, id))!
  }
  return { ...jobs, errors, stateOf, ends }
}

/** Work that goes on until it is told to leave, or let go. */
function held(kind = 'held') {
  const begun: string[] = []
  const gate = Promise.withResolvers<void>()
  const run = async ({ id, signal }: RunningJob) => {
    begun.push(id)
    const told = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('told to leave')))
    })
    await Promise.race([gate.promise, told])
    return 'finished'
  }
  return { kind: { kind, run }, begun, release: gate.resolve }
}

const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), 15_000)

describe.each(engines.all)('on $name', ({ name, place }) => {
  it('[JOB-1] keeps what the work returns, and how far it came', async () => {
    const jobs = jobsOn(await migratedLedger(await place()), {
      kind: 'add',
      run: async ({ input, report }: RunningJob<{ a: number; b: number }>) => {
        report({ done: 1, total: 2 })
        report({ done: 2, note: 'added' })
        return { sum: input.a + input.b }
      },
    })
    await jobs.begin()
    const id = await jobs.start({ ...ada, kind: 'add', input: { a: 2, b: 3 } })
    expect(await jobs.ends(id)).toMatchObject({
      ...ada,
      state: 'done',
      result: { sum: 5 },
      attempt: 1,
      problem: null,
      progress: { done: 2, total: 2, note: 'added' },
    })
    expect(jobs.errors).toEqual([])
  })

  it('[JOB-2] keeps a refusal as the reason, and tells a bug as one', async () => {
    const bug = new Error('a bug')
    const jobs = jobsOn(await migratedLedger(await place()), {
      kind: 'fail',
      run: async ({ input }) => {
        throw input === 'bug' ? bug : problem('UNDERSTANDING_UPLOAD_UNKNOWN', { id: 'u1' })
      },
    })
    await jobs.begin()
    const refused = await jobs.ends(await jobs.start({ ...ada, kind: 'fail', input: 'refusal' }))
    expect(refused).toMatchObject({
      state: 'failed',
      problem: { code: 'UNDERSTANDING_UPLOAD_UNKNOWN', values: { id: 'u1' } },
    })
    const broken = await jobs.ends(await jobs.start({ ...ada, kind: 'fail', input: 'bug' }))
    expect(broken).toMatchObject({ state: 'failed', problem: { code: 'HTTP_INTERNAL', values: {} } })
    expect(jobs.errors).toEqual([bug])
  })

  it('[JOB-3] does later what was asked for before it began', async () => {
    const ledger = await migratedLedger(await place())
    const work: JobKind = { kind: 'work', run: async () => 'late' }
    const id = await jobsOn(ledger, work).start({ ...ada, kind: 'work', input: null })
    const worker = jobsOn(ledger, work)
    await worker.begin()
    expect(await worker.ends(id)).toMatchObject({ state: 'done', result: 'late' })
  })

  it('[JOB-5] asks running work to leave when stopped, and begins it again later', async () => {
    const ledger = await migratedLedger(await place())
    const first = held()
    const stopped = jobsOn(ledger, first.kind)
    await stopped.begin()
    const id = await stopped.start({ ...ada, kind: 'held', input: null })
    await until(() => first.begun.length === 1)
    await stopped.stop()
    expect(await stopped.stateOf(id)).toBe('waiting')
    const second = held()
    const next = jobsOn(ledger, second.kind)
    await next.begin()
    second.release()
    expect(await next.ends(id)).toMatchObject({ state: 'done', attempt: 2, result: 'finished' })
  })

  it('[JOB-6] a cancelled job is not begun, or asked to leave', async () => {
    const work = held()
    const jobs = jobsOn(await migratedLedger(await place()), work.kind)
    await jobs.begin()
    const running = await jobs.start({ ...ada, kind: 'held', input: 1 })
    await until(() => work.begun.length === 1)
    const waiting = await jobs.start({ ...ada, kind: 'held', input: 2 })
    expect(await jobs.cancel(ada, waiting)).toMatchObject({ state: 'cancelled', endedAt: expect.any(Date) })
    await jobs.cancel(ada, running)
    expect(await jobs.ends(running)).toMatchObject({ state: 'cancelled' })
    expect(await jobs.cancel(ada, running)).toMatchObject({ state: 'cancelled' })
    const last = await jobs.start({ ...ada, kind: 'held', input: 3 })
    work.release()
    await jobs.ends(last)
    expect(work.begun).toEqual([running, last])
  })

  it('[JOB-6] a job is cancelled by a process that does not run it', async () => {
    const ledger = await migratedLedger(await place())
    const work = held()
    const jobs = jobsOn(ledger, work.kind)
    await jobs.begin()
    const id = await jobs.start({ ...ada, kind: 'held', input: null })
    await until(() => work.begun.length === 1)
    await jobsOn(ledger, work.kind).cancel(ada, id)
    expect(await jobs.ends(id)).toMatchObject({ state: 'cancelled' })
  })

  it('[JOB-7] no more run side by side than the kind allows', async () => {
    let now = 0
    let most = 0
    const run = async () => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, 60))
      now--
    }
    const jobs = jobsOn(await migratedLedger(await place()), { kind: 'pair', concurrency: 2, run })
    await jobs.begin()
    const ids = await Promise.all(
      Array.from({ length: 7 }, () => jobs.start({ ...ada, kind: 'pair', input: null })),
    )
    for (const id of ids) expect((await jobs.ends(id)).state).toBe('done')
    expect(most).toBe(2)
  })

  it('[JOB-8] higher priority goes first, then the oldest', async () => {
    const order: unknown[] = []
    const gate = held('turn')
    const run = async (job: RunningJob) => {
      if (job.input === 'first') return gate.kind.run(job)
      order.push(job.input)
    }
    const jobs = jobsOn(await migratedLedger(await place()), { kind: 'turn', run })
    await jobs.begin()
    await jobs.start({ ...ada, kind: 'turn', input: 'first' })
    await until(() => gate.begun.length === 1)
    const asked = [
      { input: 'a', priority: 0 },
      { input: 'b', priority: 0 },
      { input: 'urgent', priority: 5 },
      { input: 'c', priority: 0 },
    ]
    for (const job of asked) await jobs.start({ ...ada, kind: 'turn', ...job })
    gate.release()
    await until(() => order.length === 4)
    expect(order).toEqual(['urgent', 'a', 'b', 'c'])
  })

  it('[JOB-9] a workspace sees and cancels its own jobs only', async () => {
    const jobs = jobsOn(await migratedLedger(await place()), { kind: 'work', run: async () => null })
    const id = await jobs.start({ ...ada, kind: 'work', input: null })
    expect(await jobs.get(bob, id)).toBeUndefined()
    expect(await jobs.cancel(bob, id)).toBeUndefined()
    expect(await jobs.list(bob, 'work', 10)).toEqual([])
    expect((await jobs.list(ada, 'work', 10)).map((job) => [job.id, job.state])).toEqual([[id, 'waiting']])
  })

  it('[JOB-10] a job is begun by one process; by another once that one is not seen any more', async () => {
    const where = await place()
    const ledger = await migratedLedger(where)
    const silent = held()
    const gone = jobsOn(ledger, silent.kind)
    await gone.begin()
    const id = await gone.start({ ...ada, kind: 'held', input: null })
    await until(() => silent.begun.length === 1)
    // As if the process had been frozen for longer than it may.
    await ledger.asSystem((tx) => tx.update(jobTable).set({ seenAt: new Date(0), worker: 'frozen' }))
    const other = held()
    const rival = jobsOn(name === 'PGlite' ? ledger : await migratedLedger(where), other.kind)
    await rival.begin()
    await until(() => other.begun.length + silent.begun.length === 2)
    other.release()
    silent.release()
    expect(await rival.ends(id)).toMatchObject({ state: 'done', attempt: 2 })
  })

  it('[JOB-11] a schedule runs at its time on one process, and no more once it is not declared', async () => {
    const ledger = await migratedLedger(await place())
    let runs = 0
    const schedule = {
      name: 'each-minute',
      cron: '* * * * *',
      run: async () => {
        runs++
      },
    }
    const [one, two] = [jobsOn(ledger), jobsOn(ledger)]
    for (const jobs of [one, two]) jobs.schedule(schedule)
    const minute = () => Math.floor(Date.now() / 60_000)
    const begun = minute()
    await one.begin()
    await two.begin()
    await vi.waitFor(() => expect(runs).toBeGreaterThan(0), { timeout: 40_000, interval: 100 })
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    expect(runs).toBeLessThanOrEqual(minute() - begun + 1)
    await one.stop()
    await two.stop()
    await jobsOn(ledger).begin()
    const { rows } = await ledger.query({ text: 'select name from tutti_queue.schedule' })
    expect(rows).toEqual([])
  })

  it('[JOB-12] a kind is defined once, and only defined kinds can be asked for', async () => {
    const jobs = jobsOn(await migratedLedger(await place()), { kind: 'work', run: async () => null })
    expect(() => jobs.define({ kind: 'work', run: async () => null })).toThrow('defined twice')
    await expect(jobs.start({ ...ada, kind: 'other', input: null })).rejects.toThrow(
      'No kind of job is called "other".',
    )
  })

  it('[JOB-13] every column of the tables of jobs exists', async () => {
    expect(await missingColumns(await migratedLedger(await place()), [jobTable])).toEqual([])
  })
})

it('[JOB-4] a job that runs at kill -9 is begun again, one that was done is not', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tutti-jobs-'))
  const fixture = fileURLToPath(new URL('./fixtures/dying-worker.ts', import.meta.url))
  const child = spawn(process.execPath, [fixture, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')

  const jobs = jobsOn(await migratedLedger({ directory }), {
    kind: 'work',
    run: async ({ attempt }: RunningJob) => `by the second process, attempt ${attempt}`,
  })
  await jobs.begin()
  const [endless, short] = await jobs.list(ada, 'work', 10)
  expect(await jobs.ends(endless!.id)).toMatchObject({
    state: 'done',
    result: 'by the second process, attempt 2',
  })
  expect(await jobs.ends(short!.id)).toMatchObject({ result: 'by the first process', attempt: 1 })
  await rm(directory, { recursive: true, force: true })
})
