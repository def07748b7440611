import { z } from 'zod'
import type { ExperienceOutline } from '../../strategy/contract.ts'
import { Journey } from '../contract.ts'

/** The section `journeys`: what people go through, stage by stage. */
export const journeyOutline: ExperienceOutline<Journey[]> = {
  name: 'journeys',
  schema: z.array(Journey),
  defines: [{ kind: 'journey', at: '*.key', none: { en: 'no journey', fr: 'aucun parcours' } }],
  names: [
    { kind: 'touchpoint', at: '*.stages.*.touchpoints.*' },
    { kind: 'touchpoint', at: '*.stages.*.moments.*' },
    { kind: 'team', at: '*.owner' },
  ],
}
