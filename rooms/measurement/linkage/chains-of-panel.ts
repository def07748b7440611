import { mediation } from '../../../foundations/statistics/association/mediation.ts'
import type { Estimate } from '../../../foundations/statistics/estimate.ts'
import { panelChain } from '../../../foundations/statistics/panel/panel-chain.ts'
import { unitMeans } from './between-links.ts'
import { type LinkagePanel, type LinkFound, matrixOf } from './link-parts.ts'

export interface ChainFound {
  readonly x: number
  readonly mediator: number
  readonly y: number
  readonly lags: readonly [number, number]
  readonly a: Estimate
  readonly b: Estimate
  readonly indirect: Estimate
  readonly direct: Estimate
}

interface Arrows {
  readonly first: LinkFound
  readonly second: LinkFound
}

/** Chains looked at, those with the surest arrows, and told at most. */
const mostTried = 8
const mostTold = 6

/** Chains of which both arrows are shown and whose limits leave 0 out, the surest first. */
export function chainsOf(
  panel: LinkagePanel,
  shown: readonly LinkFound[],
  onProgress: (share: number) => void,
): ChainFound[] {
  const tried = arrowsOf(panel, shown).slice(0, mostTried)
  const found = tried.flatMap((arrows, at) => {
    onProgress(at / tried.length)
    return chainOf(panel, arrows) ?? []
  })
  return found
    .filter(({ indirect: { low, high } }) => low !== null && high !== null && low * high > 0)
    .sort((one, other) => sureness(other.indirect) - sureness(one.indirect))
    .slice(0, mostTold)
}

/** What employees live first, what customers live between, results last; as sure as the less sure of its arrows. */
function arrowsOf({ indicators }: LinkagePanel, shown: readonly LinkFound[]): Arrows[] {
  const firsts = shown.filter(
    ({ x, y }) => indicators[x]!.side === 'employees' && indicators[y]!.side === 'customers',
  )
  const seconds = shown.filter(
    ({ x, y }) => indicators[x]!.side === 'customers' && indicators[y]!.side === 'results',
  )
  const weakest = ({ first, second }: Arrows) => Math.max(first.p, second.p)
  return firsts
    .flatMap((first) => seconds.filter(({ x }) => x === first.y).map((second) => ({ first, second })))
    .sort((one, other) => weakest(one) - weakest(other))
}

const sureness = ({ value, low, high }: Estimate) => Math.abs(value!) / (high! - low!)

/** Of many units, limits settle with fewer resamples. */
const drawsOf = ({ draws, units }: LinkagePanel) => (units >= 200 ? Math.min(draws, 400) : draws)

function chainOf(panel: LinkagePanel, { first, second }: Arrows): ChainFound | null {
  const places = { x: first.x, mediator: first.y, y: second.y }
  const options = { draws: drawsOf(panel), seed: panel.seed }
  const lags = [first.lag, second.lag] as const
  if (panel.periods < 2 || first.slope.method === 'between-units') return chainBetween(panel, places)
  const chain = panelChain(
    {
      x: matrixOf(panel, places.x),
      mediator: matrixOf(panel, places.mediator),
      y: matrixOf(panel, places.y),
      lags,
    },
    options,
  )
  if (typeof chain === 'string') return null
  const { a, b, indirect, direct } = chain
  return { ...places, lags, a, b, indirect, direct }
}

/** The chain of the means of units: mediation with limits over units drawn again. */
function chainBetween(
  panel: LinkagePanel,
  { x, mediator, y }: Pick<ChainFound, 'x' | 'mediator' | 'y'>,
): ChainFound | null {
  const data = meansOfThree(panel, [x, mediator, y])
  const found = mediation(data, { draws: panel.draws, seed: panel.seed })
  if (typeof found === 'string') return null
  const { a, b, indirect, direct, limits, n } = found
  const alone = (value: number): Estimate => ({
    ...{ value, n, low: null, high: null, level: 0.95, method: 'panel-chain' as const },
  })
  const whole: Estimate = { ...alone(indirect), low: limits?.low ?? null, high: limits?.high ?? null }
  return { x, mediator, y, lags: [0, 0], a: alone(a), b: alone(b), indirect: whole, direct: alone(direct) }
}

function meansOfThree(panel: LinkagePanel, [x, mediator, y]: readonly [number, number, number]) {
  const bare = { ...panel, controls: [mediator] }
  const means = unitMeans(bare, { x, y })
  return { x: means.x, mediator: means.controls[0]!, y: means.y }
}
