import { expect, it } from 'vitest'
import { groupCommit } from './group-commit.ts'

/** An engine that keeps one group when it is told to. */
function slowEngine() {
  const groups: {
    workspace: string
    messages: readonly number[]
    done: () => void
    fail: (why: Error) => void
  }[] = []
  const keep = (workspace: string, messages: readonly number[]) =>
    new Promise<void>((done, fail) => groups.push({ workspace, messages, done, fail }))
  return { groups, keep }
}

let now = 0
const clock = () => new Date(now)
const limits = {
  ...{ groupsUnderWay: 1, groupMessages: 10, waitingMessages: 100, waitingMs: 5_000 },
  ...{ aheadMessages: 4, aheadMs: 1_500, againMs: 5 },
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

it('[UND-71] a request is answered when its group was kept; while one is kept the next one gathers', async () => {
  const { groups, keep } = slowEngine()
  const commit = groupCommit({ keep, clock, limits: { ...limits, groupMessages: 4 } })
  const answered: string[] = []
  const send = (name: string, messages: number[]) =>
    commit.keep('acme', messages).then(() => answered.push(name))
  void send('a', [1])
  void send('b', [2, 3])
  void send('c', [4, 5])
  void send('d', [6])
  expect(groups.map(({ messages }) => messages)).toEqual([[1]])
  expect(answered).toEqual([])
  groups[0]!.done()
  await settled()
  expect(answered).toEqual(['a'])
  expect(groups[1]!.messages).toEqual([2, 3, 4, 5])
  groups[1]!.done()
  await settled()
  expect(answered).toEqual(['a', 'b', 'c'])
  groups[2]!.done()
  await settled()
  expect([answered.length, commit.waiting()]).toEqual([4, 0])
})

it('[UND-93] a group that fails answers its requests alone, and the next group is kept', async () => {
  const { groups, keep } = slowEngine()
  const commit = groupCommit({ keep, clock, limits })
  const outcomes: string[] = []
  const send = (name: string) =>
    commit.keep('acme', [1]).then(
      () => outcomes.push(`${name} kept`),
      (failure: Error) => outcomes.push(`${name} ${failure.message}`),
    )
  void send('a')
  void send('b')
  groups[0]!.fail(new Error('disk full'))
  await settled()
  groups[1]!.done()
  await settled()
  expect([outcomes, commit.waiting()]).toEqual([['a disk full', 'b kept'], 0])
})

it('[UND-92] what waits is bounded over all workspaces, and a single request always finds room when nothing waits', async () => {
  const { groups, keep } = slowEngine()
  const commit = groupCommit({ keep, clock, limits: { ...limits, waitingMessages: 3 } })
  expect(commit.hasRoom(5)).toBe(true)
  const first = commit.keep('acme', [1, 2])
  expect([commit.hasRoom(1), commit.hasRoom(2)]).toEqual([true, false])
  const other = commit.keep('globex', [3])
  expect(groups.map(({ workspace }) => workspace)).toEqual(['acme', 'globex'])
  expect(commit.hasRoom(1)).toBe(false)
  for (const group of groups) group.done()
  await Promise.all([first, other])
  expect(commit.hasRoom(3)).toBe(true)
})

it('[UND-92] nobody is let in to wait longer than senders do, by the time that groups took lately', async () => {
  const { groups, keep } = slowEngine()
  const commit = groupCommit({ keep, clock, limits: { ...limits, groupMessages: 1 } })
  const done = async (durationMs: number) => {
    now += durationMs
    groups.at(-1)!.done()
    await settled()
  }
  void commit.keep('acme', [1])
  await done(10_000)
  // A group of 10 s counts for three tenths: 3 s are expected of one, 6 s of two.
  void commit.keep('acme', [2])
  expect(commit.hasRoom(1)).toBe(true)
  void commit.keep('acme', [3])
  expect(commit.hasRoom(1)).toBe(false)
  await done(0)
  expect(commit.hasRoom(1)).toBe(true)
  await done(0)
  expect(commit.waiting()).toBe(0)
})

/** Writes everything down at once, and tells what is not settled yet. */
function quickJournal() {
  const unsettled = new Set<readonly number[]>()
  const writeDown = async (_: string, messages: readonly number[]) => {
    unsettled.add(messages)
    return () => {
      unsettled.delete(messages)
    }
  }
  return { unsettled, writeDown }
}

it('[UND-171] what is written down is acknowledged before it is kept, up to so many messages', async () => {
  const { groups, keep } = slowEngine()
  const { unsettled, writeDown } = quickJournal()
  const commit = groupCommit({ keep, writeDown, clock, limits: { ...limits, groupMessages: 2 } })
  const answered: string[] = []
  const send = (name: string, messages: number[]) =>
    commit.keep('acme', messages).then(() => answered.push(name))
  for (const name of ['a', 'b', 'c']) void send(name, [1, 2])
  await settled()
  expect([answered, commit.waiting(), unsettled.size]).toEqual([['a', 'b'], 6, 3])
  groups[0]!.done()
  await settled()
  expect([answered, commit.waiting(), unsettled.size]).toEqual([['a', 'b', 'c'], 4, 2])
  groups[1]!.done()
  await settled()
  groups[2]!.done()
  await commit.drained()
  expect([commit.waiting(), unsettled.size]).toEqual([0, 0])
})

it('[UND-172] what was acknowledged is tried again until it is kept; meanwhile nothing else is acknowledged before it is', async () => {
  const { groups, keep } = slowEngine()
  const { unsettled, writeDown } = quickJournal()
  const commit = groupCommit({ keep, writeDown, clock, limits })
  await commit.keep('acme', [1])
  groups[0]!.fail(new Error('engine gone'))
  await expect.poll(() => groups.length).toBe(2)
  expect(groups[1]!.messages).toEqual([1])
  const second = commit.keep('acme', [2])
  groups[1]!.fail(new Error('engine gone'))
  await expect.poll(() => groups.length).toBe(3)
  expect(groups[2]!.messages).toEqual([1, 2])
  groups[2]!.fail(new Error('engine gone'))
  await expect(second).rejects.toThrow('engine gone')
  expect([commit.waiting(), unsettled.size]).toEqual([1, 1])
  await expect.poll(() => groups.length).toBe(4)
  groups[3]!.done()
  await commit.drained()
  expect([commit.waiting(), unsettled.size]).toEqual([0, 0])
  await commit.keep('acme', [3])
})

it('[UND-171] nothing is acknowledged ahead where it would have to wait long, or cannot be written down', async () => {
  const { groups, keep } = slowEngine()
  const commit = groupCommit({ keep, ...quickJournal(), clock, limits: { ...limits, groupMessages: 1 } })
  await commit.keep('acme', [1])
  now += 10_000
  groups[0]!.done()
  await settled()
  let isAnswered = false
  const late = commit.keep('acme', [2]).then(() => {
    isAnswered = true
  })
  await settled()
  expect(isAnswered).toBe(false)
  groups[1]!.done()
  await late
  const full = groupCommit({ keep, writeDown: () => Promise.reject(new Error('disk full')), clock, limits })
  await expect(full.keep('acme', [1])).rejects.toThrow('disk full')
  expect(full.waiting()).toBe(0)
})
