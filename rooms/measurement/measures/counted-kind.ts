import type { Population } from '../../understanding/contract.ts'
import type { Measure } from '../contract.ts'

export type CountedFacts = NonNullable<Measure['facts']> | 'composites'

/** Facts that measures read, told apart by whose they are, where that does not depend on the question. */
export interface KindCounted {
  readonly population?: Population | undefined
  readonly facts: CountedFacts
  readonly kind: string
}

/** A score made of several kinds of answers, as the facts are asked for it. */
export interface CompositeAsked {
  readonly key: string
  readonly parts: readonly { readonly kind: string; readonly weight: number }[]
}

type CountedMeasure = Pick<Measure, 'key' | 'method' | 'facts' | 'kind' | 'population'>

/** The facts a measure reads, as one word: `nps`, `interactions:order-delivered`, `employees/composites:engagement`. */
export function countedKind({ key, method, facts = 'answers', kind, population }: CountedMeasure): string {
  return method === 'composite'
    ? countedAs({ population, facts: 'composites', kind: key })
    : countedAs({ population, facts, kind })
}

/** Facts of a kind as one word. */
export function countedAs({ population, facts, kind }: KindCounted): string {
  return `${population ? `${population}/` : ''}${facts === 'answers' ? '' : `${facts}:`}${kind}`
}

/** What such a word stands for. */
export function kindCounted(counted: string): KindCounted {
  const [, population, facts, kind] = /^(?:(\w+)\/)?(?:(\w+):)?(.*)$/.exec(counted)!
  return {
    ...(population && { population: population as Population }),
    facts: (facts ?? 'answers') as CountedFacts,
    kind: kind!,
  }
}

/** What the composite measures among these are made of. */
export function compositesOf(measures: readonly Measure[]): CompositeAsked[] {
  return measures
    .filter(({ method }) => method === 'composite')
    .map(({ key, kind, parts = [{ kind }] }) => ({
      key,
      parts: parts.map((part) => ({ kind: part.kind, weight: part.weight ?? 1 })),
    }))
}
