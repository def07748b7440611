import type { HeldMessage } from '../../../foundations/warehouse/held-messages.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { type EventFacts, emptied } from './event.facts.ts'
import { type EventSurroundings, messageOfEvent, type UnderstoodEvent } from './message-of-event.facts.ts'
import type { JsonObject } from './value-source.ts'

/** Which messages that wait, and how many of them. */
export interface HeldSelection {
  readonly source?: string | undefined
  readonly reason?: string | undefined
  readonly key?: string | undefined
  readonly limit: number
  readonly after?: string | undefined
}

const pageMessages = 1_000

/** Works through messages that wait, page by page; tells where a next call goes on. */
async function eachPage(
  facts: EventFacts,
  { workspace, which }: { readonly workspace: string; readonly which: HeldSelection },
  work: (page: readonly HeldMessage[]) => Promise<void>,
): Promise<string | null> {
  let { after } = which
  let left = which.limit
  while (left > 0) {
    const limit = Math.min(left, pageMessages)
    const page = await facts.heldMessages(workspace, { ...which, limit, after })
    if (page.length > 0) await work(page)
    if (page.length < limit) return null
    after = page.at(-1)!.id
    left -= limit
  }
  return after ?? null
}

export interface Replay {
  readonly workspace: string
  readonly which: HeldSelection
  readonly around: Pick<EventSurroundings, 'table' | 'touchpoints'>
}

/** Reads messages that wait once more. What becomes facts takes the place of what waited, once however often this runs. */
export async function replayHeld(facts: EventFacts, { workspace, which, around }: Replay) {
  let [replayed, stillHeld] = [0, 0]
  const next = await eachPage(facts, { workspace, which }, async (page) => {
    const read = page.map((held) => outcomeOf(held, around))
    const freed = read.filter((one) => one !== null)
    replayed += freed.filter(({ waits }) => !waits).length
    stillHeld += read.length - freed.filter(({ waits }) => !waits).length
    const added = freed.flatMap((one) => one.added)
    if (added.length > 0) await facts.keep(workspace, added)
    const inPlace = freed.map((one) => one.inPlace)
    if (inPlace.length > 0) await facts.replace(workspace, inPlace)
  })
  return { replayed, stillHeld, next }
}

/** Gives messages up: nothing of them waits any more, and sent again they are still known. */
export async function dropHeld(facts: EventFacts, { workspace, which }: Omit<Replay, 'around'>) {
  let dropped = 0
  const next = await eachPage(facts, { workspace, which }, async (page) => {
    await facts.replace(workspace, page.map(emptied))
    dropped += page.length
  })
  return { dropped, next }
}

/** What takes the place of a message that waits; null where it waits on as it is. */
interface ReplayOutcome {
  readonly inPlace: Message
  readonly added: readonly Message[]
  readonly waits: boolean
}

function outcomeOf(held: HeldMessage, around: Replay['around']): ReplayOutcome | null {
  const understood = readAgain(held, around)
  if (understood === null || understood.as === 'invalid') return null
  if (understood.as === 'ignored') return { inPlace: emptied(held), added: [], waits: false }
  const { message } = understood
  const waits = understood.as === 'held'
  const sameAsBefore = waits && message.held?.reason === held.reason && message.held.key === held.key
  if (sameAsBefore) return null
  // An event that was unreadable waited under an id of its own: it is kept under its true one, unless it came since.
  if (message.id !== held.id) return { inPlace: emptied(held), added: [message], waits }
  return { inPlace: message, added: [], waits }
}

/** Null for what did not come as an event. */
function readAgain(held: HeldMessage, around: Replay['around']): UnderstoodEvent | null {
  const { receivedAt, ...event } = JSON.parse(held.payload) as JsonObject
  if (held.key === 'too-large' || typeof receivedAt !== 'string') return null
  return messageOfEvent(
    { event, receivedAt: Date.parse(receivedAt), sentAt: event.sentAt },
    { ...around, source: held.source, newId: () => held.id },
  )
}
