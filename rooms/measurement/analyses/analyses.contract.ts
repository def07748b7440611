import { z } from 'zod'
import {
  Done,
  InWorkspace,
  Key,
  procedure,
  workspacePath,
} from '../../../foundations/http/procedure.contract.ts'
import { Changes, ChangesBy } from '../change/changes.contract.ts'
import { FigureFilter } from '../contract.ts'
import { Drivers, DriversBy } from '../drivers/drivers.contract.ts'
import { Linkage, LinkageGrain } from '../linkage/linkage.contract.ts'
import { Moments } from '../moments/moments.contract.ts'
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
}
