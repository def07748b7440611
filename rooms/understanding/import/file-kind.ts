/** What the first bytes of a file say it is, whatever its name. */
export type FileKind = 'gzip' | 'zip' | 'parquet' | 'text' | 'empty' | { readonly unfit: string }

/** Bytes that tell what a file is. */
export const kindSampleBytes = 4096

const marks: readonly (readonly [FileKind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  [{ unfit: 'an Excel workbook of before 2007; save it as .xlsx' }, [0xd0, 0xcf, 0x11, 0xe0]],
  [{ unfit: 'a PDF; ask for the table it was made from' }, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  [{ unfit: 'an image; ask for the table it shows' }, [0x89, 0x50, 0x4e, 0x47]],
  [{ unfit: 'an image; ask for the table it shows' }, [0xff, 0xd8, 0xff]],
  [{ unfit: 'a 7z archive; pack it as .zip or .gz' }, [0x37, 0x7a, 0xbc, 0xaf]],
  [{ unfit: 'packed by bzip2; pack it as .gz' }, [0x42, 0x5a, 0x68]],
  [{ unfit: 'packed by xz; pack it as .gz' }, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  [{ unfit: 'packed by Zstandard; pack it as .gz' }, [0x28, 0xb5, 0x2f, 0xfd]],
  [{ unfit: 'a database of SQLite; export its table as CSV' }, [...Buffer.from('SQLite format 3')]],
  [{ unfit: 'a data file of SPSS; export it as CSV' }, [...Buffer.from('$FL2')]],
]

/** Kind of a file out of its first bytes; `wide` where its text takes two bytes a character. */
export function fileKind(head: Uint8Array, { wide }: { wide: boolean }): FileKind {
  if (head.length === 0) return 'empty'
  const marked = marks.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))
  if (marked) return marked[0]
  if (wide || hasWideMark(head)) return 'text'
  const binary = head.some((byte) => byte === 0)
  return binary
    ? { unfit: 'binary and of no kind known here; give text, .xlsx, .parquet, .gz or .zip' }
    : 'text'
}

function hasWideMark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}
