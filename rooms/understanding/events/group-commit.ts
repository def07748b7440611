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
}

export interface GroupCommitNeeds<Message> {
  /** Resolves once the messages survive the loss of the process. */
  readonly keep: (workspace: string, messages: readonly Message[]) => Promise<unknown>
  readonly limits: GroupLimits
  readonly clock: () => Date
}

/** How much the last group counts in the time that groups take. */
const weightOfLast = 0.3

interface Waiting<Message> {
  readonly messages: readonly Message[]
  readonly resolve: () => void
  readonly reject: (failure: unknown) => void
}

/**
 * Keeps what many requests bring in groups: while as many groups of a workspace as may be are under way the next one gathers, so that
 * a slow engine is asked rarely with much instead of often with little. A request is answered when its group was kept.
 */
export function groupCommit<Message>({ keep, limits, clock }: GroupCommitNeeds<Message>) {
  const queues = new Map<string, Waiting<Message>[]>()
  const busy = new Map<string, number>()
  let waiting = 0
  let groupMs = 0

  async function work(workspace: string): Promise<void> {
    busy.set(workspace, (busy.get(workspace) ?? 0) + 1)
    const queue = queues.get(workspace)!
    while (queue.length > 0) await keepGroup(workspace, nextGroup(queue, limits.groupMessages))
    busy.set(workspace, busy.get(workspace)! - 1)
    if (busy.get(workspace) === 0) forget(workspace)
  }

  function forget(workspace: string): void {
    busy.delete(workspace)
    queues.delete(workspace)
  }

  async function keepGroup(workspace: string, group: readonly Waiting<Message>[]): Promise<void> {
    const messages = group.flatMap((one) => one.messages)
    const began = clock().getTime()
    try {
      await keep(workspace, messages)
      groupMs += (clock().getTime() - began - groupMs) * weightOfLast
      for (const one of group) one.resolve()
    } catch (failure) {
      for (const one of group) one.reject(failure)
    } finally {
      waiting -= messages.length
    }
  }

  const expectedMs = () => Math.ceil(waiting / limits.groupMessages) * groupMs

  return {
    /** Whether that many messages more may wait. An empty queue takes any number. */
    hasRoom: (messages: number) =>
      waiting === 0 || (waiting + messages <= limits.waitingMessages && expectedMs() <= limits.waitingMs),
    waiting: () => waiting,
    /** Resolves when the messages were kept; rejects with all others of their group. */
    keep: (workspace: string, messages: readonly Message[]): Promise<void> =>
      new Promise((resolve, reject) => {
        const queue = queues.get(workspace) ?? []
        queues.set(workspace, queue)
        queue.push({ messages, resolve, reject })
        waiting += messages.length
        if ((busy.get(workspace) ?? 0) < limits.groupsUnderWay) void work(workspace)
      }),
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
