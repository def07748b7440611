import { localName, onCluster, type Shape, type Table, tableStatements } from './table.ts'
import type { WarehouseMigration } from './warehouse-migration.ts'

const dimension = 'LowCardinality(String)'
const moment = "DateTime64(3, 'UTC')"
const map = `Map(${dimension}, String)`
const rebuildProjections = "lightweight_mutation_projection_mode = 'rebuild'"

/** What every fact has. `message` is the hash by which a message is recognised. */
const factColumns = [
  `workspace ${dimension}`,
  `received_at ${moment}`,
  'batch UUID',
  'message FixedString(16)',
  'message_id String',
  `occurred_at ${moment}`,
  `population ${dimension}`,
  'person String',
  `source ${dimension}`,
]

/** What flows in, from where and when, is asked for often; reading every fact for it would cost more than the answer. */
const flow = `flow (SELECT workspace, population, source, toDate(received_at), count(), min(occurred_at), max(occurred_at), max(received_at)
    GROUP BY workspace, population, source, toDate(received_at))`

interface FactColumns {
  readonly name: string
  readonly columns: readonly string[]
  readonly orderBy: string
}

const facts: readonly FactColumns[] = [
  {
    name: 'interaction',
    columns: [
      ...['name', 'direction', 'touchpoint', 'sender', 'unit', 'offer', 'channel'].map(
        (name) => `${name} ${dimension}`,
      ),
      'value Nullable(Float64)',
      `value_unit ${dimension}`,
      'text String CODEC(ZSTD(3))',
      `properties ${map}`,
      `language ${dimension}`,
      'weight Float64',
      `segments ${map}`,
    ],
    orderBy: '(workspace, population, name, touchpoint, toDate(occurred_at), unit)',
  },
  {
    name: 'outcome',
    columns: [
      ...['kind', 'subject', 'touchpoint', 'unit', 'offer', 'channel'].map((name) => `${name} ${dimension}`),
      'value Float64',
      `value_unit ${dimension}`,
      'weight Float64',
      `segments ${map}`,
    ],
    orderBy: '(workspace, population, kind, toDate(occurred_at), unit)',
  },
  { name: 'alias', columns: ['alias String'], orderBy: '(workspace, person, alias)' },
  {
    name: 'profile',
    columns: ['of_group String', `traits ${map}`],
    orderBy: '(workspace, person, of_group, occurred_at)',
  },
  {
    name: 'held_message',
    columns: [`reason ${dimension}`, 'held_key String', 'payload String CODEC(ZSTD(3))'],
    orderBy: '(workspace, reason, held_key, occurred_at)',
  },
]

const factTable = ({ name, columns, orderBy }: FactColumns): Table => ({
  name,
  columns: [...factColumns, ...columns, `PROJECTION ${flow}`],
  engine: 'MergeTree',
  partitionBy: 'toYear(occurred_at)',
  orderBy,
  settings: rebuildProjections,
  shardBy: 'sipHash64(workspace, person)',
})

/** Columns of `answer` in the order they stand in after this migration. */
const answerColumns = [
  `workspace ${dimension}`,
  `received_at ${moment}`,
  'batch UUID',
  'message_id String',
  `occurred_at ${moment}`,
  `population ${dimension}`,
  'person String',
  ...['question', 'kind', 'touchpoint', 'unit', 'offer', 'channel', 'source'].map(
    (name) => `${name} ${dimension}`,
  ),
  ...['score', 'scale_low', 'scale_high', 'score_asked', 'asked_low', 'asked_high'].map(
    (name) => `${name} Nullable(Float64)`,
  ),
  'text String CODEC(ZSTD(3))',
  `language ${dimension}`,
  'weight Float64',
  `segments ${map}`,
  'message FixedString(16)',
]

/** Rows that gave way to those of a later batch, kept to be given back when that batch is taken out. */
const superseded = (name: string, columns: readonly string[]): Table => ({
  name: `${name}_superseded`,
  columns: [...columns, 'superseded_by UUID'],
  engine: 'MergeTree',
  orderBy: '(workspace, superseded_by)',
  shardBy: 'sipHash64(workspace, superseded_by)',
})

const supersededTables = [
  superseded('answer', answerColumns),
  superseded('seen_message', [
    `workspace ${dimension}`,
    'message FixedString(16)',
    'batch UUID',
    'content FixedString(8)',
  ]),
  ...facts.map(({ name, columns }) => superseded(name, [...factColumns, ...columns])),
]

function altered(name: string, change: string, shape: Shape): string[] {
  const tables = [...new Set([localName(name, shape), name])]
  return tables.map((table) => `ALTER TABLE ${table}${onCluster(shape)} ${change}`)
}

function stored(name: string, change: string, shape: Shape): string {
  return `ALTER TABLE ${localName(name, shape)}${onCluster(shape)} ${change}`
}

/** Interactions, outcomes, other names of people, profiles and held messages; corrections, and imports taken out whole. */
export const factMigration: WarehouseMigration = {
  id: '0002-facts',
  statements: (shape) => [
    ...facts.map(factTable).flatMap((table) => tableStatements(table, shape)),
    ...altered('answer', 'DROP COLUMN IF EXISTS response', shape),
    ...altered(
      'answer',
      'ADD COLUMN IF NOT EXISTS message FixedString(16) DEFAULT toFixedString(substring(SHA256(message_id), 1, 16), 16)',
      shape,
    ),
    stored('answer', 'DROP PROJECTION IF EXISTS span', shape),
    stored('answer', `ADD PROJECTION IF NOT EXISTS ${flow}`, shape),
    stored('answer', 'MATERIALIZE PROJECTION flow', shape),
    ...altered('seen_message', 'ADD COLUMN IF NOT EXISTS content FixedString(8)', shape),
    ...altered('batch', 'ADD COLUMN IF NOT EXISTS origin String', shape),
    stored('batch', "MODIFY TTL toDateTime(at) + INTERVAL 90 DAY DELETE WHERE origin = ''", shape),
    ...supersededTables.flatMap((table) => tableStatements(table, shape)),
  ],
}
