import { z } from 'zod'
import { type ExperienceOutline, Team } from '../contract.ts'

/** The section `teams`: who owns things. */
export const teamOutline: ExperienceOutline<Team[]> = {
  name: 'teams',
  schema: z.array(Team),
  defines: [{ kind: 'team', at: '*.key', none: { en: 'no team', fr: 'aucune équipe' } }],
  names: [],
}
