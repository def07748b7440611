import { z } from 'zod'
import type { ExperienceOutline } from '../../strategy/contract.ts'
import { Annotation } from './annotation.contract.ts'

/** The section `annotations`: what happened that figures may show. */
export const annotationOutline: ExperienceOutline<Annotation[]> = {
  name: 'annotations',
  schema: z.array(
    Annotation.superRefine(({ from, to }, context) => {
      if (to === undefined || to >= from) return
      const told = {
        en: { message: `it ends on ${to}, before it begins`, hint: 'Put the two days in their order.' },
        fr: {
          message: `cela finit le ${to}, avant de commencer`,
          hint: 'Mettez les deux jours dans l’ordre.',
        },
      }
      context.addIssue({ code: 'custom', path: ['to'], message: told.en.message, params: told })
    }),
  ),
  defines: [{ kind: 'annotation', at: '*.key', none: { en: 'no annotation', fr: 'aucune annotation' } }],
  names: [
    { kind: 'touchpoint', at: '*.touchpoints.*' },
    { kind: 'unit', at: '*.units.*' },
  ],
}
