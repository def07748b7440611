import { fileReason } from './file-reasons.ts'
import type { FileEncoding } from './mapping-file.ts'
import { UnreadableFile } from './unreadable-file.ts'

const decoderNames: Readonly<Record<FileEncoding, string>> = {
  'utf-8': 'utf-8',
  'latin-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  macintosh: 'macintosh',
}

/** Text of bytes that stream in; a mark of byte order decides before the encoding that was named. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  declared: FileEncoding,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let encoding = declared
  let isFirst = true
  try {
    for await (const chunk of bytes) {
      encoding = decoder ? encoding : encodingOf(chunk, declared)
      decoder ??= new TextDecoder(decoderNames[encoding], { fatal: true })
      const text = decoder.decode(chunk, { stream: true })
      yield isFirst ? text.replace(/^ï»¿/, '') : text
      isFirst = false
    }
    if (decoder) yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UnreadableFile(fileReason('notInEncoding', { encoding }))
  }
}

/** A mark of UTF-16 is never there by chance; one of UTF-8 stands before other encodings in some files, so what is declared holds. */
function encodingOf(head: Uint8Array, declared: FileEncoding): FileEncoding {
  const marked = markedEncoding(head)
  return marked === null || marked === 'utf-8' ? declared : marked
}

/** Encoding that the mark of byte order at the head of a text names. */
export function markedEncoding([first, second, third]: Uint8Array): FileEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}
