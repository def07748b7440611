import { randomUUID } from 'node:crypto'
import { problem } from '../../../foundations/http/problem.contract.ts'
import type { EventsTaken } from './event.contract.ts'
import type { EventFacts } from './event.facts.ts'
import type { EventBatch } from './event-batch.ts'
import type { EventJournal } from './event-journal.ts'
import type { EventSurroundingsReader } from './event-surroundings.routes.ts'
import { type GroupLimits, groupCommit } from './group-commit.ts'
import { type EventMessage, messageOfEvent } from './message-of-event.facts.ts'
import { refuseDeep } from './refuse-deep.ts'
import { objectOf } from './sound-event.ts'
import { textOf } from './value-source.ts'

export interface IntakeLimits extends GroupLimits {
  /** Bytes of bodies that are read or wait to be kept, of all requests together. */
  readonly bodyBytes: number
}

export const intakeLimits: IntakeLimits = {
  groupMessages: 5_000,
  groupsUnderWay: 2,
  waitingMessages: 40_000,
  waitingMs: 5_000,
  aheadMessages: 10_000,
  aheadMs: 1_500,
  againMs: 1_000,
  bodyBytes: 64_000_000,
}

export interface EventIntakeNeeds {
  readonly facts: Pick<EventFacts, 'keep'>
  readonly surroundings: EventSurroundingsReader
  readonly clock: () => Date
  readonly limits?: IntakeLimits
  /** Where events are written down before they are kept; without it they are acknowledged when they are kept. */
  readonly journal?: EventJournal<EventMessage> | undefined
}

/** Seconds after which a sender who met too much, or an engine that keeps nothing, may send again. */
const againSeconds = { busy: 2, unavailable: 5 }

/** Whose events, and where they come from. */
export interface EventOrigin {
  readonly workspace: string
  readonly source: string
}

/** Takes events in: understands them, keeps them in groups, and answers when they survive the loss of the process. */
export function eventIntake({
  facts,
  surroundings,
  clock,
  limits = intakeLimits,
  journal,
}: EventIntakeNeeds) {
  const commit = groupCommit<EventMessage>({ keep: facts.keep, writeDown: journal?.write, limits, clock })
  let bodyBytes = 0

  async function take(origin: EventOrigin, { events }: Pick<EventBatch, 'events'>): Promise<EventsTaken> {
    const around = { ...(await surroundings.get(origin.workspace)), source: origin.source, newId: randomUUID }
    const receivedAt = clock().getTime()
    const messages: EventMessage[] = []
    const rejected: NonNullable<EventsTaken['rejected']> = []
    for (const [index, arrived] of events.entries()) {
      const understood = refuseDeep(() => messageOfEvent({ ...arrived, receivedAt }, around))
      if (understood.as === 'ignored') continue
      messages.push(understood.message)
      if (understood.as === 'invalid')
        rejected.push({ index, messageId: textOf(objectOf(arrived.event).messageId), ...understood.fault })
    }
    if (messages.length > 0) await keep(origin.workspace, messages)
    return rejected.length > 0 ? { success: true, rejected } : { success: true }
  }

  async function keep(workspace: string, messages: readonly EventMessage[]): Promise<void> {
    if (!commit.hasRoom(messages.length))
      throw problem('UNDERSTANDING_EVENTS_BUSY', { seconds: againSeconds.busy })
    try {
      await commit.keep(workspace, messages)
    } catch (cause) {
      const seconds = againSeconds.unavailable
      throw Object.assign(problem('UNDERSTANDING_EVENTS_UNAVAILABLE', { seconds }), { cause })
    }
  }

  return {
    take,
    /** Takes room for a body about to be read; what it answers gives the room back. */
    reserve: (bytes: number): (() => void) => {
      if (bodyBytes > 0 && bodyBytes + bytes > limits.bodyBytes)
        throw problem('UNDERSTANDING_EVENTS_BUSY', { seconds: againSeconds.busy })
      bodyBytes += bytes
      return () => {
        bodyBytes -= bytes
      }
    },
    /** Resolves when all that was taken is kept, or cannot be kept now and stays written down. */
    close: async () => {
      await commit.drained()
      await journal?.close()
    },
    load: () => ({ bodyBytes, waitingMessages: commit.waiting() }),
  }
}

export type EventIntake = ReturnType<typeof eventIntake>
