import { type Answer, answerRow } from '../foundations/warehouse/answer.ts'
import { answerOf } from '../foundations/warehouse/fixtures/answers.ts'
import { type BenchWarehouse, workspace } from './bench-warehouse.ts'

/** Answers of the last days of June 2026, each in a message of its own. */
export function answersMade(count: number, messageId: (index: number) => string): Answer[] {
  return Array.from({ length: count }, (_, index) =>
    answerOf({
      messageId: messageId(index),
      score: index % 11,
      unit: `unit-${index % 40}`,
      touchpoint: `touchpoint-${index % 20}`,
      occurredAt: new Date(Date.UTC(2026, 5, 20 + (index % 10))),
      segments: { trip: index % 2 ? 'business' : 'leisure' },
    }),
  )
}

/** The rows of the same answers, put into the same table by the engine's own client. */
export async function insertByHand({ insert }: BenchWarehouse, answers: readonly Answer[]): Promise<void> {
  const kept = {
    workspace: 'by-hand',
    batch: '00000000-0000-0000-0000-000000000000',
    receivedAt: new Date(0),
  }
  await insert(
    'answer',
    answers.map((answer) => answerRow(answer, kept)),
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
