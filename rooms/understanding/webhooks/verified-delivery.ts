import { createHmac, timingSafeEqual } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** How senders sign: as Standard Webhooks has it, or as GitHub does. */
export const signatureKinds = ['standard', 'github'] as const
export type SignatureKind = (typeof signatureKinds)[number]

export interface SignedDelivery {
  readonly kind: SignatureKind
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/**
 * Id of a delivery that was signed with one of the secrets; null where it was not. What is signed as Standard Webhooks
 * has it is refused more than five minutes from the moment it names, so that nobody sends it again later.
 * Sources: https://www.standardwebhooks.com,
 * https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function verifiedDelivery(signed: SignedDelivery, secrets: readonly string[]): string | null {
  const verify = signed.kind === 'standard' ? verifyStandard : verifyGithub
  return secrets.some((secret) => verify(signed, secret)) ? deliveryIdOf(signed) : null
}

function verifyStandard({ headers, body }: SignedDelivery, secret: string): boolean {
  const told = (name: string) => textIn(headers[name])
  const shown = {
    'webhook-id': told('webhook-id'),
    'webhook-timestamp': told('webhook-timestamp'),
    'webhook-signature': told('webhook-signature'),
  }
  try {
    new Webhook(secret).verify(body, shown, { jsonParse: false })
    return true
  } catch {
    return false
  }
}

function verifyGithub({ headers, body }: SignedDelivery, secret: string): boolean {
  const [name, signature = ''] = textIn(headers['x-hub-signature-256']).split('=')
  const expected = createHmac('sha256', secret).update(body).digest()
  const given = Buffer.from(signature, 'hex')
  return name === 'sha256' && given.length === expected.length && timingSafeEqual(given, expected)
}

/** What a sender without an id of its own delivers is told apart by all it says. */
function deliveryIdOf({ kind, headers, body }: SignedDelivery): string {
  const given = textIn(headers[kind === 'standard' ? 'webhook-id' : 'x-github-delivery'])
  return given.slice(0, 128) || createHmac('sha256', '').update(body).digest('hex').slice(0, 32)
}

const textIn = (header: string | string[] | undefined) => (typeof header === 'string' ? header : '')
