import { LuDecomposition, Matrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'

/** Journeys with the same channels, by outcome. */
export interface ChannelPath {
  readonly channels: readonly string[]
  readonly converted: number
  readonly lost: number
}

/** What each channel contributes to conversions. */
export interface ChannelContribution {
  readonly conversionRate: number
  /** Share of conversions lost when the channel leads nowhere. */
  readonly removalEffects: ReadonlyMap<string, number>
  /** Conversions shared out in proportion to the removal effects. */
  readonly attributed: ReadonlyMap<string, number>
}

interface Chain {
  readonly channels: readonly string[]
  /** From the start (row 0) and each channel to each channel. */
  readonly between: Matrix
  readonly toConversion: readonly number[]
}

function chainOf(paths: readonly ChannelPath[]): Chain {
  const channels = [...new Set(paths.flatMap((path) => path.channels))].sort()
  const size = channels.length + 1
  const counts = Matrix.zeros(size, size)
  const conversions = new Array<number>(size).fill(0)
  const totals = new Array<number>(size).fill(0)
  for (const { channels: path, converted, lost } of paths) {
    const steps = [0, ...path.map((channel) => channels.indexOf(channel) + 1)]
    const journeys = converted + lost
    steps.forEach((from, i) => {
      totals[from]! += journeys
      const to = steps[i + 1]
      if (to === undefined) conversions[from]! += converted
      else counts.set(from, to, counts.get(from, to) + journeys)
    })
  }
  for (let row = 0; row < size; row++)
    counts.setRow(
      row,
      counts.getRow(row).map((count) => (totals[row]! > 0 ? count / totals[row]! : 0)),
    )
  return {
    channels,
    between: counts,
    toConversion: conversions.map((count, row) => (totals[row]! > 0 ? count / totals[row]! : 0)),
  }
}

/** Probability to convert from the start, with one row (0: none) leading nowhere. */
function conversionWithout({ between, toConversion }: Chain, removed: number): number {
  const size = toConversion.length
  const system = Matrix.eye(size)
  const right = Matrix.zeros(size, 1)
  for (let row = 0; row < size; row++) {
    if (row === removed && removed > 0) continue
    right.set(row, 0, toConversion[row]!)
    for (let column = 0; column < size; column++)
      system.set(row, column, system.get(row, column) - between.get(row, column))
  }
  return new LuDecomposition(system).solve(right).get(0, 0)
}

/**
 * Channel contribution by a first-order Markov chain: how many conversions would be lost if a channel led nowhere.
 *
 * Solved exactly as an absorbing chain, loops kept. Descriptive, not incremental: it says where conversions pass, not what they would do without. 'no-answers' without journeys, 'zero-denominator'
 * without conversions. Source: Anderl, Becker, von Wangenheim & Schumann (2016), Int. J. Research in Marketing 33:457.
 */
export function channelContribution(paths: readonly ChannelPath[]): ChannelContribution | WhyNot {
  const used = paths.filter(({ channels, converted, lost }) => channels.length > 0 && converted + lost > 0)
  if (used.length === 0) return 'no-answers'
  const conversions = used.reduce((sum, { converted }) => sum + converted, 0)
  if (conversions === 0) return 'zero-denominator'
  const chain = chainOf(used)
  const conversionRate = conversionWithout(chain, 0)
  const effects = chain.channels.map((_, i) => 1 - conversionWithout(chain, i + 1) / conversionRate)
  const total = effects.reduce((sum, effect) => sum + effect, 0)
  return {
    conversionRate,
    removalEffects: new Map(chain.channels.map((channel, i) => [channel, effects[i]!])),
    attributed: new Map(chain.channels.map((channel, i) => [channel, (conversions * effects[i]!) / total])),
  }
}
