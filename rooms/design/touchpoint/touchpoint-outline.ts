import { z } from 'zod'
import type { ExperienceOutline } from '../../strategy/contract.ts'
import { Touchpoint } from '../contract.ts'

/** The section `touchpoints`: where people meet the organisation, and what is promised there. */
export const touchpointOutline: ExperienceOutline<Touchpoint[]> = {
  name: 'touchpoints',
  schema: z.array(Touchpoint),
  defines: [{ kind: 'touchpoint', at: '*.key', none: { en: 'no touchpoint', fr: 'aucun point de contact' } }],
  names: [
    { kind: 'pillar', at: '*.pillar' },
    { kind: 'team', at: '*.owner' },
    { kind: 'measure', at: '*.promise.measure', amount: '*.promise.target' },
  ],
}
