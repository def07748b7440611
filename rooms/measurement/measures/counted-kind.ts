import type {
  Composite,
  CountedFacts,
  Followed,
} from '../../../foundations/warehouse/histogram-query.contract.ts'
import type { Population } from '../../understanding/contract.ts'
import type { Measure } from '../contract.ts'

/** Facts that measures read, told apart by whose they are, where that does not depend on the question. */
export interface KindCounted {
  readonly population?: Population | undefined
  readonly facts: CountedFacts
  readonly kind: string
}

type CountedMeasure = Pick<Measure, 'key' | 'method' | 'facts' | 'kind' | 'population' | 'followedBy'>

/** The facts a measure reads, as one word: `nps`, `interactions:order-delivered`, `employees/composites:engagement`. */
export function countedKind(measure: CountedMeasure): string {
  const { key, method, facts = 'answers', kind, population, followedBy } = measure
  if (method === 'composite') return countedAs({ population, facts: 'composites', kind: key })
  if (followedBy) return countedAs({ population, facts: 'followed', kind: key })
  return countedAs({ population, facts, kind })
}

/** The facts below the line of a measure, as one word; null where it has none. */
export function kindBelow({ per, population }: Measure): string | null {
  return per === undefined ? null : countedAs({ population, facts: per.facts ?? 'answers', kind: per.kind })
}

/** What the measures among these that look at what follows ask for. */
export function followedOf(measures: readonly Measure[]): Followed[] {
  return measures.flatMap(({ key, kind, followedBy }) =>
    followedBy ? [{ key, first: kind, next: followedBy.name, withinDays: followedBy.withinDays }] : [],
  )
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
export function compositesOf(measures: readonly Measure[]): Composite[] {
  return measures
    .filter(({ method }) => method === 'composite')
    .map(({ key, kind, parts = [{ kind }] }) => ({
      key,
      parts: parts.map((part) => ({ kind: part.kind, weight: part.weight ?? 1 })),
    }))
}
