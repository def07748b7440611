import type { Measure, MeasureMethod, MeasureUnit } from '../contract.ts'
import { balance } from './balance.measure.ts'
import { box } from './box.measure.ts'
import { ces } from './ces.measure.ts'
import { composite } from './composite.measure.ts'
import { count } from './count.measure.ts'
import { csat } from './csat.measure.ts'
import { formula } from './formula.measure.ts'
import { mean } from './mean.measure.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'
import { nps } from './nps.measure.ts'
import { promiseGap } from './promise-gap.measure.ts'
import { rate } from './rate.measure.ts'
import { ratio } from './ratio.measure.ts'

/** Every way to compute a figure, by name. */
export const measureMethods: Readonly<Record<MeasureMethod, MeasureMethodDefinition>> = {
  nps,
  csat,
  ces,
  mean,
  box,
  ratio,
  count,
  composite,
  balance,
  rate,
  'promise-gap': promiseGap,
  formula,
}

/** The unit in which a measure is told: that of its method, or of the measure whose promises it compares. */
export function unitOf(measure: Measure, all: readonly Measure[]): MeasureUnit {
  const compared = measure.method === 'promise-gap' ? all.find(({ key }) => key === measure.of) : undefined
  const { method, valueUnit } = compared ?? measure
  const isValued = (method === 'mean' || method === 'formula') && valueUnit !== undefined
  if (isValued) return valueUnit === 'share' || valueUnit === 'points' ? valueUnit : 'money'
  return measureMethods[method].description.unit
}
