/** Whose experience a fact tells. */
export type Population = 'customers' | 'prospects' | 'employees'

export interface ScaleEnds {
  readonly low: number
  readonly high: number
}

/**
 * What arrives together and counts once: a row of a file, a response, an event. A message sent again with the same id
 * in the same scope adds nothing; its facts share what stands here. Keys are those of the workspace's records.
 */
export interface Message {
  /** Identifies it among the messages of its scope. */
  readonly id: string
  readonly occurredAt: Date
  readonly population: Population
  /** Identifier of the person in the system it comes from; for employees a pseudonym that nothing joins to a person. */
  readonly person: string
  /** Where it comes from. */
  readonly source: string
  readonly unit: string
  readonly offer: string
  readonly channel: string
  readonly language: string
  /** How many people of the population the person stands for. */
  readonly weight: number
  /** Segments the person belonged to at that moment. */
  readonly segments: Readonly<Record<string, string>>
  readonly answers?: readonly Answer[]
  readonly interactions?: readonly Interaction[]
  readonly outcomes?: readonly Outcome[]
  /** Other identifiers of the same person. */
  readonly aliases?: readonly string[]
  /** What is said of the person, or of the group they belong to. */
  readonly profile?: Profile
  /** Set where the message cannot become facts yet: it is kept as it came, to be replayed. */
  readonly held?: Held
}

/** A question as it is asked. Answers hold the same object, which is written once for all of them. */
export interface Question {
  readonly key: string
  /** Kind of answers, which measures name: nps, csat, ces … */
  readonly kind: string
  readonly touchpoint: string
  /** Scale that scores are declared on; null where the answer is a text alone. */
  readonly scale: ScaleEnds | null
  /** Scale as it was asked, where it differs. */
  readonly asked: ScaleEnds | null
}

/** One answer to one question. */
export interface Answer {
  readonly question: Question
  /** Score on the declared scale; null when the answer is a text alone. */
  readonly score: number | null
  /** Score on the scale as it was asked. */
  readonly scoreAsked: number | null
  readonly text: string
}

/** One thing that happened between a person and the organisation. What is absent is that of the message. */
export interface Interaction {
  readonly name: string
  /** Who turned to whom: `in` from the person, `out` from the organisation. */
  readonly direction: 'in' | 'out'
  readonly touchpoint: string
  /** Team that turned to the person, where the direction is `out`. */
  readonly sender: string
  readonly occurredAt?: Date
  readonly unit?: string
  readonly offer?: string
  readonly channel?: string
  /** A quantity measured on it: an amount, days late, minutes waited. */
  readonly value: number | null
  /** Unit of the value: EUR, days, minutes. */
  readonly valueUnit: string
  readonly text: string
  readonly properties: Readonly<Record<string, string>>
}

/** One business or HR result of one person, unit or offer over one period. What is absent is that of the message. */
export interface Outcome {
  readonly kind: string
  readonly subject: 'person' | 'unit' | 'offer'
  /** First moment of the period. */
  readonly occurredAt?: Date
  readonly touchpoint: string
  readonly unit?: string
  readonly offer?: string
  readonly channel?: string
  readonly value: number
  /** Unit of the value: EUR, days, share. */
  readonly valueUnit: string
  /** How many observations the value stands for: respondents behind a mean, trains behind a share. */
  readonly weight?: number
}

export interface Profile {
  /** Identifier of the group (account, household, team) the traits are of; empty where they are of the person. */
  readonly group: string
  readonly traits: Readonly<Record<string, string>>
}

export interface Held {
  /** Why it waits: the code of a refusal, or what is unknown of it. */
  readonly reason: string
  /** What would have to be known: the name of the event, the touchpoint. */
  readonly key: string
  /** The message as it came, as JSON. */
  readonly payload: string
}

export const factKinds = ['answers', 'interactions', 'outcomes', 'aliases', 'profiles', 'held'] as const
export type FactKind = (typeof factKinds)[number]

export interface KeepOptions {
  /** Within which ids are told apart: the key of a source, or empty for events sent by programs. */
  readonly scope?: string
  /** Import or other work that the messages are kept by, so that all of it can be taken out again. */
  readonly origin?: string
  /** What becomes of a message kept before whose contents differ: the first one stays, or the new one takes its place. */
  readonly changed?: 'ignore' | 'replace'
}

/** What became of the messages handed over. Once it is given, every fact kept survives the loss of the process. */
export interface Receipt {
  /** Facts newly kept, those of corrected messages counted in. */
  readonly kept: Readonly<Record<FactKind, number>>
  readonly messagesKept: number
  /** Ids of messages that were kept before and are not counted again. */
  readonly alreadyThere: readonly string[]
  /** Ids of messages whose earlier facts gave way to the new ones. */
  readonly replaced: readonly string[]
}
