import { benjaminiHochberg, bonferroni, holm } from '../../comparison/adjusted-p-values.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, numberIn, numbersIn } from './numbers-in.ts'

/** Adjusted p values. */
export const fdr: Adapter = (input) => {
  if (!has(input, 'p')) return undefined
  const p = numbersIn(input, 'p')
  const q = numberIn(input, 'q', 0.05)
  const { adjusted, rejectedCount } = benjaminiHochberg(p, q)
  const atMostQ = (values: readonly number[]) => values.filter((value) => value <= q).length
  return {
    adjusted,
    bh: adjusted,
    rejected: rejectedCount,
    bonferroni: bonferroni(p),
    bh_rejected: rejectedCount,
    bonferroni_rejected: atMostQ(bonferroni(p)),
    holm: holm(p),
    holm_rejected: atMostQ(holm(p)),
  }
}
