import type { IncomingHttpHeaders } from 'node:http'
import type { Caller } from '../access/caller.contract.ts'
import type { Locale } from './locale.contract.ts'
import type { WireContract } from './wire.contract.ts'

export interface WireRequest {
  /** Values of the places in the path. */
  readonly params: Readonly<Record<string, string>>
  readonly headers: IncomingHttpHeaders
  /** The body, unpacked. */
  readonly body: Buffer
  /** The workspace whose key was shown; the key in the header goes before one in the body. */
  readonly admitted: (keyInBody: string | undefined) => Promise<AdmittedKey>
  readonly locale: Locale
}

export type AdmittedKey = Extract<Caller, { kind: 'key' }>

export interface WireRoute extends WireContract {
  /** Takes room for a body before it is read, or throws the refusal; what it answers gives the room back. */
  readonly reserve: (bytes: number) => () => void
  /** Answers with what is sent back as JSON. */
  readonly receive: (request: WireRequest) => Promise<unknown>
}
