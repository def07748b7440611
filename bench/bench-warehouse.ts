import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, defaultLimits, rowsOf, type Statement } from '../foundations/warehouse/engine.ts'
import { openWarehouse, type Warehouse } from '../foundations/warehouse/warehouse.ts'

/** A warehouse in a directory of its own, with the bare engine beside it. */
export interface BenchWarehouse {
  readonly warehouse: Warehouse
  /** One statement on the engine, read into plain objects, without anything of ours between. */
  readonly byHand: <Row>(statement: Statement) => Promise<Row[]>
  readonly command: (sql: string) => Promise<void>
  readonly insert: (table: string, rows: readonly object[]) => Promise<void>
}

/** A directory of its own, taken away when the work is done. */
export async function withDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'tutti-bench-'))
  try {
    return await work(directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Opens a warehouse, does the work and takes everything away again. */
export function withWarehouse<Result>(work: (bench: BenchWarehouse) => Promise<Result>): Promise<Result> {
  return withDirectory((directory) => withWarehouseIn(directory, work))
}

/** Opens a warehouse in a directory, does the work and closes it again. */
export async function withWarehouseIn<Result>(
  directory: string,
  work: (bench: BenchWarehouse) => Promise<Result>,
): Promise<Result> {
  const location = { directory }
  const limits = { ...defaultLimits, statementSeconds: 600 }
  const warehouse = await openWarehouse({ location, limits })
  const client = connect(location, limits)
  try {
    return await work({
      warehouse,
      byHand: (statement) => rowsOf(client, statement),
      command: async (query) => {
        await client.command({ query })
      },
      insert: async (table, rows) => {
        await client.insert({ table, values: [...rows], format: 'JSONEachRow' })
      },
    })
  } finally {
    await client.close()
    await warehouse.close()
  }
}

export const workspace = 'bench'

/** Columns of `answer` in the order in which answers are made; others have their default. */
const madeColumns = [
  ...['workspace', 'received_at', 'batch', 'message_id', 'occurred_at', 'population', 'person'],
  ...[
    'question',
    'kind',
    'touchpoint',
    'unit',
    'offer',
    'channel',
    'source',
    'score',
    'scale_low',
    'scale_high',
  ],
  ...['score_asked', 'asked_low', 'asked_high', 'text', 'language', 'weight', 'segments', 'message'],
]

/** Where made answers come from. */
export interface MadeShape {
  readonly workspace: string
  readonly touchpoints: number
  readonly units: number
}

const usualShape: MadeShape = { workspace, touchpoints: 20, units: 40 }

/** Columns of an answer made from its number; `at` is an SQL expression of its moment. */
function madeAnswers(numbers: string, at: string, shape: MadeShape): string {
  return `INSERT INTO answer (${madeColumns.join(', ')})
SELECT '${shape.workspace}' AS workspace, now64(3) AS received_at, toUUID('00000000-0000-0000-0000-000000000000') AS batch,
  concat('m', toString(number)) AS message_id, ${at} AS occurred_at, 'customers' AS population,
  concat('p', toString(h % 2000000)) AS person, 'recommend' AS question, 'nps' AS kind,
  concat('touchpoint-', toString(intDiv(h, ${shape.units}) % ${shape.touchpoints})) AS touchpoint, concat('unit-', toString(h % ${shape.units})) AS unit,
  '' AS offer, ['web', 'store', 'app'][intDiv(h, 16000) % 3 + 1] AS channel, 'bench' AS source,
  toFloat64(intDiv(h, 800) % 11) AS score, 0. AS scale_low, 10. AS scale_high,
  score AS score_asked, 0. AS asked_low, 10. AS asked_high, '' AS text, '' AS language,
  [0.5, 1., 1., 2.][intDiv(h, 9000) % 4 + 1] AS weight,
  map('trip', ['business', 'leisure', 'family'][intDiv(h, 48000) % 3 + 1], 'age', ['18', '35', '50', '65'][intDiv(h, 144000) % 4 + 1]) AS segments,
  toFixedString(message_id, 16) AS message
FROM (SELECT number, sipHash64(number) AS h FROM ${numbers})`
}

/**
 * Fills the workspace with answers of the years 2023 to 2025, month after month as they would have come: 40 units and
 * 20 touchpoints unless said otherwise, scores 0 to 10, two segments, weighted.
 */
export async function fillThreeYears(
  { command }: BenchWarehouse,
  answers: number,
  shape: MadeShape = usualShape,
): Promise<void> {
  const months = 36
  const perMonth = Math.ceil(answers / months)
  for (let month = 0; month < months; month++) {
    const first = `2${String(23 + Math.floor(month / 12)).padStart(3, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
    const at = `toDateTime64('${first} 00:00:00', 3, 'UTC') + toIntervalSecond(intDiv(h, 576000) % 2419200)`
    await command(madeAnswers(`numbers(${month * perMonth}, ${perMonth})`, at, shape))
  }
}
