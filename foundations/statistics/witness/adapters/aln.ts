import { alignmentFitness } from '../../sequences/optimal-alignment.ts'
import type { Adapter, Json } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { netIn, stepsIn } from './net.ts'
import { has, objectIn } from './numbers-in.ts'

/** Optimal alignments of traces with a net. */
export const aln: Adapter = (input) => {
  if (!has(input, 'net') || !Array.isArray(input.traces)) return undefined
  const net = netIn(objectIn(input, 'net'))
  const traces: readonly Json[] = input.traces
  return Object.fromEntries(
    traces.map((trace) => [
      Array.isArray(trace) ? trace.join(',') : String(trace),
      succeed(alignmentFitness(net, stepsIn(trace))),
    ]),
  )
}
