import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { engineTime } from '../foundations/warehouse/engine-time.ts'
import { answerOf, messagesOf, type TestAnswer } from '../foundations/warehouse/fixtures/answers.ts'
import type { Message } from '../foundations/warehouse/message.ts'
import { type BenchWarehouse, workspace } from './bench-warehouse.ts'

/** Messages of one answer each, of the last days of June 2026. */
export function answersMade(count: number, messageId: (index: number) => string): Message[] {
  return messagesOf(Array.from({ length: count }, (_, index) => answerMade(messageId(index), index)))
}

/** Messages of several answers each, as the rows of a survey bring them. */
export function responsesMade(
  { responses, questions }: { readonly responses: number; readonly questions: number },
  messageId: (index: number) => string,
): Message[] {
  const asked = Array.from({ length: questions }, (_, index) => ({
    ...{ key: `q${index}`, kind: 'csat', touchpoint: `touchpoint-${index}` },
    ...{ scale: { low: 0, high: 10 }, asked: null },
  }))
  return answersMade(responses, messageId).map((message, row) => ({
    ...message,
    answers: asked.map((question, index) => {
      const score = (row + index) % 11
      return { question, score, scoreAsked: score, text: '' }
    }),
  }))
}

function answerMade(messageId: string, index: number): TestAnswer {
  return answerOf({
    messageId,
    score: index % 11,
    unit: `unit-${index % 40}`,
    touchpoint: `touchpoint-${index % 20}`,
    occurredAt: new Date(Date.UTC(2026, 5, 20 + (index % 10))),
    segments: { trip: index % 2 ? 'business' : 'leisure' },
  })
}

/** Writes the answers of messages as JSON Lines, and gives the statement by which the engine itself inserts that file. */
export async function fileByHand(directory: string, messages: readonly Message[]): Promise<string> {
  const path = join(directory, `by-hand-${files++}.jsonl`)
  await writeFile(path, messages.flatMap((message) => rowsByHand(message)).join('\n'))
  return `INSERT INTO answer SELECT * FROM file('${path}', 'JSONEachRow')`
}

let files = 0

function rowsByHand({ id, occurredAt, answers = [], ...traits }: Message): string[] {
  const { population, person, unit, offer, channel, source, language, weight, segments } = traits
  return answers.map(({ question, score, scoreAsked, text }) =>
    JSON.stringify({
      ...{ workspace: 'by-hand', received_at: '2026-07-01 00:00:00.000', message_id: id, population, person },
      ...{ batch: '00000000-0000-0000-0000-000000000000', occurred_at: engineTime(occurredAt) },
      ...{ question: question.key, kind: question.kind, touchpoint: question.touchpoint },
      ...{
        unit,
        offer,
        channel,
        source,
        score,
        scale_low: question.scale?.low,
        scale_high: question.scale?.high,
      },
      ...{ score_asked: scoreAsked, asked_low: question.scale?.low, asked_high: question.scale?.high },
      ...{ text, language, weight, segments, message: id.slice(0, 16).padEnd(16) },
    }),
  )
}

/** Messages `m0`, `m1` … as if they had been kept, in twenty inserts. */
export async function fillSeen({ command }: BenchWarehouse, messages: number): Promise<void> {
  const each = messages / 20
  for (let part = 0; part < 20; part++) {
    await command(`INSERT INTO seen_message
SELECT '${workspace}', toFixedString(substring(SHA256(concat('m', toString(number))), 1, 16), 16), toUUID('00000000-0000-0000-0000-000000000000')
FROM numbers(${part * each}, ${each})`)
  }
}
