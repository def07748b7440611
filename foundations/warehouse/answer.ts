/** One answer to one question, as it is handed to the warehouse. Keys are those of the workspace's records. */
export interface Answer {
  /** Identifies the message the answer came in; a message sent again counts once, with all its answers. */
  readonly messageId: string
  readonly occurredAt: Date
  readonly population: 'customers' | 'prospects' | 'employees'
  /** Alias of the person; for employees a pseudonym that nothing joins to a person. */
  readonly person: string
  readonly response: string
  readonly question: string
  /** Kind of measure it feeds: nps, csat, ces … */
  readonly kind: string
  readonly touchpoint: string
  readonly unit: string
  readonly offer: string
  readonly channel: string
  readonly source: string
  /** Score on the declared scale; null when the answer is a text alone. */
  readonly score: number | null
  readonly scale: ScaleEnds | null
  /** Score and scale as they were asked, where they differ from the declared ones. */
  readonly asked: (ScaleEnds & { readonly score: number }) | null
  readonly text: string
  readonly language: string
  readonly weight: number
  /** Segments the person belonged to when answering. */
  readonly segments: Readonly<Record<string, string>>
}

export interface ScaleEnds {
  readonly low: number
  readonly high: number
}

/** First day of the month in which an answer was given, `YYYY-MM-01`, in UTC. */
export function monthOf(occurredAt: Date): string {
  return `${occurredAt.toISOString().slice(0, 7)}-01`
}

/** Column values of an answer, as the engine reads them. */
export function answerRow(answer: Answer, kept: { workspace: string; batch: string; receivedAt: Date }) {
  const asked =
    answer.asked ?? (answer.scale && answer.score !== null ? { ...answer.scale, score: answer.score } : null)
  return {
    workspace: kept.workspace,
    received_at: engineTime(kept.receivedAt),
    batch: kept.batch,
    message_id: answer.messageId,
    occurred_at: engineTime(answer.occurredAt),
    population: answer.population,
    person: answer.person,
    response: answer.response,
    question: answer.question,
    kind: answer.kind,
    touchpoint: answer.touchpoint,
    unit: answer.unit,
    offer: answer.offer,
    channel: answer.channel,
    source: answer.source,
    score: answer.score,
    scale_low: answer.scale?.low ?? null,
    scale_high: answer.scale?.high ?? null,
    score_asked: asked?.score ?? null,
    asked_low: asked?.low ?? null,
    asked_high: asked?.high ?? null,
    text: answer.text,
    language: answer.language,
    weight: answer.weight,
    segments: answer.segments,
  }
}

/** A moment as the engine reads it, in UTC to the millisecond. */
export function engineTime(moment: Date): string {
  return moment.toISOString().replace('T', ' ').replace('Z', '')
}
