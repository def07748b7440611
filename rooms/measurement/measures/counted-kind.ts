import type { Measure } from '../contract.ts'

export type CountedFacts = NonNullable<Measure['facts']> | 'composites'

/** A score made of several kinds of answers, as the facts are asked for it. */
export interface CompositeAsked {
  readonly key: string
  readonly parts: readonly { readonly kind: string; readonly weight: number }[]
}

/** The facts a measure reads, as one word: `nps` for answers, `interactions:order-delivered` for what happened. */
export function countedKind({ key, method, facts = 'answers', kind }: CountedMeasure): string {
  if (method === 'composite') return `composites:${key}`
  return countedAs(facts, kind)
}

/** Facts of a kind as one word. */
export function countedAs(facts: CountedFacts, kind: string): string {
  return facts === 'answers' ? kind : `${facts}:${kind}`
}

type CountedMeasure = Pick<Measure, 'key' | 'method' | 'facts' | 'kind'>

/** What the composite measures among these are made of. */
export function compositesOf(measures: readonly Measure[]): CompositeAsked[] {
  return measures
    .filter(({ method }) => method === 'composite')
    .map(({ key, kind, parts = [{ kind }] }) => ({
      key,
      parts: parts.map((part) => ({ kind: part.kind, weight: part.weight ?? 1 })),
    }))
}

/** What such a word stands for. */
export function kindCounted(counted: string): { readonly facts: CountedFacts; readonly kind: string } {
  const colon = counted.indexOf(':')
  if (colon < 0) return { facts: 'answers', kind: counted }
  return { facts: counted.slice(0, colon) as CountedFacts, kind: counted.slice(colon + 1) }
}
