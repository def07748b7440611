import { markedEncoding } from '../decode-text.ts'
import type { FileEncoding } from '../mapping-file.ts'

/** Encoding of a sample of bytes: its mark, else zeros in every other place, else what its letters make sense in. */
export function detectEncoding(bytes: Uint8Array): FileEncoding {
  const marked = markedEncoding(bytes)
  if (marked !== null && marked !== 'utf-8') return marked
  const zeros = [0, 1].map((side) =>
    bytes.reduce((sum, byte, at) => sum + (at % 2 === side && byte === 0 ? 1 : 0), 0),
  )
  if (zeros[1]! > bytes.length / 5) return 'utf-16le'
  if (zeros[0]! > bytes.length / 5) return 'utf-16be'
  if (isUtf8(bytes)) return 'utf-8'
  return macLetters(bytes) > latinLetters(bytes) ? 'macintosh' : 'windows-1252'
}

/** Whether bytes are UTF-8; a letter cut in two at the end of the sample does not count against it. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Accented letters of Windows-1252 (0xc0–0xff) inside words. */
function latinLetters(bytes: Uint8Array): number {
  return lettersBetween(bytes, 0xc0, 0xff)
}

/** Accented letters of the old encoding of the Mac (0x80–0x9f) inside words. */
function macLetters(bytes: Uint8Array): number {
  return lettersBetween(bytes, 0x80, 0x9f)
}

function lettersBetween(bytes: Uint8Array, low: number, high: number): number {
  const isLetter = (byte: number | undefined) =>
    byte !== undefined && /[a-z]/i.test(String.fromCharCode(byte))
  return bytes.reduce(
    (sum, byte, at) =>
      sum + (byte >= low && byte <= high && isLetter(bytes[at - 1]) && isLetter(bytes[at + 1]) ? 1 : 0),
    0,
  )
}
