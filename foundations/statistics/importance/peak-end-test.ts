import type { WhyNot } from '../estimate.ts'
import { interceptOf } from '../regression/design-matrix.ts'
import { fitQuality } from '../regression/fit-quality.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { peakEnd } from './peak-end.ts'

/** One journey as it was felt, and what was said of the whole. */
export interface JudgedJourney {
  readonly affect: readonly number[]
  readonly overall: number
}

/** What overall judgements follow: the mean of the journey, or its peak and its end. */
export interface PeakEndTest {
  readonly n: number
  readonly r2OfMean: number | null
  readonly r2OfPeakAndEnd: number | null
  /** 'undecided' when Akaike's criteria differ by less than 2. */
  readonly better: 'mean' | 'peak-and-end' | 'undecided'
}

const FEWEST_JOURNEYS = 30
const DECIDED_FROM = 2

/**
 * Whether people judge journeys by peak and end, or by the mean: both are regressed on the overall judgement and compared by Akaike's criterion.
 *
 * For: deciding what to design for; the rule is not assumed. 'too-few' below 30 journeys, 'constant' or 'collinear' when there is nothing to tell apart. Source: Kahneman et al. (1993), Psychological Science 4:401; review of Alaybek et al. (2022).
 */
export function peakEndTest(journeys: readonly JudgedJourney[]): PeakEndTest | WhyNot {
  const summed = journeys.flatMap(({ affect, overall }) => {
    const summary = peakEnd(affect)
    return typeof summary === 'string' ? [] : [{ ...summary, overall }]
  })
  const n = summed.length
  if (n < FEWEST_JOURNEYS) return 'too-few'
  const y = summed.map(({ overall }) => overall)
  const column = (name: 'mean' | 'peak' | 'end') => ({ name, values: summed.map((one) => one[name]) })
  const ofMean = leastSquares(y, [interceptOf(n), column('mean')])
  if (typeof ofMean === 'string') return ofMean
  const ofBoth = leastSquares(y, [interceptOf(n), column('peak'), column('end')])
  if (typeof ofBoth === 'string') return ofBoth
  const [mean, both] = [fitQuality(ofMean, y), fitQuality(ofBoth, y)]
  if (mean.aic === null || both.aic === null) return 'collinear'
  const ahead = mean.aic - both.aic
  const isDecided = Math.abs(ahead) >= DECIDED_FROM
  const better = isDecided ? (ahead > 0 ? 'peak-and-end' : 'mean') : 'undecided'
  return { n, r2OfMean: mean.r2, r2OfPeakAndEnd: both.r2, better }
}
