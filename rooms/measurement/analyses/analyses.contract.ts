import { z } from 'zod'
import {
  Done,
  InWorkspace,
  Key,
  procedure,
  workspacePath,
} from '../../../foundations/http/procedure.contract.ts'
import { Capital } from '../capital/capital.contract.ts'
import { CarryOver } from '../carry-over/carry-over.contract.ts'
import { Changes, ChangesBy } from '../change/changes.contract.ts'
import { FigureFilter } from '../contract.ts'
import { Drivers, DriversBy } from '../drivers/drivers.contract.ts'
import { Ensemble } from '../ensemble/ensemble.contract.ts'
import { Fragility, PurchasesBy } from '../fragility/fragility.contract.ts'
import { Linkage, LinkageGrain } from '../linkage/linkage.contract.ts'
import { Moments } from '../moments/moments.contract.ts'
import { Pricing } from '../pricing/pricing.contract.ts'
import { WinBack } from '../win-back/win-back.contract.ts'
import { analysed, Exported, ExportForm } from './analysis.contract.ts'

const tag = 'Measurement'
const at = workspacePath

/** What is asked of drivers: the measure they drive, the filters, and what they are told apart by. */
const DriversQuestion = InWorkspace.extend(FigureFilter.shape).extend({
  measure: Key.optional().describe('The measure they drive; recommendation where absent.'),
  by: DriversBy.optional(),
})

/** What is asked of moments of truth: the measure they decide about, and the filters. */
const MomentsQuestion = DriversQuestion.omit({ by: true })

/** What is asked of changes: measures, filters, and what series are told apart by; all months are looked at. */
const ChangesQuestion = InWorkspace.extend(FigureFilter.omit({ period: true }).shape).extend({
  measure: z.string().optional().describe('Keys of measures, separated by commas; all where absent.'),
  by: ChangesBy.default('touchpoint'),
})

/** What is asked of linkage: measures, what is held constant, and the length of the periods put side by side. */
const LinkageQuestion = InWorkspace.extend(
  FigureFilter.omit({ period: true, population: true }).shape,
).extend({
  measure: z.string().optional().describe('Keys of measures, separated by commas; all where absent.'),
  control: z.string().optional().describe('Keys of measures held constant, separated by commas.'),
  grain: LinkageGrain.default('month'),
})

/** What is asked of fragility: how people are treated, what they bring, and how far to look ahead; all months are looked at. */
const FragilityQuestion = InWorkspace.extend(FigureFilter.omit({ period: true }).shape).extend({
  measure: Key.optional().describe(
    'The measure that tells how people are treated; recommendation where absent.',
  ),
  value: Key.optional().describe(
    'Kind of outcomes of people that tells what a purchase is worth; `revenue` where absent.',
  ),
  by: PurchasesBy.optional(),
  months: z.coerce.number().int().min(1).max(36).default(12).describe('Months looked ahead.'),
})

/** What is asked of affective capital: which marks are experiences, what people bring, and how far ahead it counts. */
const CapitalQuestion = InWorkspace.extend(FigureFilter.omit({ period: true }).shape).extend({
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
const EnsembleQuestion = InWorkspace.extend(FigureFilter.omit({ touchpoint: true }).shape).extend({
  measure: Key.optional().describe(
    'The measure whose levels are compared; marks of touchpoints where absent.',
  ),
  outcome: Key.optional().describe(
    'The measure that raising marks brings something to; recommendation where absent.',
  ),
})

/** What is asked of carry-over: whose marks are followed, and how long what was lived before an answer counts. */
const CarryOverQuestion = InWorkspace.extend(FigureFilter.omit({ touchpoint: true }).shape).extend({
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
const PricingQuestion = InWorkspace.extend(FigureFilter.omit({ period: true }).shape).extend({
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
const WinBackQuestion = InWorkspace.extend(
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

/** Analyses of measures, each with what can be carried away of it. */
export const analysisContract = {
  analyses: {
    cancel: procedure({
      method: 'DELETE',
      path: at('/analyses/running/{id}'),
      admits: 'figures:read',
      tag,
      summary: 'End an analysis that runs',
    })
      .input(InWorkspace.extend({ id: z.string() }))
      .output(Done),
  },
  drivers: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/drivers'),
      admits: 'figures:read',
      tag,
      summary: 'Read what drives a measure',
      description:
        'How much of a score goes with each answer that came with it, how it is lived, and what one mark more goes with. Ask again while it is running.',
    })
      .input(DriversQuestion)
      .output(analysed(Drivers)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/drivers/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry drivers away as a table, or as code that works them out again',
    })
      .input(DriversQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  changes: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/changes'),
      admits: 'figures:read',
      tag,
      summary: 'Read what changed its level, and when',
      description:
        'Every measure by month, for the whole and each touchpoint or unit: changes of level with the month they began in, and months beyond the limits. Ask again while it is running.',
    })
      .input(ChangesQuestion)
      .output(analysed(Changes)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/changes/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry changes away as a table, or as code that finds them again',
    })
      .input(ChangesQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  linkage: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/linkage'),
      admits: 'figures:read',
      tag,
      summary: 'Read how experience and results of units go together',
      description:
        'What employees live, what customers live and results of the same units, period by period: links with their lag and interval, what runs through, and the way back. Groups of employees that must stay hidden are left out. Ask again while it is running.',
    })
      .input(LinkageQuestion)
      .output(analysed(Linkage)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/linkage/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry the figures of units away as a table, or code that works the surest link out again',
    })
      .input(LinkageQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  moments: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/moments'),
      admits: 'figures:read',
      tag,
      summary: 'Read the moments of truth of a measure',
      description:
        'What low and top marks of each touchpoint cost and bring, which of them decide, and which the designers declared. Ask again while it is running.',
    })
      .input(MomentsQuestion)
      .output(analysed(Moments)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/moments/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry moments of truth away as a table, or as code that works them out again',
    })
      .input(MomentsQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  fragility: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/fragility'),
      admits: 'figures:read',
      tag,
      summary: 'Read what stands on a weak experience, and what of it may go',
      description:
        'Revenue of people by how they are treated, how those treated so leave, what of their revenue is at risk, and the same forecast made earlier beside what came. Unit and segment choose purchases, a touchpoint the marks. Ask again while it is running.',
    })
      .input(FragilityQuestion)
      .output(analysed(Fragility)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/fragility/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry fragility away as a table, or as code that works its totals out again',
    })
      .input(FragilityQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  winBack: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/win-back'),
      admits: 'figures:read',
      tag,
      summary: 'Read who comes back alone, who must be won back, and what it takes',
      description:
        'Customers silent for long, and people who told that they left: shares that come back alone, only when written to, and not at all; a check on customers silent earlier; and the budget curve where costs are known. A unit chooses purchases, a segment purchases and those who left. Ask again while it is running.',
    })
      .input(WinBackQuestion)
      .output(analysed(WinBack)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/win-back/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry win-back away as a table, or as code that adds it up again',
    })
      .input(WinBackQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  pricing: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/pricing'),
      admits: 'figures:read',
      tag,
      summary: 'Read what experience lets the organisation charge for the same product',
      description:
        'Prices paid for the same offer by how the buyers are treated, by product effects, matching and double learning; and prices that people state or accept in answers of the kinds price-too-cheap, price-cheap, price-expensive, price-too-expensive and price-accepted. Ask again while it is running.',
    })
      .input(PricingQuestion)
      .output(analysed(Pricing)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/pricing/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry the compared purchases away as a table, or code that works the premiums out again',
    })
      .input(PricingQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  capital: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/capital'),
      admits: 'figures:read',
      tag,
      summary: 'Read what people remember, what it is worth, and what bad experiences still cost',
      description:
        'Good and bad experiences as stocks that fade: affective capital and experience debt in money with intervals, by touchpoint and month, with their sensitivity and a check on people left out. Unit and segment choose purchases, a touchpoint the marks. Ask again while it is running.',
    })
      .input(CapitalQuestion)
      .output(analysed(Capital)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/capital/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry affective capital away as a table, or as code that draws and checks it again',
    })
      .input(CapitalQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  ensemble: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/ensemble'),
      admits: 'figures:read',
      tag,
      summary: 'Read how even the experience is, who plays alone, and what raising the weakest brings',
      description:
        'Evenness of levels along each journey, over channels and over units at equal touchpoints, with intervals; soloists and places out of tune; what making low marks good and bringing good ones to the top goes with on another measure. Ask again while it is running.',
    })
      .input(EnsembleQuestion)
      .output(analysed(Ensemble)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/ensemble/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry the ensemble away as a table, or as code that works its spread out again',
    })
      .input(EnsembleQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  carryOver: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/carry-over'),
      admits: 'figures:read',
      tag,
      summary: 'Read how what is lived at one touchpoint is felt at the next, and in another channel',
      description:
        'What incidents cost where they strike and the share that is felt again later; marks that go together beyond the leaning of people; what scores gain or lose with a change of channel; each with interval, tested together. Of customers and prospects. Ask again while it is running.',
    })
      .input(CarryOverQuestion)
      .output(analysed(CarryOver)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/carry-over/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry carry-over away as a table, or as code that works its shares out again',
    })
      .input(CarryOverQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
}
