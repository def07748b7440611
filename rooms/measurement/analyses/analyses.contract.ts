import { z } from 'zod'
import { Done, InWorkspace, procedure, workspacePath } from '../../../foundations/http/procedure.contract.ts'
import { Acquisition } from '../acquisition/acquisition.contract.ts'
import { Capital } from '../capital/capital.contract.ts'
import { CarryOver } from '../carry-over/carry-over.contract.ts'
import { Changes } from '../change/changes.contract.ts'
import { Composition } from '../composition/composition.contract.ts'
import { Drivers } from '../drivers/drivers.contract.ts'
import { Ensemble } from '../ensemble/ensemble.contract.ts'
import { Fragility } from '../fragility/fragility.contract.ts'
import { Intentions } from '../intentions/intentions.contract.ts'
import { Linkage } from '../linkage/linkage.contract.ts'
import { Moments } from '../moments/moments.contract.ts'
import { Pricing } from '../pricing/pricing.contract.ts'
import { ScaleQuality } from '../scale-quality/scale-quality.contract.ts'
import { Scorecard } from '../scorecard/scorecard.contract.ts'
import { WinBack } from '../win-back/win-back.contract.ts'
import { analysed, Exported, ExportForm } from './analysis.contract.ts'
import {
  AcquisitionQuestion,
  CapitalQuestion,
  CarryOverQuestion,
  ChangesQuestion,
  CompositionQuestion,
  DriversQuestion,
  EnsembleQuestion,
  FragilityQuestion,
  IntentionsQuestion,
  LinkageQuestion,
  MomentsQuestion,
  PricingQuestion,
  ScaleQualityQuestion,
  ScorecardQuestion,
  WinBackQuestion,
} from './analysis-questions.contract.ts'

const tag = 'Measurement'
const at = workspacePath

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
  scorecard: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/scorecard'),
      admits: 'figures:read',
      tag,
      summary: 'Read the promises and measures of a unit or a team, beside its own past and its peers',
      description:
        'Every figure with its gap to what is promised, the state of its standards, its twelve months, and what it is compared with: the period before, the year before, and up to twelve units asked for or beside it; each column of comparisons tested together. Ask again while it is running.',
    })
      .input(ScorecardQuestion)
      .output(analysed(Scorecard)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/scorecard/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry a scorecard away as a table, or as code that orders its gaps',
    })
      .input(ScorecardQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  composition: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/composition'),
      admits: 'figures:read',
      tag,
      summary: 'Read what a figure is made of and what made it change',
      description:
        'Share and level of each group, which add up to the figure; what its level and its share did since the period before, which add up to the change (Kitagawa 1955), with intervals, tested together. Ask again while it is running.',
    })
      .input(CompositionQuestion)
      .output(analysed(Composition)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/composition/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry a composition away as a table, or as code that adds it up again',
    })
      .input(CompositionQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  acquisition: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/acquisition'),
      admits: 'figures:read',
      tag,
      summary: 'Read what recommendation brings, and what it costs to acquire and to keep people',
      description:
        'People brought by those of a weak and a strong experience and what they are worth; cost and worth of people by how they came. Ask again while it is running.',
    })
      .input(AcquisitionQuestion)
      .output(analysed(Acquisition)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/acquisition/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry acquisition and retention away as a table, or as code over it',
    })
      .input(AcquisitionQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  scaleQuality: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/scale-quality'),
      admits: 'figures:read',
      tag,
      summary: 'Read how well the questions of a score measure it',
      description:
        'Whether they go together (alpha, omega, factor model), whether groups answer them alike, and what the score was in each quarter on the questions in use now. Ask again while it is running.',
    })
      .input(ScaleQualityQuestion)
      .output(analysed(ScaleQuality)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/scale-quality/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry the quality of a scale away as a table, or as code that works parts of it out again',
    })
      .input(ScaleQualityQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
  intentions: {
    read: procedure({
      method: 'GET',
      path: at('/analyses/intentions'),
      admits: 'figures:read',
      tag,
      summary: 'Read how well what people said they would do came true',
      description:
        'Overstatement, how well statements tell people apart (AUC), calibration, what each score was followed by and means, and a check on time held out; of customers and prospects. Ask again while it is running.',
    })
      .input(IntentionsQuestion)
      .output(analysed(Intentions)),
    export: procedure({
      method: 'GET',
      path: at('/analyses/intentions/export'),
      admits: 'figures:read',
      tag,
      summary: 'Carry intentions away as a table, or as code that works their overstatement out again',
    })
      .input(IntentionsQuestion.extend({ form: ExportForm.default('csv') }))
      .output(Exported),
  },
}
