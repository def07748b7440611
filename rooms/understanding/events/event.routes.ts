import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { LocatedFinding } from '../../../foundations/yaml/located-finding.ts'
import { eventContract } from './event.contract.ts'
import type { EventFacts } from './event.facts.ts'
import { type EventSurroundingsReader, shippedEventsText } from './event-surroundings.routes.ts'
import type { EventTableRecords } from './event-table.ledger.ts'
import { dropHeld, replayHeld } from './held-replay.facts.ts'
import { emptyEventTable, mappedTable } from './mapped-table.ts'
import { readEventTable } from './read-event-table.ts'

export interface EventRoutesNeeds {
  readonly records: EventTableRecords
  readonly facts: EventFacts
  readonly surroundings: EventSurroundingsReader
}

type Binding = ReturnType<typeof requestBinding>

const os = implement(eventContract.events).$context<RequestContext>()

export function eventRoutes(needs: EventRoutesNeeds) {
  return { ...tableRoutes(needs), ...heldRoutes(needs) }
}

function tableRoutes(needs: EventRoutesNeeds) {
  const { records } = needs
  return {
    table: os.table.handler(async ({ input, context }) => ({
      yaml: (await records.get(requestBinding(input, context))) ?? emptyEventTable,
      shipped: shippedEventsText,
    })),
    putTable: os.putTable.handler(({ input, context }) =>
      write(needs, requestBinding(input, context), { yaml: input.yaml, language: context.locale }),
    ),
    checkTable: os.checkTable.handler(async ({ input, context }) => {
      const read = readEventTable(input.yaml, context.locale)
      return { findings: 'findings' in read ? [...read.findings] : [] }
    }),
    map: os.map.handler(async ({ input, context }) => {
      const binding = requestBinding(input, context)
      const yaml = mappedTable((await records.get(binding)) ?? emptyEventTable, input)
      return write(needs, binding, { yaml, language: context.locale })
    }),
  }
}

interface WrittenTable {
  readonly yaml: string
  readonly language: 'en' | 'fr'
}

async function write(
  { records, surroundings }: EventRoutesNeeds,
  binding: Binding,
  { yaml, language }: WrittenTable,
) {
  const read = readEventTable(yaml, language)
  if ('findings' in read)
    throw problem('UNDERSTANDING_EVENT_TABLE_INVALID', { findings: told(read.findings) })
  await records.put(binding, yaml)
  surroundings.forget(binding.workspace)
  return { yaml }
}

function heldRoutes({ facts, surroundings }: EventRoutesNeeds) {
  return {
    held: os.held.handler(async ({ input }) => ({ held: await facts.heldCounts(input.workspace) })),
    heldMessages: os.heldMessages.handler(async ({ input: { workspace, ...query } }) => {
      const messages = await facts.heldMessages(workspace, query)
      return { messages, next: messages.length === query.limit ? (messages.at(-1)?.id ?? null) : null }
    }),
    replay: os.replay.handler(async ({ input: { workspace, ...which } }) => {
      surroundings.forget(workspace)
      return replayHeld(facts, { workspace, which, around: await surroundings.get(workspace) })
    }),
    drop: os.drop.handler(({ input: { workspace, ...which } }) => dropHeld(facts, { workspace, which })),
  }
}

/** Findings in one sentence each, with their places. */
function told(findings: readonly LocatedFinding[]): string {
  return findings.map(({ line, column, message, hint }) => `${line}:${column} ${message}. ${hint}`).join(' ')
}
