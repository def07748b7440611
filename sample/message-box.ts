import type { Interaction, Message, Outcome } from '../foundations/warehouse/message.ts'
import type { SampleWorld } from './sample-world.ts'

/** Gathers messages; what would come after the end day, or from a source that is silent, never arrives. */
export class MessageBox {
  #messages: Message[] = []
  readonly #endMs: number
  readonly #nearEndMs: number
  readonly #silent: { readonly source: string; readonly fromMs: number; readonly toMs: number }

  constructor({ calendar, truths }: SampleWorld) {
    const { source, month } = truths.silent_source
    const silent = calendar.months[calendar.indexOf(month)]!
    this.#endMs = calendar.endMs
    this.#nearEndMs = calendar.months.at(-2)!.startMs
    this.#silent = {
      source,
      fromMs: silent.startMs,
      toMs: calendar.months[silent.index + 1]?.startMs ?? calendar.endMs,
    }
  }

  get size(): number {
    return this.#messages.length
  }

  put(message: Message): void {
    const atMs = message.occurredAt.getTime()
    if (atMs >= this.#endMs || this.#isSilent(message.source, atMs)) return
    this.#messages.push(atMs < this.#nearEndMs ? message : this.#untilEnd(message))
  }

  /** Hands over what was gathered, and begins anew. */
  take(): Message[] {
    const taken = this.#messages
    this.#messages = []
    return taken
  }

  #isSilent(source: string, atMs: number): boolean {
    const { fromMs, toMs } = this.#silent
    return atMs >= fromMs && atMs < toMs && source === this.#silent.source
  }

  #untilEnd(message: Message): Message {
    const isOver = (fact: Interaction | Outcome) => (fact.occurredAt?.getTime() ?? 0) < this.#endMs
    const { interactions, outcomes } = message
    return {
      ...message,
      ...(interactions && { interactions: interactions.filter(isOver) }),
      ...(outcomes && { outcomes: outcomes.filter(isOver) }),
    }
  }
}
