import { z } from 'zod'
import type { ProblemTable } from '../../../foundations/http/problem.contract.ts'
import { InWorkspace, Key, procedure, workspacePath } from '../../../foundations/http/procedure.contract.ts'
import type { WireContract } from '../../../foundations/http/wire.contract.ts'

/** A mistake in a text, with its place. */
export const TextFinding = z.object({
  line: z.number().int(),
  column: z.number().int(),
  path: z.string(),
  message: z.string(),
  hint: z.string(),
})

/** Messages that wait for the same thing. */
export const HeldGroup = z.object({
  source: z.string(),
  reason: z
    .string()
    .describe('`name-unknown`, `touchpoint-unknown`, or `invalid` for what cannot be read as facts.'),
  key: z.string().describe('The name or touchpoint that is unknown; what is wrong with an invalid one.'),
  messages: z.number().int(),
  firstAt: z.string(),
  lastAt: z.string(),
})
export type HeldGroup = z.infer<typeof HeldGroup>

export const HeldEvent = z.object({
  id: z.string(),
  occurredAt: z.string(),
  receivedAt: z.string(),
  source: z.string(),
  reason: z.string(),
  key: z.string(),
  payload: z.string().describe('The event as it came, as JSON.'),
})
export type HeldEvent = z.infer<typeof HeldEvent>

/** Which of the messages that wait; all where nothing is said. */
const Which = InWorkspace.extend({
  source: z.string().optional(),
  reason: z.string().optional(),
  key: z.string().optional(),
})

const ManyOf = Which.extend({
  limit: z.number().int().min(1).max(20_000).default(20_000).describe('Messages looked at in one call.'),
  after: z.string().optional().describe('`next` of the call before.'),
})

const Yaml = z.string().max(1_000_000).describe('The table, as YAML.')
const tag = 'Understanding'
const at = workspacePath

export const eventContract = {
  events: {
    table: procedure({
      method: 'GET',
      path: at('/events/table'),
      admits: 'records:read',
      tag,
      summary: 'Read how events become facts',
    })
      .input(InWorkspace)
      .output(
        z.object({
          yaml: z.string().describe('The rules of the workspace.'),
          shipped: z.string().describe('Those that come with Tutti and follow after.'),
        }),
      ),
    putTable: procedure({
      method: 'PUT',
      path: at('/events/table'),
      admits: 'facts:write',
      tag,
      summary: 'Say how events become facts',
      description: 'It holds for events from now on; those that wait are replayed on demand.',
    })
      .input(InWorkspace.extend({ yaml: Yaml }))
      .output(z.object({ yaml: z.string() })),
    checkTable: procedure({
      method: 'POST',
      path: at('/events/table/check'),
      admits: 'records:read',
      tag,
      summary: 'Check a table of events',
    })
      .input(InWorkspace.extend({ yaml: Yaml }))
      .output(z.object({ findings: z.array(TextFinding) })),
    held: procedure({
      method: 'GET',
      path: at('/events/held'),
      admits: 'records:read',
      tag,
      summary: 'Count the messages that wait to be mapped',
    })
      .input(InWorkspace)
      .output(z.object({ held: z.array(HeldGroup) })),
    heldMessages: procedure({
      method: 'GET',
      path: at('/events/held/messages'),
      admits: 'facts:write',
      tag,
      summary: 'Read messages that wait, as they came',
    })
      .input(
        Which.extend({
          limit: z.coerce.number().int().min(1).max(500).default(20),
          after: z.string().optional().describe('`next` of the page before.'),
        }),
      )
      .output(z.object({ messages: z.array(HeldEvent), next: z.string().nullable() })),
    map: procedure({
      method: 'POST',
      path: at('/events/held/map'),
      admits: 'facts:write',
      tag,
      summary: 'Say what an unknown name or touchpoint is',
      description: 'Adds a line to the table of the workspace; what waits is replayed on demand.',
    })
      .input(
        InWorkspace.extend({
          reason: z.enum(['name-unknown', 'touchpoint-unknown']),
          key: z.string().min(1).max(1_000),
          touchpoint: Key.nullable().describe(
            'Where it happens; null for a name that is not to be kept, and for a touchpoint that is none here.',
          ),
        }),
      )
      .output(z.object({ yaml: z.string() })),
    replay: procedure({
      method: 'POST',
      path: at('/events/held/replay'),
      admits: 'facts:write',
      tag,
      summary: 'Read messages that wait once more, by the table as it is now',
    })
      .input(ManyOf)
      .output(
        z.object({
          replayed: z.number().int().describe('Became facts, or are not kept by the rule that fits now.'),
          stillHeld: z.number().int(),
          next: z.string().nullable().describe('Where the next call goes on; null at the end.'),
        }),
      ),
    drop: procedure({
      method: 'POST',
      path: at('/events/held/drop'),
      admits: 'facts:write',
      tag,
      summary: 'Give up messages that wait',
    })
      .input(ManyOf)
      .output(z.object({ dropped: z.number().int(), next: z.string().nullable() })),
  },
}

const Moment = z.string().describe('ISO 8601.')
const Fields = z.record(z.string(), z.unknown())

const Common = z.looseObject({
  messageId: z
    .string()
    .optional()
    .describe('Tells the event apart. Without it and without a timestamp a resend counts again.'),
  userId: z.string().optional(),
  anonymousId: z.string().optional(),
  timestamp: Moment.optional(),
  sentAt: Moment.optional().describe('From it and the timestamp the skew of the clock is taken out.'),
  context: Fields.optional(),
  integrations: Fields.optional().describe('Taken, and not looked at.'),
  writeKey: z.string().optional().describe('The key, where no header shows it.'),
})

const calls = {
  identify: Common.extend({ traits: Fields.optional() }),
  track: Common.extend({ event: z.string(), properties: Fields.optional() }),
  page: Common.extend({ name: z.string().optional(), properties: Fields.optional() }),
  screen: Common.extend({ name: z.string().optional(), properties: Fields.optional() }),
  group: Common.extend({ groupId: z.string(), traits: Fields.optional() }),
  alias: Common.extend({ previousId: z.string() }),
}

const Batch = Common.extend({
  batch: z.array(Common.extend({ type: z.string() })).max(2_500),
})

export const EventsTaken = z.object({
  success: z.literal(true),
  rejected: z
    .array(
      z.object({
        index: z.number().int().describe('Place in the batch, the first being 0.'),
        messageId: z.string().nullable(),
        code: z.string(),
        reason: z.string(),
      }),
    )
    .optional()
    .describe('Events that cannot be kept as facts; all others were.'),
})
export type EventsTaken = z.infer<typeof EventsTaken>

const shared = {
  method: 'POST',
  proof: 'facts:write',
  tag: 'Events',
  description:
    'The Segment HTTP tracking specification. Answered once the events survive the loss of the server; ' +
    '429 and 503 say after how many seconds to send again.',
  tooLarge: 'UNDERSTANDING_EVENTS_TOO_LARGE',
  output: EventsTaken,
} as const

const callWire = (call: keyof typeof calls, short: string, summary: string) =>
  ({
    ...shared,
    path: `/v1/${call}`,
    alsoAt: [`/v1/${short}`],
    summary,
    bytesMax: 32 * 1024,
    input: calls[call],
  }) satisfies WireContract

const batchBytesMax = 500 * 1024

/** Addresses of the tracking specification; the short ones are those of its library for pages. */
export const eventWires = {
  identify: callWire('identify', 'i', 'Tell who a person is'),
  track: callWire('track', 't', 'Tell what a person did'),
  page: callWire('page', 'p', 'Tell which page was seen'),
  screen: callWire('screen', 's', 'Tell which screen of an app was seen'),
  group: callWire('group', 'g', 'Tell which group a person belongs to'),
  alias: callWire('alias', 'a', 'Join two identifiers of one person'),
  batch: {
    ...shared,
    path: '/v1/batch',
    alsoAt: ['/v1/b'],
    summary: 'Send up to 2,500 events at once',
    bytesMax: batchBytesMax,
    input: Batch,
  },
  import: {
    ...shared,
    path: '/v1/import',
    summary: 'Send up to 2,500 events of the past at once',
    bytesMax: batchBytesMax,
    input: Batch,
  },
} as const satisfies Record<string, WireContract>

export const eventProblems = {
  UNDERSTANDING_EVENTS_TOO_LARGE: {
    status: 400,
    sentence: {
      en: 'The request is larger than {limit}.',
      fr: 'La requête dépasse {limit}.',
    },
    hint: {
      en: 'Send fewer events at a time: 500 kB a batch, 32 kB an event.',
      fr: 'Envoyez moins d’événements à la fois : 500 ko par lot, 32 ko par événement.',
    },
  },
  UNDERSTANDING_EVENTS_TOO_MANY: {
    status: 400,
    sentence: {
      en: 'The batch holds more than {eventsMax} events.',
      fr: 'Le lot contient plus de {eventsMax} événements.',
    },
    hint: { en: 'Send them in several batches.', fr: 'Envoyez-les en plusieurs lots.' },
  },
  UNDERSTANDING_EVENTS_UNREADABLE: {
    status: 400,
    sentence: {
      en: 'The events cannot be read: {reason}.',
      fr: 'Les événements sont illisibles : {reason}.',
    },
    hint: {
      en: 'Send JSON as the Segment HTTP tracking specification has it; nothing was kept.',
      fr: 'Envoyez du JSON selon la spécification HTTP de Segment ; rien n’a été gardé.',
    },
  },
  UNDERSTANDING_EVENTS_BUSY: {
    status: 429,
    sentence: {
      en: 'More events arrive than can be kept.',
      fr: 'Il arrive plus d’événements qu’il n’en peut être gardé.',
    },
    hint: {
      en: 'Send them again in {seconds} s; nothing was kept.',
      fr: 'Renvoyez-les dans {seconds} s ; rien n’a été gardé.',
    },
  },
  UNDERSTANDING_EVENTS_UNAVAILABLE: {
    status: 503,
    sentence: {
      en: 'The events cannot be kept at the moment.',
      fr: 'Les événements ne peuvent pas être gardés pour l’instant.',
    },
    hint: {
      en: 'Send them again in {seconds} s: none was acknowledged, and none counts twice.',
      fr: 'Renvoyez-les dans {seconds} s : aucun n’a été accepté, et aucun ne compte deux fois.',
    },
  },
  UNDERSTANDING_EVENT_TABLE_INVALID: {
    status: 422,
    sentence: {
      en: 'The table of events does not fit: {findings}',
      fr: 'La table des événements ne convient pas : {findings}',
    },
    hint: {
      en: 'Correct it at the lines and columns named; nothing was changed.',
      fr: 'Corrigez-la aux lignes et colonnes citées ; rien n’a été modifié.',
    },
  },
} as const satisfies ProblemTable
