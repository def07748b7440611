import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { keyOf } from '../import/key-of.ts'
import type { SourceRecord } from './source.contract.ts'
import { sourceContract } from './source.contract.ts'
import type { SourceFacts } from './source.facts.ts'
import type { ImportOfSource, SourceRecords } from './source.ledger.ts'
import { type DayOfSource, dayBefore, sourceDays } from './source-days.ts'

type Binding = ReturnType<typeof requestBinding>

/** A key that programs send events with. */
export interface WriteKey {
  readonly name: string
  readonly start: string
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

export interface SourceRoutesNeeds {
  readonly facts: SourceFacts
  readonly records: SourceRecords
  /** Names of the webhooks of a workspace. */
  readonly webhooks: (binding: Binding) => Promise<readonly { readonly name: string }[]>
  readonly writeKeys?: ((binding: Binding) => Promise<readonly WriteKey[]>) | undefined
  readonly clock: () => Date
}

/** Two years tell the rhythm of a source that sends once a quarter. */
const daysLookedAt = 730
const importsShown = 20

export function sourceRoutes(needs: SourceRoutesNeeds) {
  const os = implement(sourceContract.sources).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => {
      const known = await knownSources(needs, requestBinding(input, context))
      return { sources: known.map(({ record }) => record).sort(latestFirst) }
    }),
    get: os.get.handler(async ({ input, context }) => {
      const known = await knownSources(needs, requestBinding(input, context))
      const found = known.find(({ record }) => record.key === input.key)
      if (!found) throw problem('UNDERSTANDING_SOURCE_UNKNOWN', { key: input.key })
      const { record, days, imports, keys } = found
      return {
        ...record,
        byDay: days.map(({ day, facts, count }) => ({ day, facts, count: Number(count) })),
        imports: imports.slice(0, importsShown).map(({ sources: _, dryRun: __, ...shown }) => shown),
        keys: keys.map(({ name, start, lastUsedAt, revokedAt }) => ({
          ...{ name, start, lastUsedAt },
          revoked: revokedAt !== null,
        })),
      }
    }),
  }
}

interface KnownSource {
  readonly record: SourceRecord
  readonly days: readonly DayOfSource[]
  readonly imports: readonly ImportOfSource[]
  readonly keys: readonly WriteKey[]
}

/** Every source with facts, and those that are open and have sent none. */
async function knownSources(needs: SourceRoutesNeeds, binding: Binding): Promise<KnownSource[]> {
  const today = needs.clock().toISOString().slice(0, 10)
  const { workspace } = binding
  const [flows, held, imports, webhooks, writeKeys] = await Promise.all([
    needs.facts.flows(workspace, dayBefore(today, daysLookedAt)),
    needs.facts.heldCounts(workspace),
    needs.records.imports(binding),
    needs.webhooks(binding),
    needs.writeKeys?.(binding) ?? [],
  ])
  const kept = imports.filter(({ dryRun }) => !dryRun)
  const hooks = new Set(webhooks.map(({ name }) => keyOf(name)))
  const keysOf = Map.groupBy(writeKeys, ({ name }) => keyOf(name))
  const daysOf = Map.groupBy(flows, ({ source }) => source)
  const open = writeKeys.filter(({ revokedAt }) => revokedAt === null).map(({ name }) => keyOf(name))
  const names = new Set([...daysOf.keys(), ...held.map(({ source }) => source), ...hooks, ...open])
  return [...names].map((key) => {
    const mine = kept.filter(({ sources }) => sources.includes(key))
    const keys = keysOf.get(key) ?? []
    const days = daysOf.get(key) ?? []
    const waiting = held.filter(({ source }) => source === key)
    const ways = waysOf({ imported: mine.length > 0, hooked: hooks.has(key), keyed: keys.length > 0 })
    const record = { key, ways, ...sourceDays(days, today), ...errorsOf(mine, waiting, dayBefore(today, 30)) }
    return { record, days, imports: mine, keys }
  })
}

interface Ways {
  readonly imported: boolean
  readonly hooked: boolean
  readonly keyed: boolean
}

function waysOf({ imported, hooked, keyed }: Ways): SourceRecord['ways'] {
  const ways: SourceRecord['ways'] = []
  if (imported) ways.push('import')
  if (keyed) ways.push('key')
  if (hooked) ways.push('webhook')
  return ways.length > 0 ? ways : ['other']
}

function errorsOf(
  imports: readonly ImportOfSource[],
  waiting: readonly { readonly reason: string; readonly messages: number }[],
  since: string,
) {
  const count = (invalid: boolean) =>
    waiting
      .filter(({ reason }) => (reason === 'invalid') === invalid)
      .reduce((sum, { messages }) => sum + Number(messages), 0)
  return {
    rowsRejected: imports
      .filter(({ startedAt }) => startedAt >= since)
      .reduce((sum, { rowsRejected }) => sum + rowsRejected, 0),
    held: count(false),
    invalid: count(true),
  }
}

function latestFirst(one: SourceRecord, other: SourceRecord): number {
  const [left, right] = [one.lastReceivedAt ?? '', other.lastReceivedAt ?? '']
  if (left !== right) return left < right ? 1 : -1
  return one.key < other.key ? -1 : 1
}
