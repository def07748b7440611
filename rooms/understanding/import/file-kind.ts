/** What the first bytes of a file say it is, whatever its name. */
export type FileKind = 'gzip' | 'zip' | 'parquet' | 'text' | 'empty' | { readonly unfit: string }

/** Bytes that tell what a file is. */
export const kindSampleBytes = 4096

/** Kinds that cannot be read, each with what to do instead, in both languages. */
const unfit = {
  oldExcel: {
    en: 'an Excel workbook of before 2007; save it as .xlsx',
    fr: 'un classeur Excel d’avant 2007 ; enregistrez-le en .xlsx',
  },
  pdf: {
    en: 'a PDF; ask for the table it was made from',
    fr: 'un PDF ; demandez la table dont il vient',
  },
  image: {
    en: 'an image; ask for the table it shows',
    fr: 'une image ; demandez la table qu’elle montre',
  },
  sevenZip: {
    en: 'a 7z archive; pack it as .zip or .gz',
    fr: 'une archive 7z ; compressez-la en .zip ou .gz',
  },
  bzip2: {
    en: 'packed by bzip2; pack it as .gz',
    fr: 'compressé par bzip2 ; compressez-le en .gz',
  },
  xz: {
    en: 'packed by xz; pack it as .gz',
    fr: 'compressé par xz ; compressez-le en .gz',
  },
  zstandard: {
    en: 'packed by Zstandard; pack it as .gz',
    fr: 'compressé par Zstandard ; compressez-le en .gz',
  },
  sqlite: {
    en: 'a database of SQLite; export its table as CSV',
    fr: 'une base SQLite ; exportez sa table en CSV',
  },
  spss: {
    en: 'a data file of SPSS; export it as CSV',
    fr: 'un fichier de données SPSS ; exportez-le en CSV',
  },
  binary: {
    en: 'binary and of no kind known here; give text, .xlsx, .parquet, .gz or .zip',
    fr: 'binaire et d’aucun type connu ici ; donnez du texte, .xlsx, .parquet, .gz ou .zip',
  },
} as const

export const unfitKinds = Object.values(unfit)

const marks: readonly (readonly [FileKind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  [{ unfit: unfit.oldExcel.en }, [0xd0, 0xcf, 0x11, 0xe0]],
  [{ unfit: unfit.pdf.en }, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  [{ unfit: unfit.image.en }, [0x89, 0x50, 0x4e, 0x47]],
  [{ unfit: unfit.image.en }, [0xff, 0xd8, 0xff]],
  [{ unfit: unfit.sevenZip.en }, [0x37, 0x7a, 0xbc, 0xaf]],
  [{ unfit: unfit.bzip2.en }, [0x42, 0x5a, 0x68]],
  [{ unfit: unfit.xz.en }, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  [{ unfit: unfit.zstandard.en }, [0x28, 0xb5, 0x2f, 0xfd]],
  [{ unfit: unfit.sqlite.en }, [...Buffer.from('SQLite format 3')]],
  [{ unfit: unfit.spss.en }, [...Buffer.from('$FL2')]],
]

/** Kind of a file out of its first bytes; `wide` where its text takes two bytes a character. */
export function fileKind(head: Uint8Array, { wide }: { wide: boolean }): FileKind {
  if (head.length === 0) return 'empty'
  const marked = marks.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))
  if (marked) return marked[0]
  if (wide || hasWideMark(head)) return 'text'
  const binary = head.some((byte) => byte === 0)
  return binary ? { unfit: unfit.binary.en } : 'text'
}

function hasWideMark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}
