import { decodeText } from './decode-text.ts'
import { isDateFormat } from './excel-date.ts'
import { fileReason } from './file-reasons.ts'
import type { MappingFile } from './mapping-file.ts'
import type { TableRecord } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { cellLetters, parseXml, type SheetContext, sheetRecords } from './workbook-sheet.job.ts'
import type { ZipArchive } from './zip-archive.job.ts'

/** Letters that the texts of a workbook may have together: they are kept in memory while it is read. */
const lettersMax = 200_000_000

type Attributes = Readonly<Record<string, string>>

export function isWorkbook({ names }: ZipArchive): boolean {
  return names.includes('xl/workbook.xml')
}

/** Records of one sheet of a workbook, as long as its first row is wide. */
export async function* workbookRecords(
  archive: ZipArchive,
  { sheet, decimal }: Pick<MappingFile, 'sheet' | 'decimal'>,
): AsyncGenerator<TableRecord> {
  try {
    const { path, dates } = await sheetOf(archive, sheet)
    const context: SheetContext = {
      dates,
      decimal,
      dateStyles: await dateStylesOf(archive),
      strings: await sharedStringsOf(archive),
    }
    let width: number | null = null
    for await (const { line, cells } of sheetRecords(textOf(archive, path), context)) {
      width ??= cells.length
      yield { line, cells: asWide(cells, width) }
    }
  } catch (error) {
    if (error instanceof UnreadableFile || !(error instanceof Error)) throw error
    throw new UnreadableFile(fileReason('workbookDamaged', { fault: error.message }))
  }
}

/** Empty cells at the end of a row are not written in a workbook. */
function asWide(cells: readonly string[], width: number): readonly string[] {
  if (cells.length < width) return [...cells, ...Array<string>(width - cells.length).fill('')]
  return cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : cells
}

async function sheetOf(archive: ZipArchive, wanted: string | undefined) {
  const workbook = await elementsOf(archive, 'xl/workbook.xml', ['sheet', 'workbookPr'])
  const sheets = workbook.filter(({ name }) => name === 'sheet').map(({ attributes }) => attributes)
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted)
  if (!sheet) {
    const names = sheets.map(({ name }) => `"${name}"`).join(', ')
    throw new UnreadableFile(fileReason('noSuchSheet', { sheet: String(wanted), names }))
  }
  const links = await elementsOf(archive, 'xl/_rels/workbook.xml.rels', ['Relationship'])
  const target = links.find(({ attributes }) => attributes.Id === sheet['r:id'])?.attributes.Target ?? ''
  const from1904 = workbook.some(({ attributes }) => /^(1|true)$/.test(attributes.date1904 ?? ''))
  return {
    path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    dates: from1904 ? ('1904' as const) : ('1900' as const),
  }
}

async function dateStylesOf(archive: ZipArchive): Promise<ReadonlySet<number>> {
  if (!archive.names.includes('xl/styles.xml')) return new Set()
  const elements = await elementsOf(archive, 'xl/styles.xml', ['numFmt', 'xf', 'cellXfs', 'cellStyleXfs'])
  const codes = new Map(
    elements
      .filter(({ name }) => name === 'numFmt')
      .map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode] as const),
  )
  const from = elements.findIndex(({ name }) => name === 'cellXfs') + 1
  const to = elements.findIndex(({ name }, index) => index >= from && name !== 'xf')
  const styles = elements.slice(from, to === -1 ? undefined : to)
  const shown = styles.map(({ attributes }) => Number(attributes.numFmtId ?? 0))
  return new Set(shown.flatMap((id, style) => (isDateFormat(id, codes.get(id)) ? [style] : [])))
}

/** Texts that the cells of all sheets point to. */
async function sharedStringsOf(archive: ZipArchive): Promise<readonly string[]> {
  const path = 'xl/sharedStrings.xml'
  if (!archive.names.includes(path)) return []
  const strings: string[] = []
  let item = ''
  let letters = 0
  const counted = cellLetters()
  const reading = parseXml<never>(textOf(archive, path), {
    open: counted.open,
    text: (part) => {
      if (!counted.count()) return
      item += part
      letters += part.length
    },
    close: (name) => {
      counted.close(name)
      if (name !== 'si') return
      strings.push(item)
      item = ''
    },
    taken: () => {
      if (letters <= lettersMax) return []
      throw new UnreadableFile(fileReason('workbookTooLarge'))
    },
  })
  for await (const _ of reading);
  return strings
}

interface XmlElement {
  readonly name: string
  readonly attributes: Attributes
}

async function elementsOf(
  archive: ZipArchive,
  path: string,
  wanted: readonly string[],
): Promise<XmlElement[]> {
  if (!archive.names.includes(path)) throw new Error(`${path} is missing`)
  const elements: XmlElement[] = []
  const reading = parseXml<never>(textOf(archive, path), {
    open: (name, attributes) => {
      if (wanted.includes(name)) elements.push({ name, attributes })
    },
    text: () => undefined,
    close: () => undefined,
    taken: () => [],
  })
  for await (const _ of reading);
  return elements
}

function textOf(archive: ZipArchive, path: string): AsyncGenerator<string> {
  if (!archive.names.includes(path)) throw new Error(`${path} is missing`)
  return decodeText(archive.bytesOf(path), 'utf-8')
}
