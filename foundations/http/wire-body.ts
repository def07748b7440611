import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { sizeText } from './limited-body.ts'
import { problem } from './problem.contract.ts'
import type { WireContract } from './wire.contract.ts'

const unzip = promisify(gunzip)

type Limits = Pick<WireContract, 'bytesMax' | 'tooLarge'>

/** Bytes that the sender says the body has; as many as it may have where it does not say. */
export function announcedBytes(headers: IncomingHttpHeaders, limits: Limits): number {
  const length = headers['content-length']
  const declared = length === undefined ? limits.bytesMax : Number(length)
  if (declared > limits.bytesMax) throw tooLarge(limits)
  return headers['content-encoding'] === 'gzip' ? limits.bytesMax : declared
}

/** Reads a body and unpacks it. Neither the packed nor the unpacked one is ever held beyond its limit. */
export async function readWireBody(
  body: Readable,
  headers: IncomingHttpHeaders,
  limits: Limits,
): Promise<Buffer> {
  const packing = headers['content-encoding'] ?? 'identity'
  if (packing !== 'gzip' && packing !== 'identity')
    throw problem('HTTP_MEDIA_TYPE_UNKNOWN', { type: packing })
  const bytes = await collected(body, limits)
  return packing === 'gzip' ? unpacked(bytes, limits) : bytes
}

async function collected(body: Readable, limits: Limits): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limits.bytesMax) throw tooLarge(limits)
      chunks.push(chunk)
    }
  } catch (failure) {
    if (bytes > limits.bytesMax) throw failure
    throw problem('HTTP_BODY_MALFORMED', { reason: 'it broke off' })
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, bytes)
}

async function unpacked(bytes: Buffer, limits: Limits): Promise<Buffer> {
  try {
    return await unzip(bytes, { maxOutputLength: limits.bytesMax })
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limits)
    throw problem('HTTP_BODY_MALFORMED', { reason: 'it is no gzip' })
  }
}

const tooLarge = ({ tooLarge: code, bytesMax }: Limits) => problem(code, { limit: sizeText(bytesMax) })
