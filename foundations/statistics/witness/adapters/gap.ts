import { pairedGap } from '../../gap/paired-gap.ts'
import { responseSurface, type SurfaceFeature } from '../../gap/response-surface.ts'
import type { Adapter, AdapterContext, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { completeIn, has, numberIn } from './numbers-in.ts'

const shown = ({ value, standardError, t }: SurfaceFeature) => ({ est: value, se: standardError, t })

function surface(input: CaseInput, { table }: AdapterContext) {
  const data = table(input.data).complete(['y', 'promise', 'lived'])
  const result = succeed(responseSurface(data.numbers('y'), data.numbers('promise'), data.numbers('lived')))
  return {
    b: result.coefficients,
    R2: result.r2,
    a1: shown(result.agreementSlope),
    a2: shown(result.agreementCurvature),
    a3: shown(result.disagreementSlope),
    a4: shown(result.disagreementCurvature),
  }
}

/** Promise against lived: paired gap, or response surface. */
export const gap: Adapter = (input, context) => {
  if (has(input, 'data')) return surface(input, context)
  if (!has(input, 'promise', 'lived')) return undefined
  const [promise = [], lived = []] = completeIn(input, 'promise', 'lived')
  const result = pairedGap(promise, lived, { level: numberIn(input, 'conf', 0.95) })
  return {
    gap: result.value,
    t: result.t,
    p: result.p,
    ci: [result.low, result.high],
    dz: result.effectSize,
    broken_share: result.brokenShare,
    wilcoxon_p: result.wilcoxonP,
  }
}
