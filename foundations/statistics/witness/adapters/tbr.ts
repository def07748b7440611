import { tokenReplay } from '../../sequences/token-replay.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { netIn } from './net.ts'
import { has, objectIn, textIn } from './numbers-in.ts'

/** Token replay of a log of one-letter activities on several nets. */
export const tbr: Adapter = (input) => {
  if (!has(input, 'log', 'nets')) return undefined
  const variants = Object.entries(objectIn(input, 'log')).map(([trace, count]) => {
    return { activities: [...trace], journeys: Number(count) }
  })
  const [start, end] = ['initial', 'final'].map((key) => textIn(input, key).split(':')[0] || undefined)
  const nets = objectIn(input, 'nets')
  return Object.fromEntries(
    Object.keys(nets).map((name) => {
      const { fittingJourneys, ...fit } = succeed(
        tokenReplay(netIn(objectIn(nets, name), { start, end }), variants),
      )
      return [name, { ...fit, fitting_traces: fittingJourneys }]
    }),
  )
}
