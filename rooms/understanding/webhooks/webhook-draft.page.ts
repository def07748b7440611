import type { WebhookRecord } from './webhook.contract.ts'

export type WebhookDraft = Pick<WebhookRecord, 'name' | 'signature' | 'mapping'>

/** What a new webhook begins with: a review that is published elsewhere. */
export const blankWebhook: WebhookDraft = {
  name: '',
  signature: 'standard',
  mapping: `webhook: 1
event: Review Published
id: { from: review.id }
person: { from: review.author.id, as: pseudonym }
date: { from: review.created_at }
language: { from: review.language }
properties:
  rating: { from: review.stars }
  text: { from: review.text }
`,
}
