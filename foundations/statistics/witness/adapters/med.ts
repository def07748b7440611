import { mediation } from '../../association/mediation.ts'
import { keysLike, withKeys } from '../mismatches.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, textIn } from './numbers-in.ts'

const DRAWS = 5000

/** Simple mediation with bootstrap limits. */
export const med: Adapter = (input, { table }) => {
  if (!has(input, 'data', 'x', 'm', 'y')) return undefined
  const data = table(input.data).complete(['x', 'm', 'y'].map((key) => textIn(input, key)))
  const column = (key: string) => data.numbers(textIn(input, key))
  const chain = { x: column('x'), mediator: column('m'), y: column('y') }
  const result = succeed(
    mediation(chain, { draws: numberIn(input, 'B', DRAWS), seed: 1, level: numberIn(input, 'conf', 0.95) }),
  )
  const limits = [result.limits?.low, result.limits?.high]
  const known = {
    a: result.a,
    b: result.b,
    c_total: result.total,
    c_direct: result.direct,
    indirect: result.indirect,
    sobel_se: result.sobelError,
  }
  return withKeys(
    known,
    keysLike(/^boot_ci/, () => limits),
  )
}
