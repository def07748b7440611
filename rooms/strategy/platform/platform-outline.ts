import { type ExperienceOutline, Platform } from '../contract.ts'

/** The section `platform`: the framework itself, whose pillars touchpoints serve. */
export const platformOutline: ExperienceOutline<Platform> = {
  name: 'platform',
  schema: Platform,
  defines: [
    { kind: 'pillar', at: 'pillars.*.key', none: { en: 'no pillar', fr: 'aucun pilier' } },
    {
      kind: 'attribute',
      at: 'pillars.*.attributes.*.key',
      none: { en: 'no attribute', fr: 'aucun attribut' },
    },
  ],
  names: [],
}
