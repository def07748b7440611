import type { Followed } from './histogram-query.contract.ts'

/** Values of the placeholders that the relations use. */
export function followedParameters(followed: readonly Followed[]): Record<string, unknown> {
  const entries = followed.flatMap(({ key, first, next, withinDays }, index) => [
    [`followed_${index}`, key],
    [`first_${index}`, first],
    [`next_${index}`, next],
    [`within_${index}`, withinDays],
  ])
  return Object.fromEntries(entries)
}

const traits = [
  'workspace',
  'population',
  'person',
  'occurred_at',
  'touchpoint',
  'unit',
  'channel',
  'segments',
  'weight',
]

/**
 * One row for each beginning whose time has passed within what is known: 1 where the other thing followed in time, else
 * 0. A beginning too recent to tell is left out, so that the last days do not look worse than they are.
 */
export function followedRelation(index: number): string {
  const named = (name: string) =>
    `FROM interaction WHERE workspace = {workspace:String} AND population = {population:String} AND name = {${name}_${index}:String}`
  const columns = traits.map((trait) => `began.${trait} AS ${trait}`).join(', ')
  return `SELECT ${columns}, '' AS question, {followed_${index}:String} AS kind,
  toNullable(toFloat64(following.moment > began.occurred_at AND following.moment <= began.occurred_at + toIntervalDay({within_${index}:UInt32}))) AS score
FROM (SELECT ${traits.join(', ')} ${named('first')}) AS began
ASOF LEFT JOIN (SELECT person, occurred_at AS moment ${named('next')}) AS following
  ON began.person = following.person AND began.occurred_at < following.moment
WHERE began.occurred_at + toIntervalDay({within_${index}:UInt32}) <= (
  SELECT max(occurred_at) FROM interaction WHERE workspace = {workspace:String} AND population = {population:String}
)`
}
