import { z } from 'zod'
import { InWorkspace, Key } from '../../../foundations/http/procedure.contract.ts'
import { ChangesBy } from '../change/changes.contract.ts'
import { CompositionBy } from '../composition/composition.contract.ts'
import { FigureFilter } from '../contract.ts'
import { DriversBy } from '../drivers/drivers.contract.ts'
import { PurchasesBy } from '../fragility/fragility.contract.ts'
import { Behaviour } from '../intentions/intentions.contract.ts'
import { LinkageGrain } from '../linkage/linkage.contract.ts'
import { ScaleQualityBy } from '../scale-quality/scale-quality.contract.ts'

/** What is asked of drivers: the measure they drive, the filters, and what they are told apart by. */
export const DriversQuestion = InWorkspace.extend(FigureFilter.shape).extend({
  measure: Key.optional().describe('The measure they drive; recommendation where absent.'),
  outcome: z
    .string()
    .optional()
    .describe(
      'Instead of a measure, what people did or brought after their marks: name of interactions, or kind of outcomes of people.',
    ),
  marks: Key.optional().describe(
    'For `outcome`: the measure whose marks are weighed; marks of touchpoints where absent.',
  ),
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(730)
    .default(90)
    .describe(
      'Days after the last mark of a person in which `outcome` counts; days before an answer in which `lived` does.',
    ),
  lived: z
    .string()
    .optional()
    .describe(
      'Keys of measures of interactions, separated by commas: what happened with people, weighed beside their marks.',
    ),
  by: DriversBy.optional(),
})

/** What is asked of the composition of a figure: which, taken apart by what, and the filters. */
export const CompositionQuestion = InWorkspace.extend(FigureFilter.shape).extend({
  measure: Key.optional().describe(
    'The measure; the composite of the workspace where absent, else the first that can be taken apart.',
  ),
  by: CompositionBy.optional().describe(
    'What it is taken apart by; parts of a composite, and touchpoints otherwise, where absent.',
  ),
})

/** What is asked of the quality of a scale: which score, and which groups are to answer alike. */
export const ScaleQualityQuestion = InWorkspace.extend(FigureFilter.shape).extend({
  measure: Key.optional().describe(
    'The measure; the composite of the workspace where absent, else its first score of answers.',
  ),
  by: ScaleQualityBy.default('language'),
})

/** What is asked of moments of truth: the measure they decide about, and the filters. */
export const MomentsQuestion = DriversQuestion.omit({
  ...{ by: true, outcome: true, marks: true, days: true, lived: true },
})

/** What is asked of changes: measures, filters, and what series are told apart by; all months are looked at. */
export const ChangesQuestion = InWorkspace.extend(FigureFilter.omit({ period: true }).shape).extend({
  measure: z.string().optional().describe('Keys of measures, separated by commas; all where absent.'),
  by: ChangesBy.default('touchpoint'),
})

/** What is asked of linkage: measures, what is held constant, and the length of the periods put side by side. */
export const LinkageQuestion = InWorkspace.extend(
  FigureFilter.omit({ period: true, population: true }).shape,
).extend({
  measure: z.string().optional().describe('Keys of measures, separated by commas; all where absent.'),
  control: z.string().optional().describe('Keys of measures held constant, separated by commas.'),
  grain: LinkageGrain.default('month'),
})

/** What is asked of fragility: how people are treated, what they bring, and how far to look ahead; all months are looked at. */
export const FragilityQuestion = InWorkspace.extend(FigureFilter.omit({ period: true }).shape).extend({
  measure: Key.optional().describe(
    'The measure that tells how people are treated; recommendation where absent.',
  ),
  value: Key.optional().describe(
    'Kind of outcomes of people that tells what a purchase is worth; `revenue` where absent.',
  ),
  by: PurchasesBy.optional(),
  months: z.coerce.number().int().min(1).max(36).default(12).describe('Months looked ahead.'),
})

/** What is asked of acquisition and retention: how people are treated, what they bring, and how long they are followed. */
export const AcquisitionQuestion = InWorkspace.extend(FigureFilter.omit({ period: true }).shape).extend({
  measure: Key.optional().describe(
    'The measure that tells how people are treated; recommendation where absent.',
  ),
  value: Key.optional().describe(
    'Kind of outcomes of people that tells what they bring; `margin`, else `revenue` where absent.',
  ),
  arrival: Key.optional().describe(
    'Name of the interactions that tell that somebody came; the one whose properties say how or through whom where absent.',
  ),
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(1830)
    .default(365)
    .describe('Days after coming, or after an answer, in which something counts.'),
})

/** What is asked of affective capital: which marks are experiences, what people bring, and how far ahead it counts. */
export const CapitalQuestion = InWorkspace.extend(FigureFilter.omit({ period: true }).shape).extend({
  measure: Key.optional().describe(
    'The measure whose marks are experiences; satisfaction with touchpoints where absent.',
  ),
  value: Key.optional().describe(
    'Kind of outcomes of people that tells what they bring; `margin`, else `revenue` where absent.',
  ),
  leaving: Key.optional().describe(
    'Name of the interactions that tell that people left; one that ends in -ended, -cancelled or -terminated where absent.',
  ),
  months: z.coerce.number().int().min(1).max(120).default(24).describe('Months valued ahead.'),
  discount: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.08)
    .describe('Share by which money loses worth in a year.'),
})

/** What is asked of the ensemble: whose levels are compared, and what raising them is to bring something to. */
export const EnsembleQuestion = InWorkspace.extend(FigureFilter.omit({ touchpoint: true }).shape).extend({
  measure: Key.optional().describe(
    'The measure whose levels are compared; marks of touchpoints where absent.',
  ),
  outcome: Key.optional().describe(
    'The measure that raising marks brings something to; recommendation where absent.',
  ),
})

/** What is asked of a scorecard: the unit or team it is of, and whom it is compared with. */
export const ScorecardQuestion = InWorkspace.extend(FigureFilter.omit({ touchpoint: true }).shape).extend({
  team: Key.optional().describe('Only promises at touchpoints that this team owns.'),
  peers: z
    .string()
    .optional()
    .describe('Keys of units to compare with, separated by commas; those below the same unit where absent.'),
})

/** What is asked of carry-over: whose marks are followed, and how long what was lived before an answer counts. */
export const CarryOverQuestion = InWorkspace.extend(FigureFilter.omit({ touchpoint: true }).shape).extend({
  measure: Key.optional().describe(
    'The measure whose marks are followed; marks of touchpoints where absent.',
  ),
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(180)
    .default(14)
    .describe('Days before an answer in which what was lived counts.'),
})

/** What is asked of pricing power: how people are treated, what they pay, and how long an answer holds. */
export const PricingQuestion = InWorkspace.extend(FigureFilter.omit({ period: true }).shape).extend({
  measure: Key.optional().describe(
    'The measure that tells how people are treated; recommendation where absent.',
  ),
  value: Key.optional().describe(
    'Kind of outcomes of people that tells what was paid; `revenue` where absent.',
  ),
  within: z.coerce
    .number()
    .int()
    .min(1)
    .max(1100)
    .default(92)
    .describe('Days that an answer holds for what is bought after it.'),
})

const amount = (description: string) => z.coerce.number().min(0).max(1e9).optional().describe(description)

/** What is asked of win-back: when a customer counts as lapsed, how long a return is looked for, and what the organisation knows of its costs. */
export const WinBackQuestion = InWorkspace.extend(
  FigureFilter.omit({ period: true, touchpoint: true }).shape,
).extend({
  value: Key.optional().describe(
    'Kind of outcomes of people that tells what a purchase brings; `margin`, else `revenue` where absent.',
  ),
  silent: z.coerce
    .number()
    .int()
    .min(1)
    .max(36)
    .default(12)
    .describe('Months of silence after which a customer counts as lapsed.'),
  months: z.coerce
    .number()
    .int()
    .min(1)
    .max(36)
    .default(12)
    .describe('Months in which a return is looked for.'),
  leaving: Key.optional().describe(
    'Name of the interactions that tell that people left; one that ends in -ended, -cancelled or -terminated where absent.',
  ),
  contact: Key.optional().describe(
    'Name of the interactions that ask people back; one with win-back in its name where absent.',
  ),
  contactCost: amount('What a contact costs; the mean value of those contacts where absent.'),
  offer: z.coerce.number().min(0).max(1e9).default(0).describe('What whoever comes back gets.'),
  winBackRate: z.coerce
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Share that a contact wins among those not back alone; as found in the facts where absent.'),
  secondValue: amount('What somebody won back brings; as expected from their purchases where absent.'),
  acquisitionCost: amount('What a new customer costs.'),
})

/** What is asked of intentions: what people state, what they did, and in how many days. */
export const IntentionsQuestion = InWorkspace.extend(FigureFilter.omit({ period: true }).shape).extend({
  measure: Key.optional().describe(
    'The measure in which people state what they will do; one of the kind `intention` where absent.',
  ),
  behaviour: Behaviour.default('buy'),
  leaving: Key.optional().describe(
    'Name of the interactions that tell that people left; one that ends in -ended, -cancelled or -terminated where absent.',
  ),
  days: z.coerce.number().int().min(1).max(730).default(90).describe('Days after an answer.'),
})
