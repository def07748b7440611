import { alignmentFitness } from '../../sequences/optimal-alignment.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { netIn } from './net.ts'
import { has, objectIn, wordsIn } from './numbers-in.ts'

/** Optimal alignments of traces of one-letter activities with a net. */
export const aln: Adapter = (input) => {
  if (!has(input, 'net', 'traces')) return undefined
  const net = netIn(objectIn(input, 'net'))
  return Object.fromEntries(
    wordsIn(input, 'traces').map((trace) => [trace, succeed(alignmentFitness(net, [...trace]))]),
  )
}
