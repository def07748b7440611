import type { RejectedRow } from '../contract.ts'
import { fileRows, type ReadLine, rowIds } from './file-rows.job.ts'
import { type RowAnswer, type RowReading, readRow } from './read-row.ts'

/** Rows of a file read together, ready to be kept. */
export interface ReadBatch {
  readonly answers: readonly RowAnswer[]
  readonly rejected: readonly RejectedRow[]
  /** Rows read, and of these the sound ones, since the batch before. */
  readonly rowsRead: number
  readonly rowsSound: number
  readonly answersNotGiven: number
  /** Bytes of the file read so far. */
  readonly bytesRead: number
}

const rowsInBatch = 2000

/** Reads a file batch by batch; what it yields holds every row exactly once. */
export async function* readBatches(
  path: string,
  { mapping, now }: Pick<RowReading, 'mapping' | 'now'>,
): AsyncGenerator<ReadBatch> {
  const reading = { mapping, now, idOf: rowIds() }
  const meter = { bytesRead: 0 }
  let batch = emptyBatch()
  for await (const line of fileRows(path, { mapping, meter })) {
    add(batch, line, reading)
    if (batch.rowsRead < rowsInBatch) continue
    yield { ...batch, ...meter }
    batch = emptyBatch()
  }
  yield { ...batch, ...meter }
}

function emptyBatch() {
  return {
    answers: [] as RowAnswer[],
    rejected: [] as RejectedRow[],
    rowsRead: 0,
    rowsSound: 0,
    answersNotGiven: 0,
  }
}

function add(batch: ReturnType<typeof emptyBatch>, line: ReadLine, reading: RowReading): void {
  batch.rowsRead += 1
  const outcome = 'row' in line ? readRow(line.row, reading) : { rejected: [line.rejected] }
  if ('rejected' in outcome) {
    batch.rejected.push(...outcome.rejected)
    return
  }
  batch.rowsSound += 1
  batch.answers.push(...outcome.answers)
  batch.answersNotGiven += outcome.notGiven
}
