import { type Readable, Transform } from 'node:stream'
import { problem } from './problem.contract.ts'

export interface BodyLimit {
  readonly bytesMax: number
  readonly declaredBytes: number | undefined
}

/** The body as it arrives; it breaks off as soon as it is larger than it may be. */
export function limitedBody(body: Readable, { bytesMax, declaredBytes = 0 }: BodyLimit): Readable {
  const tooLarge = () => problem('HTTP_BODY_TOO_LARGE', { limit: sizeText(bytesMax) })
  if (declaredBytes > bytesMax) throw tooLarge()
  let bytes = 0
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length
      if (bytes > bytesMax) next(tooLarge())
      else next(null, chunk)
    },
  })
  body.on('error', (error) => limit.destroy(error))
  body.on('close', () => {
    if (!body.readableEnded) limit.destroy(problem('HTTP_BODY_MALFORMED', { reason: 'it broke off' }))
  })
  return body.pipe(limit)
}

/** 2 MB, 500 kB, 20 B. */
export function sizeText(bytes: number): string {
  if (bytes >= 1_000_000) return `${Math.floor(bytes / 1_000_000)} MB`
  return bytes >= 1_000 ? `${Math.floor(bytes / 1_000)} kB` : `${bytes} B`
}
