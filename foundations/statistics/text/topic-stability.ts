import type { WhyNot } from '../estimate.ts'
import { bestAssignment } from '../optimisation/best-assignment.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { type RandomSource, randomSource } from '../resampling/random-source.ts'
import { randomTopicStart, type TopicFactors, topicFactors } from './topic-factors.ts'

/** Words of a topic, the weightiest first, by their column. */
export type RankedWords = readonly number[]

/** How alike the topics come out when some of the texts are left out. */
export interface TopicStability {
  readonly topics: number
  /** Mean agreement of the samples with all texts, 0–1. */
  readonly stability: number
  /** Samples that could be compared. */
  readonly samples: number
}

/** Numbers of topics compared. */
export interface StableTopics {
  /** The number of topics that comes out most alike; the smaller of equals. */
  readonly topics: number
  readonly candidates: readonly TopicStability[]
}

/** What is compared, and how. */
export interface StabilitySearch extends IterationLimit {
  /** Numbers of topics that are tried, both ends included. */
  readonly from: number
  readonly to: number
  readonly seed: number
  /** Samples of the texts for each number; 20 when absent. */
  readonly samples?: number
  /** Share of the texts in a sample; 0.8 when absent. */
  readonly share?: number
  /** Words of a topic that are compared; 20 when absent. */
  readonly words?: number
  /** Hears the share of the factorisations that is done, 0–1. */
  readonly onProgress?: (share: number) => void
}

const SAMPLES = 20
const SHARE = 0.8
const WORDS = 20
const STARTS = 3
const SMALLEST_FALL = 1e-4

/**
 * Average Jaccard similarity of two rankings: the mean over depths 1, 2, … of the words that both have down to there, over the words that either has.
 *
 * Source: Greene, O'Callaghan & Cunningham (2014), equation 2.
 */
export function averageJaccard(first: RankedWords, second: RankedWords): number {
  const depth = Math.min(first.length, second.length)
  if (depth === 0) throw new RangeError('a ranking of no words cannot be compared')
  const [seen, others] = [new Set<number>(), new Set<number>()]
  let [both, sum] = [0, 0]
  for (let d = 0; d < depth; d++) {
    const [a, b] = [first[d]!, second[d]!]
    if (!seen.has(a) && others.has(a)) both += 1
    seen.add(a)
    if (!others.has(b) && seen.has(b)) both += 1
    others.add(b)
    sum += both / (seen.size + others.size - both)
  }
  return sum / depth
}

/** Agreement of two sets of as many topics, 0–1: the mean average Jaccard similarity of the pairs that fit best together. */
export function topicAgreement(first: readonly RankedWords[], second: readonly RankedWords[]): number {
  const alike = first.map((one) => second.map((other) => averageJaccard(one, other)))
  const partners = bestAssignment(alike)
  return partners.reduce((sum, partner, i) => sum + alike[i]![partner]!, 0) / first.length
}

/** The weightiest words of each topic; words without weight say nothing and come last. */
export function rankedWords({ topics }: Pick<TopicFactors, 'topics'>, count: number): RankedWords[] {
  return topics.map((weights) =>
    Array.from(weights.keys())
      .sort((a, b) => weights[b]! - weights[a]! || a - b)
      .slice(0, count),
  )
}

type Weights = readonly (readonly number[])[]

/** The best of several starts; null when none settles. */
function bestFactors(
  weights: Weights,
  topics: number,
  { random, ...limit }: IterationLimit & { readonly random: RandomSource },
): TopicFactors | null {
  let best: TopicFactors | null = null
  for (let start = 0; start < STARTS; start++) {
    const begun = randomTopicStart(weights, topics, random.index(2 ** 31))
    const found = topicFactors(weights, begun, { smallestFall: SMALLEST_FALL, ...limit })
    if (typeof found !== 'string' && (best === null || found.error < best.error)) best = found
  }
  return best
}

function sampleOf(weights: Weights, size: number, random: RandomSource): Weights {
  const left = [...weights]
  for (let i = 0; i < size; i++) {
    const other = i + random.index(left.length - i)
    ;[left[i], left[other]] = [left[other]!, left[i]!]
  }
  return left.slice(0, size)
}

/**
 * The number of topics by stability: that number whose topics come out most alike when a fifth of the texts is left out.
 *
 * For: how many topics do the verbatims hold? In words: for each number, factorise all texts, then samples of them, and compare the weightiest words of the topics, each paired with the one it fits best. The choice is that of
 * the data and the range tried: look at all candidates. 'too-few' below ten texts, as many topics as texts in a sample, or fewer than two topics; 'not-converged' when nothing settles; else as `topicFactors`. Source: Greene, O'Callaghan & Cunningham (2014), ECML PKDD, LNCS 8724:498.
 */
export function stableTopics(
  weights: Weights,
  {
    from,
    to,
    seed,
    samples = SAMPLES,
    share = SHARE,
    words = WORDS,
    mostIterations,
    onProgress,
  }: StabilitySearch,
): StableTopics | WhyNot {
  if (!(Number.isInteger(from) && Number.isInteger(to) && from <= to && share > 0 && share <= 1))
    throw new RangeError(`no numbers of topics from ${from} to ${to} with a share of ${share}`)
  const size = Math.round(share * weights.length)
  if (from < 2 || weights.length < 10 || to >= size) return 'too-few'
  const trial = topicFactors(weights, randomTopicStart(weights, 1, seed), 1)
  if (typeof trial === 'string') return trial
  const random = randomSource(seed)
  const search = { random, mostIterations }
  const candidates: TopicStability[] = []
  const all = (to - from + 1) * (samples + 1)
  const done = (topics: number, sample: number) =>
    onProgress?.(((topics - from) * (samples + 1) + sample + 1) / all)
  for (let topics = from; topics <= to; topics++) {
    const reference = bestFactors(weights, topics, search)
    done(topics, 0)
    const agreements: number[] = []
    for (let sample = 1; sample <= samples; sample++) {
      const found = reference && bestFactors(sampleOf(weights, size, random), topics, search)
      if (reference && found)
        agreements.push(topicAgreement(rankedWords(reference, words), rankedWords(found, words)))
      done(topics, sample)
    }
    if (agreements.length > 0)
      candidates.push({
        topics,
        stability: agreements.reduce((sum, value) => sum + value, 0) / agreements.length,
        samples: agreements.length,
      })
  }
  if (candidates.length === 0) return 'not-converged'
  const best = candidates.reduce((most, one) => (one.stability > most.stability ? one : most))
  return { topics: best.topics, candidates }
}
