import { z } from 'zod'
import type { ExperienceOutline } from '../../strategy/contract.ts'
import { Measure } from '../contract.ts'
import { tellMeasureFault } from './measure-fault.ts'

/** A formula is worked out from measures that are read, not from another formula. */
const isPlain = (item: unknown) => (item as Measure).method !== 'formula'

/** The section `measures`: the figures of the workspace, each by a method over one kind of answers. */
export const measureOutline: ExperienceOutline<Measure[]> = {
  name: 'measures',
  schema: z.array(Measure.superRefine(tellMeasureFault)),
  defines: [{ kind: 'measure', at: '*.key', none: { en: 'no measure', fr: 'aucune mesure' } }],
  names: [
    { kind: 'measure', at: '*.of' },
    { kind: 'measure', at: '*.formula.of.*.measure', accepts: isPlain },
  ],
  amountRange: (item) => amountRange(item as Measure),
}

/** Ends between which a promise or a threshold of a measure must lie; null where there are none. */
function amountRange({ method, scale }: Measure): { low: number; high: number } | null {
  if (method === 'nps' || method === 'balance') return { low: -100, high: 100 }
  if (method === 'mean' || method === 'formula') return scale
  if (method === 'composite') return { low: 0, high: 100 }
  if (method === 'count' || method === 'promise-gap') return null
  return { low: 0, high: 1 }
}
