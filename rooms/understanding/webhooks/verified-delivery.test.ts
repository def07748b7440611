import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { verifiedDelivery } from './verified-delivery.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const body = Buffer.from('{"stars":4}')

const standard = (headers: Record<string, string>, signed = body, secrets = [secret]) =>
  verifiedDelivery({ kind: 'standard', headers, body: signed }, secrets)

function signedAt(moment: Date, by = secret) {
  const signature = new Webhook(by).sign('msg_1', moment, body.toString())
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(moment.getTime() / 1000)),
    'webhook-signature': signature,
  }
}

it('[UND-100] a delivery signed as Standard Webhooks has it is told by its id', () => {
  const now = new Date()
  expect(standard(signedAt(now))).toBe('msg_1')
  const several = { ...signedAt(now), 'webhook-signature': `v1,wrong ${signedAt(now)['webhook-signature']}` }
  expect(standard(several)).toBe('msg_1')
  expect(standard(signedAt(now), Buffer.from('{"stars":5}'))).toBeNull()
  expect(standard({ ...signedAt(now), 'webhook-id': 'msg_2' })).toBeNull()
  expect(standard(signedAt(now, 'whsec_AAAA9r8GKYqrTwjUPD8ILPZIo2LaLaSw'))).toBeNull()
  expect(standard({})).toBeNull()
  expect(standard({ ...signedAt(now), 'webhook-timestamp': 'now' })).toBeNull()
})

it('[UND-100] one signed more than five minutes ago, or ahead, is refused', () => {
  const minutes = (count: number) => new Date(Date.now() + count * 60_000)
  expect(standard(signedAt(minutes(-4)))).toBe('msg_1')
  expect(standard(signedAt(minutes(-6)))).toBeNull()
  expect(standard(signedAt(minutes(6)))).toBeNull()
})

it('[UND-100] a delivery signed as GitHub does is told by its id, or by what it says', () => {
  // The example of GitHub's documentation: secret, payload and signature.
  const documented = {
    kind: 'github' as const,
    body: Buffer.from('Hello, World!'),
    headers: {
      'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
      'x-github-delivery': 'd-1',
    },
  }
  expect(verifiedDelivery(documented, ["It's a Secret to Everybody"])).toBe('d-1')
  expect(verifiedDelivery(documented, ['another'])).toBeNull()
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  const bare = { kind: 'github' as const, body, headers: { 'x-hub-signature-256': signature } }
  expect(verifiedDelivery(bare, [secret])).toMatch(/^[0-9a-f]{32}$/)
  for (const wrong of ['', 'sha256=', 'sha1=00', signature.slice(0, -2), signature.replace('sha256', 'sha1')])
    expect([
      wrong,
      verifiedDelivery({ ...bare, headers: { 'x-hub-signature-256': wrong } }, [secret]),
    ]).toEqual([wrong, null])
})

it('[UND-103] either of two secrets opens, the new one and the one before', () => {
  const other = 'whsec_AAAA9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const now = new Date()
  expect(standard(signedAt(now, other), body, [secret, other])).toBe('msg_1')
  expect(standard(signedAt(now), body, [secret, other])).toBe('msg_1')
})
