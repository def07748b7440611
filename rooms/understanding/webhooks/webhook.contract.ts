import { z } from 'zod'
import type { ProblemTable } from '../../../foundations/http/problem.contract.ts'
import { Done, InWorkspace, procedure, workspacePath } from '../../../foundations/http/procedure.contract.ts'
import type { WireContract } from '../../../foundations/http/wire.contract.ts'
import { SaidFact } from '../contract.ts'
import { TextFinding } from '../events/event.contract.ts'

export const SignatureKind = z
  .enum(['standard', 'github'])
  .describe('How the sender signs: as Standard Webhooks has it, or in `X-Hub-Signature-256` as GitHub does.')

export type SignatureKind = z.infer<typeof SignatureKind>

/** An address at which another system delivers what happened there. */
export const WebhookRecord = z.object({
  id: z.uuid(),
  name: z.string().describe('What its events are said to come from.'),
  signature: SignatureKind,
  mapping: z.string().describe('How what it delivers becomes events, as YAML.'),
  path: z.string().describe('Address to deliver to: `/v1/hooks/…`.'),
  createdAt: z.string(),
  rotatedAt: z
    .string()
    .nullable()
    .describe('When its secret was changed; the one before counts a day longer.'),
})
export type WebhookRecord = z.infer<typeof WebhookRecord>

export const becomings = ['facts', 'held', 'ignored', 'invalid'] as const

/** What one event of a delivery would become. */
export const TriedEvent = z.object({
  index: z.number().int().describe('Place among the events of the delivery, from 0.'),
  name: z.string().describe('What the mapping says that happened.'),
  id: z.string().describe('By which it is told apart, so that it counts once.'),
  person: z.string(),
  occurredAt: z.string(),
  becomes: z.enum(becomings).describe('Facts, a message that waits to be mapped, nothing, or a dead letter.'),
  facts: z.array(SaidFact),
  held: z
    .object({ reason: z.string(), key: z.string() })
    .nullable()
    .describe('Why it would wait, and for what.'),
  fault: z
    .object({ code: z.string(), reason: z.string() })
    .nullable()
    .describe('Why it could not be kept as facts.'),
})
export type TriedEvent = z.infer<typeof TriedEvent>

const tag = 'Understanding'
const at = workspacePath
const Name = z.string().min(1).max(200)
const Mapping = z.string().max(100_000).describe('How what it delivers becomes events, as YAML.')
const Secret = z.string().describe('Shown once; give it to the sender.')
const One = InWorkspace.extend({ id: z.uuid() })

export const webhookContract = {
  webhooks: {
    list: procedure({
      method: 'GET',
      path: at('/webhooks'),
      admits: 'records:read',
      tag,
      summary: 'List the webhooks',
    })
      .input(InWorkspace)
      .output(z.object({ webhooks: z.array(WebhookRecord) })),
    add: procedure({
      method: 'POST',
      path: at('/webhooks'),
      admits: 'keys:write',
      tag,
      summary: 'Open an address for another system to deliver to',
    })
      .input(
        InWorkspace.extend({
          name: Name,
          signature: SignatureKind.default('standard'),
          mapping: Mapping,
        }),
      )
      .output(z.object({ webhook: WebhookRecord, secret: Secret })),
    put: procedure({
      method: 'PUT',
      path: at('/webhooks/{id}'),
      admits: 'keys:write',
      tag,
      summary: 'Change what a webhook is called and how it is read',
    })
      .input(One.extend({ name: Name, mapping: Mapping }))
      .output(WebhookRecord),
    try: procedure({
      method: 'POST',
      path: at('/webhooks/try'),
      admits: 'records:read',
      tag,
      summary: 'Check the mapping of a webhook, and what a delivery would become by it',
      description: 'Nothing is kept. The delivery needs no signature here.',
    })
      .input(
        InWorkspace.extend({
          mapping: Mapping,
          delivery: z
            .string()
            .max(500 * 1024)
            .optional()
            .describe('Body of a delivery, as JSON; without it the mapping alone is checked.'),
        }),
      )
      .output(
        z.object({
          findings: z.array(TextFinding).describe('What does not fit in the mapping.'),
          events: z.array(TriedEvent).describe('Empty where the mapping does not fit.'),
        }),
      ),
    rotate: procedure({
      method: 'POST',
      path: at('/webhooks/{id}/rotate'),
      admits: 'keys:write',
      tag,
      summary: 'Change the secret of a webhook; the one before counts a day longer',
    })
      .input(One)
      .output(z.object({ webhook: WebhookRecord, secret: Secret })),
    remove: procedure({
      method: 'DELETE',
      path: at('/webhooks/{id}'),
      admits: 'keys:write',
      tag,
      summary: 'Close the address of a webhook',
    })
      .input(One)
      .output(Done),
  },
}

const Delivered = z.object({
  success: z.literal(true),
  rejected: z
    .array(
      z.object({
        index: z.number().int(),
        messageId: z.string().nullable(),
        code: z.string(),
        reason: z.string(),
      }),
    )
    .optional()
    .describe('Events that cannot be kept as facts; all others were.'),
})

/** Where other systems deliver. */
export const webhookWire = {
  method: 'POST',
  path: '/v1/hooks/{id}',
  proof: 'signature',
  tag: 'Events',
  summary: 'Deliver what happened in another system',
  description:
    'Signed as Standard Webhooks has it (`webhook-id`, `webhook-timestamp`, `webhook-signature`), or in ' +
    '`X-Hub-Signature-256`. Answered once what was delivered survives the loss of the server; delivered again it counts once.',
  bytesMax: 500 * 1024,
  tooLarge: 'UNDERSTANDING_EVENTS_TOO_LARGE',
  input: z.record(z.string(), z.unknown()),
  output: Delivered,
} as const satisfies WireContract

export const webhookProblems = {
  UNDERSTANDING_WEBHOOK_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no webhook "{id}".', fr: 'Il n’y a pas de webhook « {id} ».' },
    hint: {
      en: 'List the webhooks to see their ids.',
      fr: 'Listez les webhooks pour voir leurs identifiants.',
    },
  },
  UNDERSTANDING_WEBHOOK_UNSIGNED: {
    status: 401,
    sentence: {
      en: 'The signature of the delivery is missing, wrong or out of date.',
      fr: 'La signature de la livraison manque, est fausse ou périmée.',
    },
    hint: {
      en: 'Sign with the secret of this webhook, and set the clock of the sender.',
      fr: 'Signez avec le secret de ce webhook, et mettez à l’heure l’horloge de l’expéditeur.',
    },
  },
  UNDERSTANDING_WEBHOOK_INVALID: {
    status: 422,
    sentence: {
      en: 'The mapping of the webhook does not fit: {findings}',
      fr: 'La correspondance du webhook ne convient pas : {findings}',
    },
    hint: {
      en: 'Correct it at the lines and columns named; nothing was changed.',
      fr: 'Corrigez-la aux lignes et colonnes citées ; rien n’a été modifié.',
    },
  },
} as const satisfies ProblemTable
