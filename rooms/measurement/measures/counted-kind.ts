import type { Measure } from '../contract.ts'

export type CountedFacts = NonNullable<Measure['facts']>

/** The facts a measure reads, as one word: `nps` for answers, `interactions:order-delivered` for what happened. */
export function countedKind({ facts = 'answers', kind }: Pick<Measure, 'facts' | 'kind'>): string {
  return facts === 'answers' ? kind : `${facts}:${kind}`
}

/** What such a word stands for. */
export function kindCounted(counted: string): { readonly facts: CountedFacts; readonly kind: string } {
  const colon = counted.indexOf(':')
  if (colon < 0) return { facts: 'answers', kind: counted }
  return { facts: counted.slice(0, colon) as CountedFacts, kind: counted.slice(colon + 1) }
}
