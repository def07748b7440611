export const sendWays = ['node', 'curl', 'browser'] as const
export type SendWay = (typeof sendWays)[number]

const codes: Readonly<Record<SendWay, (address: string) => string>> = {
  node: (address) => `import { Analytics } from '@segment/analytics-node'

const analytics = new Analytics({
  writeKey: process.env.WRITE_KEY,
  host: '${address}',
})
analytics.track({
  userId: 'customer-42',
  event: 'Order Completed',
  properties: { revenue: 59.9, currency: 'EUR' },
})
await analytics.flush({ close: true })
`,
  curl: (address) => `curl ${address}/v1/track \\
  --user "$WRITE_KEY:" \\
  --header 'content-type: application/json' \\
  --data '{
    "userId": "customer-42",
    "event": "Order Completed",
    "properties": { "revenue": 59.9, "currency": "EUR" },
    "messageId": "order-1007",
    "timestamp": "2026-03-01T09:30:00Z"
  }'
`,
  browser: (address) => `const send = (event, properties) =>
  fetch('${address}/v1/track', {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      writeKey: 'WRITE_KEY',
      anonymousId: visitor,
      event,
      properties,
      messageId: crypto.randomUUID(),
      timestamp: new Date().toISOString(),
    }),
  })
let visitor = localStorage.getItem('visitor')
if (!visitor) localStorage.setItem('visitor', (visitor = crypto.randomUUID()))
send('Product Viewed', { sku: 'A-17' })
`,
}

/** Code that sends an event to an address. */
export function sendingCode(way: SendWay, address: string): string {
  return codes[way](address)
}
