import { type BenchWarehouse, workspace } from './bench-warehouse.ts'

/** Touchpoints that each response marks, beside a recommendation. */
export const touchpoints = 14
/** How their scores of recommendation are counted. */
export const recommended = { from: 9, to: 10, against: { from: 0, to: 6 } }

/** Responses from number `from` on: marks that hang together, and a recommendation that hangs on them. */
export async function fillResponses({ command }: BenchWarehouse, from: number, to: number): Promise<void> {
  const each = 100_000
  for (let first = from; first < to; first += each) {
    const count = Math.min(each, to - first) * (touchpoints + 1)
    await command(`INSERT INTO answer (workspace, received_at, batch, message_id, occurred_at, population, person, question, kind, touchpoint, unit, offer, channel, source, score, scale_low, scale_high, text, language, weight, segments, message)
SELECT '${workspace}', now64(3), toUUID('00000000-0000-0000-0000-000000000000'), toString(m),
  toDateTime64('2025-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(cityHash64(m) % 31536000), 'customers', concat('p', toString(m % 700000)),
  concat('q', toString(q)), if(q = 0, 'nps', 'csat'), concat('t', toString(q)), concat('unit-', toString(m % 40)), '', 'email', 'bench',
  if(q = 0, least(10, greatest(0, round(3 + cityHash64(m, 1) % 5 + cityHash64(m, 2) % 3))), 1 + cityHash64(m, q) % 5), 1, 5, '', '', 1,
  map('region', toString(m % 6)), toFixedString(substring(SHA256(toString(m)), 1, 16), 16)
FROM (SELECT ${first} + intDiv(number, ${touchpoints + 1}) AS m, number % ${touchpoints + 1} AS q FROM numbers(${count}))`)
  }
}
