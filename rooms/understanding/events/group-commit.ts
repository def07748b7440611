/** What waits to be kept may not grow beyond this. */
export interface GroupLimits {
  /** Messages kept in one go. */
  readonly groupMessages: number
  /** Groups of a workspace under way: while the engine keeps one, the next one is made ready for it. */
  readonly groupsUnderWay: number
  /** Messages that may wait, of all workspaces together. */
  readonly waitingMessages: number
  /** How long a message may be expected to wait, by the time that groups took lately. */
  readonly waitingMs: number
  /** Messages that may be acknowledged when they are written down and not kept yet. */
  readonly aheadMessages: number
  /** How long these may be expected to wait until they are kept. */
  readonly aheadMs: number
  /** After how long a group that failed is tried again, where somebody was told that it is safe. */
  readonly againMs: number
}

export interface GroupCommitNeeds<Message> {
  /** Resolves once the messages survive the loss of the process. */
  readonly keep: (workspace: string, messages: readonly Message[]) => Promise<unknown>
  /** Writes messages down until they are kept; gives what is called then. Without it nothing is acknowledged ahead. */
  readonly writeDown?: ((workspace: string, messages: readonly Message[]) => Promise<() => void>) | undefined
  readonly limits: GroupLimits
  readonly clock: () => Date
}

/** How much the last group counts in the time that groups take. */
const weightOfLast = 0.3

interface Waiting<Message> {
  readonly messages: readonly Message[]
  /** Whether somebody was told that they are safe. */
  isAcknowledged: boolean
  readonly settle: () => void
  readonly resolve: () => void
  readonly reject: (failure: unknown) => void
}

/**
 * Keeps what many requests bring in groups: while as many groups of a workspace as may be are under way the next one
 * gathers, so that a slow engine is asked rarely with much instead of often with little. A request is answered when its
 * group was kept; or, where it is written down, when so few wait that it will be kept soon.
 */
export function groupCommit<Message>({ keep, writeDown, limits, clock }: GroupCommitNeeds<Message>) {
  const queues = new Map<string, Waiting<Message>[]>()
  const busy = new Map<string, number>()
  const unanswered = new Set<Waiting<Message>>()
  const working = new Set<Promise<void>>()
  let [waiting, ahead, groupMs] = [0, 0, 0]
  let isFailing = false

  function workOn(workspace: string): void {
    if ((busy.get(workspace) ?? 0) >= limits.groupsUnderWay) return
    const work = workAt(workspace).finally(() => working.delete(work))
    working.add(work)
  }

  async function workAt(workspace: string): Promise<void> {
    busy.set(workspace, (busy.get(workspace) ?? 0) + 1)
    const queue = queues.get(workspace) ?? []
    let mustWait = false
    while (queue.length > 0 && !mustWait)
      mustWait = !(await keepGroup(workspace, nextGroup(queue, limits.groupMessages)))
    busy.set(workspace, busy.get(workspace)! - 1)
    if (mustWait) setTimeout(() => workOn(workspace), limits.againMs).unref()
    else if (busy.get(workspace) === 0) forget(workspace)
  }

  function forget(workspace: string): void {
    busy.delete(workspace)
    queues.delete(workspace)
  }

  /** False where some of the group failed and must be tried again, because somebody was told that it is safe. */
  async function keepGroup(workspace: string, group: readonly Waiting<Message>[]): Promise<boolean> {
    const began = clock().getTime()
    try {
      await keep(
        workspace,
        group.flatMap((one) => one.messages),
      )
      isFailing = false
      groupMs += (clock().getTime() - began - groupMs) * weightOfLast
      for (const one of group) kept(one)
      return true
    } catch (failure) {
      isFailing = true
      const again = group.filter((one) => one.isAcknowledged)
      queues.get(workspace)!.unshift(...again)
      for (const one of group) if (!one.isAcknowledged) refused(one, failure)
      return again.length === 0
    } finally {
      answerAhead()
    }
  }

  function kept(one: Waiting<Message>): void {
    if (one.isAcknowledged) ahead -= one.messages.length
    done(one)
    one.resolve()
  }

  function refused(one: Waiting<Message>, failure: unknown): void {
    done(one)
    one.reject(failure)
  }

  function done(one: Waiting<Message>): void {
    waiting -= one.messages.length
    unanswered.delete(one)
    one.settle()
  }

  const expectedMs = () => Math.ceil(waiting / limits.groupMessages) * groupMs

  /** Tells those who wait longest that their messages are safe, as long as few enough wait to be kept. */
  function answerAhead(): void {
    if (!writeDown || isFailing || expectedMs() > limits.aheadMs) return
    for (const one of unanswered) {
      if (ahead + one.messages.length > limits.aheadMessages) return
      ahead += one.messages.length
      one.isAcknowledged = true
      unanswered.delete(one)
      one.resolve()
    }
  }

  function queued(workspace: string, messages: readonly Message[], settle: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const one = { messages, isAcknowledged: false, settle, resolve, reject }
      const queue = queues.get(workspace) ?? []
      queues.set(workspace, queue)
      queue.push(one)
      unanswered.add(one)
      workOn(workspace)
      answerAhead()
    })
  }

  async function writtenAndQueued(
    write: NonNullable<typeof writeDown>,
    workspace: string,
    messages: readonly Message[],
  ): Promise<void> {
    const settle = await write(workspace, messages).catch((failure) => {
      waiting -= messages.length
      throw failure
    })
    await queued(workspace, messages, settle)
  }

  return {
    /** Whether that many messages more may wait. An empty queue takes any number. */
    hasRoom: (messages: number) =>
      waiting === 0 || (waiting + messages <= limits.waitingMessages && expectedMs() <= limits.waitingMs),
    waiting: () => waiting,
    /** Resolves when the messages are safe; rejects with all others of their group. */
    keep: (workspace: string, messages: readonly Message[]): Promise<void> => {
      waiting += messages.length
      return writeDown
        ? writtenAndQueued(writeDown, workspace, messages)
        : queued(workspace, messages, () => undefined)
    },
    /** Resolves when nothing waits any more, or what waits cannot be kept now. */
    drained: async (): Promise<void> => {
      while (working.size > 0) await Promise.all(working)
    },
  }
}

/** Takes as many whole requests as fit, at least one. */
function nextGroup<Message>(queue: Waiting<Message>[], messagesMax: number): Waiting<Message>[] {
  let count = queue[0]!.messages.length
  let taken = 1
  while (taken < queue.length && count + queue[taken]!.messages.length <= messagesMax) {
    count += queue[taken]!.messages.length
    taken += 1
  }
  return queue.splice(0, taken)
}
