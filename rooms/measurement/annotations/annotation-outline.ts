import { z } from 'zod'
import { toldFault } from '../../../foundations/yaml/told-fault.ts'
import type { ExperienceOutline } from '../../strategy/contract.ts'
import { Annotation, annotationProblems } from './annotation.contract.ts'

/** The section `annotations`: what happened that figures may show. */
export const annotationOutline: ExperienceOutline<Annotation[]> = {
  name: 'annotations',
  schema: z.array(
    Annotation.superRefine(({ from, to }, context) => {
      if (to === undefined || to >= from) return
      const told = toldFault(annotationProblems.MEASUREMENT_ANNOTATION_BACKWARDS, { from, to })
      context.addIssue({ code: 'custom', path: ['to'], message: told.en.message, params: { ...told } })
    }),
  ),
  defines: [{ kind: 'annotation', at: '*.key', none: { en: 'no annotation', fr: 'aucune annotation' } }],
  names: [
    { kind: 'touchpoint', at: '*.touchpoints.*' },
    { kind: 'unit', at: '*.units.*' },
  ],
}
