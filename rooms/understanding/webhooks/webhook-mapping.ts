import { z } from 'zod'
import { Place, TextSource } from '../events/value-source.ts'

export const dateFormats = ['iso', 'seconds', 'milliseconds'] as const

/** How what a webhook delivers becomes events, which the table of events then understands. */
export const WebhookMapping = z
  .strictObject({
    webhook: z.literal(1).describe('Version of this format.'),
    each: Place.optional().describe(
      'Where a list stands whose items are one event each; what stands around them is read below `delivery`.',
    ),
    event: TextSource.describe('Name of the event, as the table of events knows it.'),
    id: TextSource.optional().describe('Tells events apart; without it the id of the delivery does.'),
    person: TextSource.describe('Who it is about; `as: pseudonym` where the name is not to be kept.'),
    date: TextSource.optional().describe('When it happened; without it when it was delivered.'),
    dateFormat: z.enum(dateFormats).default('iso').describe('ISO 8601, or a number since 1970.'),
    language: TextSource.optional(),
    properties: z
      .record(z.string(), TextSource)
      .optional()
      .describe('Properties of the event; without them all that is delivered.'),
  })
  .meta({ title: 'How what a webhook delivers becomes events' })
export type WebhookMapping = z.infer<typeof WebhookMapping>
