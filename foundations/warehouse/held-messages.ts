import type { Statement } from './engine.ts'

/** Messages that wait for the same thing. */
export interface HeldCount {
  readonly source: string
  readonly reason: string
  readonly key: string
  readonly messages: number
  readonly firstAt: string
  readonly lastAt: string
}

export interface HeldQuery {
  readonly source?: string | undefined
  readonly reason?: string | undefined
  readonly key?: string | undefined
  /** Id of the last one read before. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface HeldMessage {
  /** As it is told apart in the workspace: with its scope, where it has one. */
  readonly id: string
  readonly occurredAt: string
  readonly receivedAt: string
  readonly person: string
  readonly source: string
  readonly reason: string
  readonly key: string
  readonly payload: string
}

export function heldCountStatement(workspace: string): Statement {
  return {
    sql: `SELECT source, reason, held_key AS key, count() AS messages,
  toString(min(received_at)) AS firstAt, toString(max(received_at)) AS lastAt
FROM held_message
WHERE workspace = {workspace:String}
GROUP BY source, reason, held_key
ORDER BY messages DESC, key
LIMIT 1000`,
    parameters: { workspace },
  }
}

export function heldMessageStatement(query: HeldQuery, workspace: string): Statement {
  const { source, reason, key, after, limit } = query
  const wanted = [
    'workspace = {workspace:String}',
    ...(source === undefined ? [] : ['source = {source:String}']),
    ...(reason === undefined ? [] : ['reason = {reason:String}']),
    ...(key === undefined ? [] : ['held_key = {key:String}']),
    ...(after === undefined ? [] : ['message_id > {after:String}']),
  ]
  const given = Object.entries({ source, reason, key, after }).filter(([, value]) => value !== undefined)
  return {
    sql: `SELECT message_id AS id, toString(occurred_at) AS occurredAt, toString(received_at) AS receivedAt,
  person, source, reason, held_key AS key, payload
FROM held_message
WHERE ${wanted.join(' AND ')}
ORDER BY message_id
LIMIT {limit:UInt32}`,
    parameters: { workspace, limit, ...Object.fromEntries(given) },
  }
}
