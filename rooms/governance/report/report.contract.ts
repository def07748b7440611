import { z } from 'zod'
import { InWorkspace, procedure, workspacePath } from '../../../foundations/http/procedure.contract.ts'
import { FigureFilter } from '../../measurement/contract.ts'

export const reportForms = ['html', 'pdf'] as const

export const reportContract = {
  report: {
    read: procedure({
      method: 'GET',
      path: workspacePath('/report'),
      admits: 'figures:read',
      tag: 'Governance',
      summary: 'Read the report of a period, ready to print',
      description:
        'One page that needs nothing beside it: what is lived, promise by promise, standard by standard, with intervals, n and methods. In the language of the request, or in the one that is asked for.',
    })
      .input(
        InWorkspace.extend(FigureFilter.omit({ touchpoint: true }).shape).extend({
          form: z.enum(reportForms).default('html'),
          language: z.enum(['en', 'fr']).optional(),
        }),
      )
      .output(z.instanceof(Blob)),
  },
}
