import type { z } from 'zod'

/**
 * A format that others have fixed, served as they fixed it: outside the procedures, at addresses of its own, so that
 * programs people already run need no change.
 */
export interface WireContract {
  readonly method: 'POST'
  /** The whole path, places in braces: `/v1/hooks/{id}`. */
  readonly path: `/v1/${string}`
  /** Other addresses that mean the same. */
  readonly alsoAt?: readonly `/v1/${string}`[]
  /** Whether the sender shows a key with this right, or signs what it sends. */
  readonly proof: 'facts:write' | 'signature'
  readonly tag: string
  readonly summary: string
  readonly description: string
  /** What a body may weigh, packed or not. */
  readonly bytesMax: number
  /** Code of the refusal of a body that weighs more; it is given the `limit`. */
  readonly tooLarge: string
  readonly input: z.ZodType
  readonly output: z.ZodType
}
