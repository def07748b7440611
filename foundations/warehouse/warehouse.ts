import { mkdir, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type BatchMarks, marksInJournal, marksInTable } from './batch-marks.ts'
import { keepMessages, repairBatches } from './batches.ts'
import { dataVersionOf, dataVersionStatement } from './data-version.ts'
import { type GroupSizes, groupSizes, guardHistograms } from './employee-guard.ts'
import { type EncodedMessages, encodeMessages } from './encode-messages.ts'
import {
  connect,
  defaultLimits,
  type EngineLimits,
  type EngineLocation,
  engineReleased,
  readerPool,
  type Statement,
} from './engine.ts'
import { type Flow, flowStatement } from './flows.ts'
import {
  type HeldCount,
  type HeldMessage,
  type HeldQuery,
  heldCountStatement,
  heldMessageStatement,
} from './held-messages.ts'
import {
  type Histogram,
  type HistogramRow,
  histogramStatement,
  histogramsOf,
  type RespondentRow,
  respondentStatement,
  type Source,
  sourceOf,
  withPeople,
} from './histogram.ts'
import type { HistogramQuery } from './histogram-query.contract.ts'
import { type InsertRows, insertOverHttp, insertThroughFile } from './insert-rows.ts'
import { type ItemQuery, type Items, readItems } from './items.ts'
import { keptInEngine, keptInOneProcess } from './kept-messages.ts'
import type { KeepOptions, Message, Receipt } from './message.ts'
import { migrateWarehouse } from './migrate.ts'
import type { Columns } from './read-native.ts'
import { boundStatement, type RelationStatement } from './relations.ts'
import { removeWorkspace } from './remove-workspace.ts'
import { type ResponseQuery, type Responses, readResponses } from './responses.ts'
import type { Shape } from './table.ts'
import { type TakenOut, takeOutOrigin } from './taken-out.ts'
import { type Text, type TextQuery, textStatement } from './texts.ts'
import type { WarehouseMigration } from './warehouse-migration.ts'
import { warehouseMigrations } from './warehouse-migrations.ts'
import type { Writer } from './writer.ts'

/** Where facts are kept and read. Every call is bound to one workspace; nothing here reads across two. */
export interface Warehouse {
  /** Keeps the facts of messages exactly once; resolves after the engine has committed them. */
  readonly keep: (workspace: string, messages: readonly Message[], options?: KeepOptions) => Promise<Receipt>
  /** The same for messages encoded elsewhere, such as in a thread that reads a file. */
  readonly keepEncoded: (
    workspace: string,
    encoded: EncodedMessages,
    options?: Omit<KeepOptions, 'scope'>,
  ) => Promise<Receipt>
  /** Takes out all that was kept for one origin, and gives back what it had replaced. */
  readonly takeOut: (workspace: string, origin: string) => Promise<TakenOut>
  /** Deletes all that is kept of a workspace. */
  readonly removeWorkspace: (workspace: string) => Promise<void>
  /** Messages that wait to become facts, counted by what they wait for. */
  readonly heldCounts: (workspace: string) => Promise<HeldCount[]>
  readonly heldMessages: (workspace: string, query: HeldQuery) => Promise<HeldMessage[]>
  /** What flowed in since a day (`YYYY-MM-DD`), by source, kind of fact and day. */
  readonly flows: (workspace: string, since: string) => Promise<Flow[]>
  /** Counts answers per score, by group. Groups of employees that are too small come back hidden. */
  readonly histograms: (workspace: string, query: HistogramQuery) => Promise<Histograms>
  /** Answers that came together, as columns. Of fewer than 25 employees nothing is told. */
  readonly responses: (workspace: string, query: ResponseQuery) => Promise<Responses>
  /** Answers question by question, a row for each message. Of fewer than 25 employees nothing is told. */
  readonly items: (workspace: string, query: ItemQuery) => Promise<Items>
  /** What a statement over `answers`, `interactions` and `outcomes` of customers and prospects gives, as columns. */
  readonly columns: (workspace: string, statement: RelationStatement) => Promise<Columns>
  /** A name for the facts as they are: another one as soon as facts came, went or were corrected. */
  readonly dataVersion: (workspace: string) => Promise<string>
  /** Comments of customers and prospects, latest first. */
  readonly texts: (workspace: string, query: TextQuery) => Promise<Text[]>
  /** First and last day with answers, interactions or outcomes, of one population or of all. */
  readonly span: (workspace: string, population?: string) => Promise<{ first: string; last: string } | null>
  /** Names and values of the segments found in the answers of customers and prospects. */
  readonly segments: (workspace: string) => Promise<{ name: string; values: string[] }[]>
  /** Kinds of answers and touchpoints found, with the number of answers of customers and prospects. */
  readonly contents: (workspace: string) => Promise<{ kind: string; touchpoint: string; answers: number }[]>
  readonly ready: () => Promise<{ version: string }>
  /** Statements running and waiting. */
  readonly load: () => { readonly idle: number; readonly waiting: number; readonly writing: number }
  readonly close: () => Promise<void>
}

export interface Histograms {
  readonly histograms: readonly Histogram[]
  readonly source: Source
  readonly statement: Statement
}

export interface WarehouseOptions {
  readonly location: EngineLocation
  readonly clock?: () => Date
  readonly limits?: EngineLimits
  readonly groupSizes?: GroupSizes
  readonly migrations?: readonly WarehouseMigration[]
  /** Keeps other processes from writing into the same server meanwhile; without it this one has to be the only one. */
  readonly alone?: <Result>(work: () => Promise<Result>) => Promise<Result>
}

/** Opens the warehouse: makes its tables, and takes out what a process that died had half inserted. */
export async function openWarehouse(options: WarehouseOptions): Promise<Warehouse> {
  const {
    location,
    clock = () => new Date(),
    limits = defaultLimits,
    migrations = warehouseMigrations,
    alone = (work) => work(),
  } = options
  const shape = shapeOf(location)
  const client = connect(location, limits)
  const kept = 'url' in location ? keptInEngine(client) : keptInOneProcess(client)
  const insertRows = await insertRowsTo(location)
  const marks = marksOf(location, { client, shape, clock })
  const writer: Writer = { client, insertRows, kept, marks, shape, clock, failed: [] }
  await alone(async () => {
    await migrateWarehouse(client, { shape, migrations, clock })
    await repairBatches(writer)
  })
  const readers = readerPool(() => connect(location, limits), limits)
  const queue = oneAtATime()
  const write = { ...queue, run: <Result>(task: () => Promise<Result>) => queue.run(() => alone(task)) }
  const sizes = options.groupSizes ?? groupSizes

  return {
    keep: async (workspace, messages, { scope, ...options } = {}) => {
      const repeated = options.changed === 'replace' ? 'last' : 'first'
      const encoded = encodeMessages(messages, { scope: scope ?? '', repeated })
      return write.run(() => keepMessages(writer, workspace, { encoded, ...options }))
    },
    keepEncoded: (workspace, encoded, options = {}) =>
      write.run(() => keepMessages(writer, workspace, { encoded, ...options })),
    takeOut: (workspace, origin) => write.run(() => takeOutOrigin(writer, workspace, origin)),
    removeWorkspace: (workspace) => write.run(() => removeWorkspace(writer, workspace)),
    heldCounts: (workspace) => readers.run<HeldCount>(heldCountStatement(workspace)),
    heldMessages: (workspace, query) => readers.run<HeldMessage>(heldMessageStatement(query, workspace)),
    flows: (workspace, since) => readers.run<Flow>(flowStatement(workspace, since)),
    histograms: (workspace, query) => readHistograms({ read: readers.run, workspace, sizes }, query),
    responses: (workspace, query) =>
      readResponses({ rows: readers.run, columns: readers.columns, workspace }, query),
    items: (workspace, query) => readItems({ rows: readers.run, columns: readers.columns, workspace }, query),
    columns: async (workspace, statement) => readers.columns(boundStatement(statement, workspace)),
    dataVersion: async (workspace) => dataVersionOf(await readers.run(dataVersionStatement(workspace))),
    texts: (workspace, query) =>
      query.population === 'employees'
        ? Promise.resolve([])
        : readers.run<Text>(textStatement(query, workspace)),
    span: (workspace, population) => readSpan(readers.run, workspace, population),
    segments: (workspace) => readers.run({ sql: segmentsSql, parameters: { workspace } }),
    contents: (workspace) => readers.run({ sql: contentsSql, parameters: { workspace } }),
    ready: async () => (await readers.run<{ version: string }>({ sql: 'SELECT version() AS version' }))[0]!,
    load: () => ({ ...readers.load(), writing: write.waiting() }),
    close: async () => {
      await queue.run(marks.settle).catch(() => undefined)
      await readers.close()
      await client.close()
      if ('directory' in location) await engineReleased()
    },
  }
}

function marksOf(
  location: EngineLocation,
  { shape, ...table }: Pick<Writer, 'client' | 'shape' | 'clock'>,
): BatchMarks {
  if ('url' in location) return marksInTable(table, { atOnce: shape.kind === 'cluster' })
  return marksInJournal(table, resolve(location.directory, 'batches.journal'))
}

/** Rows on their way to the embedded engine lie below its directory; what a process that died left there is cleared. */
async function insertRowsTo(location: EngineLocation): Promise<InsertRows> {
  if ('url' in location) return insertOverHttp
  const directory = resolve(location.directory, 'incoming')
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  return insertThroughFile(directory)
}

type Read = <Row>(statement: Statement) => Promise<Row[]>

interface Guarded {
  readonly read: Read
  readonly workspace: string
  readonly sizes: GroupSizes
}

async function readHistograms(guarded: Guarded, query: HistogramQuery): Promise<Histograms> {
  const statement = histogramStatement(query, guarded.workspace)
  const counted = histogramsOf(await guarded.read<HistogramRow>(statement), query.by)
  const histograms = query.population === 'employees' ? await ofEmployees(guarded, query, counted) : counted
  return { histograms, source: sourceOf(query), statement }
}

async function ofEmployees(guarded: Guarded, query: HistogramQuery, counted: readonly Histogram[]) {
  const people = await guarded.read<RespondentRow>(respondentStatement(query, guarded.workspace))
  return guardHistograms(guarded, query, withPeople(counted, people, query.by))
}

async function readSpan(read: Read, workspace: string, population?: string) {
  const of = population === undefined ? '' : ' AND population = {population:String}'
  const spans = ['answer', 'interaction', 'outcome'].map(
    (table) => `SELECT count() AS rows, min(occurred_at) AS earliest, max(occurred_at) AS latest
FROM ${table} WHERE workspace = {workspace:String}${of}`,
  )
  const [span] = await read<{ facts: number; first: string; last: string }>({
    sql: `SELECT sum(rows) AS facts, toString(toDate(minIf(earliest, rows > 0))) AS first, toString(toDate(maxIf(latest, rows > 0))) AS last
FROM (${spans.join(' UNION ALL ')}) AS spans`,
    parameters: { workspace, ...(population === undefined ? {} : { population }) },
  })
  return span && span.facts > 0 ? { first: span.first, last: span.last } : null
}

/** Each segment is told once before it is taken apart, which lets the engine read the projection. */
const segmentsSql = `SELECT splitByChar(':', segment)[1] AS name, arraySort(groupUniqArray(200)(substring(segment, position(segment, ':') + 1))) AS values
FROM (SELECT segment FROM answer_rollup WHERE workspace = {workspace:String} AND segment != '' GROUP BY segment)
GROUP BY name
ORDER BY name`

const contentsSql = `SELECT kind, touchpoint, sum(n) AS answers
FROM answer_rollup
WHERE workspace = {workspace:String} AND segment = ''
GROUP BY kind, touchpoint
ORDER BY kind, touchpoint`

function shapeOf(location: EngineLocation): Shape {
  if ('url' in location && location.cluster) return { kind: 'cluster', cluster: location.cluster }
  return { kind: 'single' }
}

/** Runs tasks one after the other, in the order they came. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  async function run<Result>(task: () => Promise<Result>): Promise<Result> {
    waiting += 1
    const mine = last.then(task, task)
    last = mine
    try {
      return await mine
    } finally {
      waiting -= 1
    }
  }
  return { run, waiting: () => waiting }
}
