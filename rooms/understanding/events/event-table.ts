import { z } from 'zod'
import { Key } from '../../../foundations/http/procedure.contract.ts'
import { NumberSource, Place, TextSource } from './value-source.ts'

const Names = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe('Names, `*` standing for any letters; upper and lower case are the same.')

const Population = z
  .enum(['customers', 'prospects'])
  .describe('Employees are listened to by surveys and files, under a pseudonym, never by events.')

const Ends = z.strictObject({ low: z.number(), high: z.number() })

const AskedEnds = z.strictObject({ low: NumberSource, high: NumberSource })

const EventAnswer = z.strictObject({
  kind: Key.describe('Kind of answer, which measures name: csat, nps, ces, review …'),
  question: Key.optional().describe('What was asked; the name of the event where it is absent.'),
  scale: Ends.describe('Lowest and highest score.'),
  asked: AskedEnds.optional().describe('Scale as it was asked, where it differs.'),
  score: NumberSource,
  text: TextSource.optional(),
})

const EventOutcome = z.strictObject({
  kind: Key.describe('What results: revenue, orders, subscriptions …'),
  value: NumberSource,
  unit: TextSource.optional().describe('Unit of the value: EUR, days, share.'),
  subject: z.enum(['person', 'unit', 'offer']).default('person'),
})

/** What one event, page or screen is understood as. */
export const EventRule = z
  .strictObject({
    event: Names.optional().describe('Names of events.'),
    page: Names.optional().describe('Names of pages, or their paths where they begin with a slash.'),
    screen: Names.optional().describe('Names of screens of an app.'),
    where: z
      .record(Place, z.string())
      .default({})
      .describe('Only events whose fields fit: `properties.kind: nps`; `*` stands for any value.'),
    ignore: z.literal(true).optional().describe('Taken, and not kept.'),
    once: TextSource.optional().describe(
      'Events of one person that hold the same value here count once, whatever their names: `properties.email_id`.',
    ),
    touchpoint: TextSource.optional().describe('Without one it happened at no touchpoint.'),
    name: TextSource.optional().describe(
      'Name of the interaction, as measures name it; that of the event as a key where it is absent.',
    ),
    direction: z
      .enum(['in', 'out'])
      .default('in')
      .describe('`in` from the person, `out` from the organisation.'),
    channel: TextSource.optional().describe('Without it `properties.channel`, then what sent the event.'),
    sender: TextSource.optional().describe(
      'Team that turned to the person, where the direction is `out`; without it `properties.sender`.',
    ),
    value: NumberSource.optional().describe('A quantity measured on it: an amount, minutes waited.'),
    valueUnit: TextSource.optional(),
    text: TextSource.optional().describe('What the person wrote or said.'),
    interaction: z.boolean().default(true).describe('False where only its answers and outcomes count.'),
    outcomes: z.array(EventOutcome).default([]),
    answers: z.array(EventAnswer).default([]),
    person: TextSource.optional().describe('Without it `userId`, then `anonymousId`.'),
    population: Population.optional(),
    unit: TextSource.optional().describe('Without it `properties.unit`.'),
    offer: TextSource.optional().describe('Without it `properties.offer`.'),
    language: TextSource.optional().describe('Without it that of `context.locale`.'),
    segments: z.record(Key, TextSource).default({}),
  })
  .refine(({ event, page, screen }) => [event, page, screen].filter(Boolean).length === 1, {
    message: 'one of event, page and screen is needed',
  })
export type EventRule = z.infer<typeof EventRule>

/** How events become facts. The first rule that fits counts, from top to bottom. */
export const EventTable = z
  .strictObject({
    events: z.literal(1).describe('Version of this format.'),
    name: z.string().min(1).optional(),
    shipped: z.boolean().default(true).describe('Whether the rules that come with Tutti follow after these.'),
    population: Population.optional(),
    touchpoints: z
      .record(z.string().min(1), Key.nullable())
      .default({})
      .describe(
        'What this workspace calls the touchpoints that events and rules name; null for none of its own.',
      ),
    rules: z.array(EventRule).default([]),
  })
  .meta({ title: 'How events become facts' })
export type EventTable = z.infer<typeof EventTable>
