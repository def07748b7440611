import { factMigration } from './fact-migration.ts'
import type { Table, View } from './table.ts'
import { tableStatements, viewStatements } from './table.ts'
import type { WarehouseMigration } from './warehouse-migration.ts'

const dimension = 'LowCardinality(String)'

/** One answer to one question of one response. Raw facts are the truth; roll-ups can be made again from them. */
const answer: Table = {
  name: 'answer',
  columns: [
    `workspace ${dimension}`,
    "received_at DateTime64(3, 'UTC')",
    'batch UUID',
    'message_id String',
    "occurred_at DateTime64(3, 'UTC')",
    `population ${dimension}`,
    'person String',
    'response String',
    `question ${dimension}`,
    `kind ${dimension}`,
    `touchpoint ${dimension}`,
    `unit ${dimension}`,
    `offer ${dimension}`,
    `channel ${dimension}`,
    `source ${dimension}`,
    'score Nullable(Float64)',
    'scale_low Nullable(Float64)',
    'scale_high Nullable(Float64)',
    'score_asked Nullable(Float64)',
    'asked_low Nullable(Float64)',
    'asked_high Nullable(Float64)',
    'text String CODEC(ZSTD(3))',
    `language ${dimension}`,
    'weight Float64',
    `segments Map(${dimension}, String)`,
    // The first and last day are asked for with every figure; reading every answer for them would cost more than the figure.
    'PROJECTION span (SELECT workspace, population, count(), min(occurred_at), max(occurred_at) GROUP BY workspace, population)',
  ],
  engine: 'MergeTree',
  partitionBy: 'toYear(occurred_at)',
  orderBy: '(workspace, population, kind, touchpoint, toDate(occurred_at), unit)',
  settings: "lightweight_mutation_projection_mode = 'rebuild'",
  shardBy: 'sipHash64(workspace, person)',
}

/** Counts per score value: any score, box or interval is computed from the same states. */
const answerRollup: Table = {
  name: 'answer_rollup',
  columns: [
    `workspace ${dimension}`,
    `population ${dimension}`,
    `kind ${dimension}`,
    `segment ${dimension}`,
    `touchpoint ${dimension}`,
    `unit ${dimension}`,
    `channel ${dimension}`,
    `question ${dimension}`,
    'month Date',
    'score Float64',
    'n UInt64',
    'weight Float64',
    'weight_squared Float64',
    // Most screens ask neither for units nor for channels: for them the engine reads a hundredth of the rows.
    `PROJECTION by_touchpoint (SELECT workspace, population, kind, segment, touchpoint, month, score,
    sum(n), sum(weight), sum(weight_squared)
    GROUP BY workspace, population, kind, segment, touchpoint, month, score)`,
  ],
  engine: 'SummingMergeTree',
  engineArguments: '(n, weight, weight_squared)',
  partitionBy: '(workspace, toYYYYMM(month))',
  orderBy: '(workspace, population, kind, segment, touchpoint, unit, channel, question, month, score)',
  settings: "deduplicate_merge_projection_mode = 'rebuild'",
  shardBy: 'rand()',
}

/** Where a month of the roll-up is made again before it takes the place of the old one. */
const answerRollupRebuilt: Table = { ...answerRollup, name: 'answer_rollup_rebuilt' }

/** SELECT that turns answers into roll-up rows: once for everybody (segment ''), and once for each segment of the answer. */
export const rollupSelect = `SELECT
  workspace, population, kind, segment, touchpoint, unit, channel, question,
  toStartOfMonth(toDate(occurred_at)) AS month,
  assumeNotNull(score) AS score,
  count() AS n,
  sum(weight) AS weight,
  sum(answer_weight * answer_weight) AS weight_squared
FROM (
  SELECT
    workspace, population, kind, touchpoint, unit, channel, question, occurred_at, score,
    weight, weight AS answer_weight,
    arrayJoin(arrayConcat([''], arrayMap((name, value) -> concat(name, ':', value), mapKeys(segments), mapValues(segments)))) AS segment
  FROM {from}
  WHERE score IS NOT NULL AND population != 'employees'{where}
)
GROUP BY workspace, population, kind, segment, touchpoint, unit, channel, question, month, score`

const answerRollupView: View = {
  name: 'answer_rollup_view',
  from: 'answer',
  to: 'answer_rollup',
  select: rollupSelect.replace('{where}', ''),
}

/** Messages already kept. The fine-grained key keeps looking up a few thousand of them cheap among hundreds of millions. */
const seenMessage: Table = {
  name: 'seen_message',
  columns: [`workspace ${dimension}`, 'message FixedString(16)', 'batch UUID'],
  engine: 'MergeTree',
  orderBy: '(workspace, message)',
  settings: 'index_granularity = 256',
  shardBy: 'sipHash64(workspace, message)',
}

/** Every batch is written down before and after it is inserted; one that was begun and never kept is taken out again. */
const batch: Table = {
  name: 'batch',
  columns: [
    `workspace ${dimension}`,
    'batch UUID',
    `state ${dimension}`,
    'months Array(Date)',
    "at DateTime64(3, 'UTC')",
  ],
  engine: 'MergeTree',
  orderBy: '(workspace, batch, state)',
  ttl: 'toDateTime(at) + INTERVAL 90 DAY',
  shardBy: 'sipHash64(workspace, batch)',
}

/** Migrations of the warehouse, oldest first. Each is written so that running it twice does no harm. */
export const warehouseMigrations: readonly WarehouseMigration[] = [
  {
    id: '0001-answers',
    statements: (shape) => [
      ...[answer, answerRollup, answerRollupRebuilt, seenMessage, batch].flatMap((table) =>
        tableStatements(table, shape),
      ),
      ...viewStatements(answerRollupView, shape),
    ],
  },
  factMigration,
]
