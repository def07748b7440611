import type { Composite, HistogramQuery } from './histogram-query.contract.ts'

/** Values of the placeholders that the relations of composites use. */
export function compositeParameters(composites: readonly Composite[]): Record<string, unknown> {
  const entries = composites.flatMap(({ key, parts }, index) => [
    [`composite_${index}`, key],
    [`part_kinds_${index}`, parts.map(({ kind }) => kind)],
    ...parts.map(({ kind }, part) => [`part_${index}_${part}`, kind]),
    ...parts.map(({ weight }, part) => [`part_weight_${index}_${part}`, weight]),
  ])
  return Object.fromEntries(entries)
}

/**
 * One row for each message that answered every part: each part is the mean of its answers on 0 to 100, the score their
 * weighted mean. Where touchpoints tell groups apart, each touchpoint of a message has a score of its own.
 */
export function compositeRelation(query: HistogramQuery, { parts }: Composite, index: number): string {
  const byTouchpoint = query.touchpoint !== undefined || query.by.includes('touchpoint')
  const touchpoint = byTouchpoint ? 'touchpoint' : "''"
  const traits = [
    ...[
      'workspace',
      'population',
      'person',
      'occurred_at',
      'unit',
      'channel',
      'language',
      'segments',
      'weight',
    ],
  ]
  const means = parts.map(
    (_, part) => `avgIf(share, part_kind = {part_${index}_${part}:String}) AS part_${part}`,
  )
  const weights = parts.map((_, part) => `{part_weight_${index}_${part}:Float64}`)
  const weighted = parts.map((_, part) => `part_${part} * ${weights[part]}`).join(' + ')
  const complete = parts.map((_, part) => `isFinite(part_${part})`).join(' AND ')
  return `SELECT ${traits.map((trait) => `${trait}_ AS ${trait}`).join(', ')}, message, touchpoint_ AS touchpoint, '' AS question,
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
