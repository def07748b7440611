import { compositeParameters, compositeRelation } from './composite-relation.ts'
import { followedParameters, followedRelation } from './followed-relation.ts'
import type { Composite, CountedFacts, Followed, HistogramQuery } from './histogram-query.contract.ts'

/** Where counted facts lie, and what stands for their kind, their score and the people behind them. */
export interface FactColumns {
  readonly table: string
  readonly kind: string
  readonly score: string
  readonly people: string
}

const factColumns: Readonly<Record<Exclude<CountedFacts, 'composites' | 'followed'>, FactColumns>> = {
  answers: { table: 'answer', kind: 'kind', score: 'score', people: 'uniqExact(person)' },
  interactions: {
    table: 'interaction',
    kind: 'name',
    score: 'ifNull(value, 1)',
    people: 'uniqExact(person)',
  },
  outcomes: {
    table: 'outcome',
    kind: 'kind',
    score: 'toNullable(value)',
    // A result of a unit stands for as many people as its weight says, the same ones every period.
    people: "uniqExactIf(person, subject = 'person') + toUInt64(maxIf(weight, subject != 'person'))",
  },
}

export function factsOf({ facts = 'answers' }: HistogramQuery): CountedFacts {
  return facts
}

/** Columns of the facts that a query counts. */
export function columnsOf(query: HistogramQuery): FactColumns {
  const facts = factsOf(query)
  if (facts !== 'composites' && facts !== 'followed') return factColumns[facts]
  const relations =
    facts === 'composites'
      ? compositesAsked(query).map((composite, index) => compositeRelation(query, composite, index))
      : followedAsked(query).map((_, index) => followedRelation(index))
  return { ...factColumns.answers, table: `(${relations.join('\nUNION ALL\n')})` }
}

/** Values of the placeholders that relations made of other facts use. */
export function relationParameters(query: HistogramQuery): Record<string, unknown> {
  if (query.facts === 'composites') return compositeParameters(compositesAsked(query))
  if (query.facts === 'followed') return followedParameters(followedAsked(query))
  return {}
}

function compositesAsked({ composites = [], kinds }: HistogramQuery): Composite[] {
  return composites.filter(({ key }) => kinds.includes(key))
}

function followedAsked({ followed = [], kinds }: HistogramQuery): Followed[] {
  return followed.filter(({ key }) => kinds.includes(key))
}
