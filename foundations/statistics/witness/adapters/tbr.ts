import { tokenReplay } from '../../sequences/token-replay.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { netIn, stepsIn } from './net.ts'
import { has, objectIn, textIn } from './numbers-in.ts'

/** Token replay of a log on several nets, or on one. */
export const tbr: Adapter = (input) => {
  if (!has(input, 'log') || !(has(input, 'nets') || has(input, 'net'))) return undefined
  const variants = Object.entries(objectIn(input, 'log')).map(([trace, count]) => {
    return { activities: stepsIn(trace), journeys: Number(count) }
  })
  const [start, end] = ['initial', 'final'].map((key) => textIn(input, key).split(':')[0] || undefined)
  const replayed = (net: Parameters<typeof netIn>[0]) => {
    const { fittingJourneys, ...fit } = succeed(tokenReplay(netIn(net, { start, end }), variants))
    return { ...fit, fitting_traces: fittingJourneys }
  }
  if (has(input, 'net')) return replayed(objectIn(input, 'net'))
  const nets = objectIn(input, 'nets')
  return Object.fromEntries(Object.keys(nets).map((name) => [name, replayed(objectIn(nets, name))]))
}
