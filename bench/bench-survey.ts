import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

/** A wide survey as people export it: one row a response, thirty scores of 1 to 5 (0 = not given), one of 0 to 10. */
export interface SurveyFile {
  readonly rows: number
  readonly bytes: number
}

const questions = 30
const touchpoints = 20
const rowsAtOnce = 2_000

const questionNames = Array.from({ length: questions }, (_, index) => `q${index}`)
const header = ['response', 'day', 'store', 'trip', 'class', 'weight', ...questionNames, 'nps', 'comment']

/** Writes a survey of about this size, told by the numbers of its rows alone; where wished with so many words in each row. */
export async function writeSurvey(path: string, megabytes: number, words = 0): Promise<SurveyFile> {
  const stream = createWriteStream(path)
  stream.write(`${header.join(',')}\n`)
  let rows = 0
  while (stream.bytesWritten + stream.writableLength < megabytes * 1_000_000) {
    let lines = ''
    for (let at = 0; at < rowsAtOnce; at++) lines += surveyRow(rows + at, words)
    rows += rowsAtOnce
    if (!stream.write(lines)) await once(stream, 'drain')
  }
  stream.end()
  await finished(stream)
  return { rows, bytes: stream.bytesWritten }
}

const vocabulary =
  'delivery late friendly staff queue waited price quality shop online order returned refund answer phone again never easily found clean helpful broken fast slow wrong address parcel damaged replaced quickly'.split(
    ' ',
  )

/** Words in an order of their own for each row. */
function commentOf(row: number, words: number): string {
  let state = row + 1
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return vocabulary[(state >>> 8) % vocabulary.length]
  }
  return Array.from({ length: words }, next).join(' ')
}

function surveyRow(row: number, words: number): string {
  const mixed = (at: number) => (((row + 1) * 2_654_435_761 + at * 40_503) >>> 7) % 7
  const day = String((row % 28) + 1).padStart(2, '0')
  let scores = ''
  for (let at = 0; at < questions; at++) scores += `${Math.min(5, mixed(at))},`
  const short = row % 20 === 0 ? `"Well, fine; ${row}"` : ''
  const comment = words > 0 ? commentOf(row, words) : short
  const traits = `Store ${row % 40},${row % 3 ? 'leisure' : 'business'},${'ABC'[row % 3]},${[0.8, 1, 1.25][row % 3]}`
  return `R${row},2026-0${(row % 6) + 1}-${day},${traits},${scores}${row % 11},${comment}\n`
}

/** How the survey is read by Tutti. */
export function surveyMapping(source: string): string {
  const columns = questionNames.map((name, index) => `${name}: touchpoint-${index % touchpoints}`)
  return `mapping: 1
name: Survey
source: ${source}
row:
  id: "{response}"
  date: { text: "{day}" }
  unit: store
  weight: weight
  segments: { trip: trip, class: class }
answers:
  - kind: csat
    scale: { low: 1, high: 5 }
    notGiven: [0]
    columns: { ${columns.join(', ')} }
  - kind: nps
    scale: { low: 0, high: 10 }
    columns: { nps: touchpoint-0 }
comments:
  - { column: comment, touchpoint: touchpoint-0 }
`
}

/** One statement by which the bare engine reads the same file and inserts the same answers. */
export function surveyByHand(path: string, source: string): string {
  const list = (texts: readonly string[]) => `[${texts.map((text) => `'${text}'`).join(', ')}]`
  const asked = [...questionNames, 'nps', 'comment']
  const about = [
    ...questionNames.map((_, index) => `touchpoint-${index % touchpoints}`),
    'touchpoint-0',
    'touchpoint-0',
  ]
  const kinds = [...questionNames.map(() => 'csat'), 'nps', 'comment']
  const scores = [...questionNames.map((name) => `nullIf(${name}, 0)`), 'nps', 'NULL'].join(', ')
  const structure = header
    .map((name) => `${name} ${/^(q\d+|nps|weight)$/.test(name) ? 'Float64' : 'String'}`)
    .join(', ')
  return `INSERT INTO answer (workspace, received_at, batch, message_id, message, occurred_at, population, person, source,
  question, kind, touchpoint, unit, offer, channel, score, scale_low, scale_high, score_asked, asked_low, asked_high,
  text, language, weight, segments)
SELECT 'by-hand', now64(3), toUUID('00000000-0000-0000-0000-000000000000'), concat('${source}:', response) AS id,
  toFixedString(substring(SHA256(id), 1, 16), 16), toDateTime64(day, 3, 'UTC'), 'customers', id, '${source}',
  ${list(asked)}[at], ${list(kinds)}[at] AS kind, ${list(about)}[at], lower(replaceAll(store, ' ', '-')), '', '',
  given, if(kind = 'comment', NULL, if(kind = 'nps', 0, 1)), if(kind = 'comment', NULL, if(kind = 'nps', 10, 5)),
  given, if(kind = 'comment', NULL, if(kind = 'nps', 0, 1)), if(kind = 'comment', NULL, if(kind = 'nps', 10, 5)),
  if(kind = 'comment', comment, ''), '', weight, map('trip', trip, 'class', class)
FROM file('${path}', 'CSVWithNames', '${structure}')
ARRAY JOIN range(1, ${asked.length + 1}) AS at, [${scores}]::Array(Nullable(Float64)) AS given
WHERE given IS NOT NULL OR (at = ${asked.length} AND comment != '')`
}
