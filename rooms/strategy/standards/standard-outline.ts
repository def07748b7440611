import { z } from 'zod'
import { type ExperienceOutline, Standard } from '../contract.ts'

/** The section `standards`: measurable norms at touchpoints. */
export const standardOutline: ExperienceOutline<Standard[]> = {
  name: 'standards',
  schema: z.array(Standard),
  defines: [{ kind: 'standard', at: '*.key', none: { en: 'no standard', fr: 'aucun standard' } }],
  names: [
    { kind: 'touchpoint', at: '*.touchpoint' },
    { kind: 'measure', at: '*.measure', amount: '*.threshold' },
    { kind: 'team', at: '*.owner' },
  ],
}
