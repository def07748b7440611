import { Agent, request } from 'node:http'

/**
 * Sends batches of 100 events to a server on this machine until a number of batches or a time is reached, and writes what
 * it saw as JSON: `node events-generator.ts <address> <write key> <requests at a time> <batches> <seconds> <a second>`.
 * With 0 events a second the next request goes out when one is answered; else when it is due, however many are under way up
 * to so many at a time, and a duration counts from when the request was due.
 */
const [address = '', writeKey = '', ...numbers] = process.argv.slice(2)
const [atATime = 1, batchesMax = 1, secondsMax = 1, eventsASecond = 0] = numbers.map(Number)
const { hostname, port } = new URL(address)
if (hostname !== '127.0.0.1') throw new Error('Events are generated for this machine alone.')

const eventsABatch = 100
const agent = new Agent({ keepAlive: true, maxSockets: atATime })
const headers = {
  authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
  'content-type': 'application/json',
}
const names = ['Order Completed', 'Product Viewed', 'Signed In', 'Live Chat Message Sent', 'Email Opened']

function bodyOf(batch: number): Buffer {
  const timestamp = new Date().toISOString()
  const events = Array.from({ length: eventsABatch }, (_, index) => {
    const person = (batch * 31 + index * 7) % 200_000
    return `{"messageId":"node-next-${batch}-${index}","timestamp":"${timestamp}","type":"track","userId":"person-${person}","event":"${names[index % names.length]}","properties":{"order_id":"o-${batch}-${index}","revenue":${(index * 1.37).toFixed(2)},"currency":"EUR","product_id":"p-${index % 500}","price":${index + 0.5},"category":"Games","email_subject":"Bonjour"},"context":{"library":{"name":"@segment/analytics-node","version":"3.1.0"},"locale":"fr-FR"},"integrations":{},"_metadata":{"nodeVersion":"24.21.0","jsRuntime":"node"}}`
  })
  return Buffer.from(`{"batch":[${events.join(',')}],"sentAt":"${new Date().toISOString()}"}`)
}

function send(body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ hostname, port, agent, path: '/v1/batch', method: 'POST' },
        headers: { ...headers, 'content-length': body.length },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

const durations: number[] = []
const statuses: Record<number, number> = {}
const began = performance.now()
let next = 0

const isOver = () => next >= batchesMax || performance.now() - began >= secondsMax * 1_000

async function sendNext(due: number): Promise<void> {
  const status = await send(bodyOf(next++))
  durations.push(performance.now() - due)
  statuses[status] = (statuses[status] ?? 0) + 1
}

async function sendOn(): Promise<void> {
  while (!isOver()) await sendNext(performance.now())
}

/** Looks every few milliseconds which requests are due. */
async function sendAsDue(): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const gapMs = (eventsABatch / eventsASecond) * 1_000
  while (!isOver()) {
    for (let due = began + next * gapMs; due <= performance.now() && !isOver(); due += gapMs) {
      const one = sendNext(due).finally(() => underWay.delete(one))
      underWay.add(one)
      if (underWay.size >= atATime) await Promise.race(underWay)
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await Promise.all(underWay)
}

if (eventsASecond > 0) await sendAsDue()
else await Promise.all(Array.from({ length: atATime }, sendOn))
const seconds = (performance.now() - began) / 1_000
durations.sort((a, b) => a - b)
const at = (share: number) => durations[Math.ceil(share * durations.length) - 1]!
const events = (statuses[200] ?? 0) * eventsABatch
console.log(
  JSON.stringify({
    events,
    seconds,
    statuses,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    runs: durations.length,
  }),
)
agent.destroy()
