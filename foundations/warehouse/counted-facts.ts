import type { HistogramQuery } from './histogram.ts'

/**
 * Facts that can be counted by score: scores of answers, values of interactions (1 where none was measured), values of
 * outcomes, and scores composed of several answers of one message.
 */
export type CountedFacts = 'answers' | 'interactions' | 'outcomes' | 'composites'

/** A score from 0 to 100 composed of answers of several kinds that came in one message. */
export interface Composite {
  /** Name by which `kinds` of a query ask for it. */
  readonly key: string
  readonly parts: readonly { readonly kind: string; readonly weight: number }[]
}

/** Where counted facts lie, and what stands for their kind, their score and the people behind them. */
export interface FactColumns {
  readonly table: string
  readonly kind: string
  readonly score: string
  readonly people: string
}

const factColumns: Readonly<Record<Exclude<CountedFacts, 'composites'>, FactColumns>> = {
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
  if (facts !== 'composites') return factColumns[facts]
  const composites = compositesAsked(query)
  const relations = composites.map((composite, index) => compositeRelation(query, composite, index))
  return { ...factColumns.answers, table: `(${relations.join('\nUNION ALL\n')})` }
}

/** Values of the placeholders that the relations of composites use. */
export function compositeParameters(query: HistogramQuery): Record<string, unknown> {
  const entries = compositesAsked(query).flatMap(({ key, parts }, index) => [
    [`composite_${index}`, key],
    [`part_kinds_${index}`, parts.map(({ kind }) => kind)],
    ...parts.map(({ kind }, part) => [`part_${index}_${part}`, kind]),
    ...parts.map(({ weight }, part) => [`part_weight_${index}_${part}`, weight]),
  ])
  return Object.fromEntries(entries)
}

function compositesAsked({ composites = [], kinds }: HistogramQuery): Composite[] {
  return composites.filter(({ key }) => kinds.includes(key))
}

/**
 * One row for each message that answered every part: each part is the mean of its answers on 0 to 100, the score their
 * weighted mean. Where touchpoints tell groups apart, each touchpoint of a message has a score of its own.
 */
function compositeRelation(query: HistogramQuery, { parts }: Composite, index: number): string {
  const byTouchpoint = query.touchpoint !== undefined || query.by.includes('touchpoint')
  const touchpoint = byTouchpoint ? 'touchpoint' : "''"
  const traits = ['workspace', 'population', 'person', 'occurred_at', 'unit', 'channel', 'segments', 'weight']
  const means = parts.map(
    (_, part) => `avgIf(share, part_kind = {part_${index}_${part}:String}) AS part_${part}`,
  )
  const weights = parts.map((_, part) => `{part_weight_${index}_${part}:Float64}`)
  const weighted = parts.map((_, part) => `part_${part} * ${weights[part]}`).join(' + ')
  const complete = parts.map((_, part) => `isFinite(part_${part})`).join(' AND ')
  return `SELECT ${traits.map((trait) => `${trait}_ AS ${trait}`).join(', ')}, touchpoint_ AS touchpoint, '' AS question,
  {composite_${index}:String} AS kind, toNullable(round((${weighted}) / (${weights.join(' + ')}), 6)) AS score
FROM (
  SELECT message, ${touchpoint} AS touchpoint_, ${traits.map((trait) => `any(${trait}) AS ${trait}_`).join(', ')}, ${means.join(', ')}
  FROM (
    SELECT *, kind AS part_kind, 100 * (score - scale_low) / (scale_high - scale_low) AS share FROM answer
    WHERE workspace = {workspace:String} AND population = {population:String}
      AND kind IN {part_kinds_${index}:Array(String)} AND score IS NOT NULL AND scale_high > scale_low
  )
  GROUP BY message, touchpoint_
)
WHERE ${complete}`
}
