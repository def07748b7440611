import { z } from 'zod'
import { type ExperienceOutline, Unit } from '../contract.ts'

/** The section `units`: the places where experience happens, each below its parent. */
export const unitOutline: ExperienceOutline<Unit[]> = {
  name: 'units',
  schema: z.array(Unit),
  defines: [{ kind: 'unit', at: '*.key', none: { en: 'no unit', fr: 'aucune unité' } }],
  names: [{ kind: 'unit', at: '*.parent', parent: true }],
}
