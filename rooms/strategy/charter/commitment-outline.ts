import { z } from 'zod'
import { Commitment, type ExperienceOutline } from '../contract.ts'

/** The section `charter`: what is committed to customers and to employees, and what proves it. */
export const commitmentOutline: ExperienceOutline<Commitment[]> = {
  name: 'charter',
  schema: z.array(Commitment),
  defines: [{ kind: 'commitment', at: '*.key', none: { en: 'no commitment', fr: 'aucun engagement' } }],
  names: [
    { kind: 'pillar', at: '*.pillar' },
    { kind: 'measure', at: '*.proof.measure', amount: '*.proof.target' },
    { kind: 'touchpoint', at: '*.touchpoints.*' },
    { kind: 'team', at: '*.owner' },
  ],
}
