import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { Content, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Report, ReportBlock, ReportCell, ReportFigure, ReportTable, Tone } from './report-blocks.ts'
import { inks, scaleDrawing } from './scale-drawing.ts'

const columns = 4
const tones: Readonly<Record<Tone, string>> = { good: inks.ahead, bad: inks.short, quiet: inks.muted }

/** Prints a report: the bytes of a PDF. Made to run in a thread. */
export async function printReport(report: Report): Promise<Uint8Array> {
  const fonts = createRequire(import.meta.url)('pdfmake/fonts/Roboto.js')
  const files = new Set<string>(Object.values(fonts.Roboto))
  pdfmake.setFonts(fonts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => files.has(path))
  return new Uint8Array(await pdfmake.createPdf(reportDocument(printable(report))).getBuffer())
}

/** The report as a document for pdfmake, on A4, with numbered pages. */
/** The report in the signs that Roboto has: no arrows, no narrow space, no raised dots. */
function printable(report: Report): Report {
  const signs: Readonly<Record<string, string>> = {
    '\u202f': '\u00a0',
    '⋯': '…',
    '▲ ': '',
    '▼ ': '',
    '≈ ': '',
  }
  const text = JSON.stringify(report).replace(/\u202f|⋯|[▲▼≈] /g, (sign) => signs[sign]!)
  return JSON.parse(text)
}

function reportDocument(report: Report): TDocumentDefinitions {
  const { language, organisation, title, note, blocks, footer } = report
  return {
    pageSize: 'A4',
    pageMargins: [40, 40, 40, 46],
    language,
    info: { title: `${organisation} — ${title}`, creator: 'Tutti' },
    defaultStyle: { font: 'Roboto', fontSize: 8.5, color: inks.ink, lineHeight: 1.15 },
    content: [
      { text: organisation, color: inks.muted, bold: true },
      { text: title, fontSize: 18, margin: [0, 4, 0, 4] },
      { text: note, color: inks.muted, margin: [0, 0, 0, 6] },
      rule(2),
      rule(0.6),
      ...blocks.flatMap(blockContent),
    ],
    footer: (page, pages) => ({
      margin: [40, 14, 40, 0],
      columns: [
        { text: footer, color: inks.muted, fontSize: 7.5 },
        { text: `${page} / ${pages}`, color: inks.muted, fontSize: 7.5, alignment: 'right' },
      ],
    }),
  }
}

const pageWidth = 515

const rule = (thick: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: pageWidth, y2: 0, lineWidth: thick, lineColor: inks.ink }],
  margin: [0, 1.5, 0, 0],
})

function blockContent(block: ReportBlock): Content[] {
  const head: Content = { text: block.title, bold: true, fontSize: 11, margin: [0, 16, 0, 2] }
  if (block.kind === 'figures') return [head, figuresContent(block.figures)]
  if (block.kind === 'table')
    return [
      { stack: [head, { text: block.note, color: inks.muted, margin: [0, 0, 0, 4] }], headlineLevel: 1 },
      tableContent(block),
    ]
  return [head, ...block.lines.map((text) => ({ text }))]
}

function figuresContent(figures: readonly ReportFigure[]): Content {
  const cells = figures.map(figureCell)
  while (cells.length % columns !== 0) cells.push({ text: '' })
  const body = Array.from({ length: cells.length / columns }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns),
  )
  return {
    table: { widths: Array.from({ length: columns }, () => '*'), body, dontBreakRows: true },
    layout: { hLineColor: inks.rule, vLineColor: inks.rule, hLineWidth: () => 0.6, vLineWidth: () => 0.6 },
    margin: [0, 4, 0, 0],
  }
}

function figureCell({ name, value, unit, certainty, verdict, tone, change }: ReportFigure): TableCell {
  const moved: Content[] =
    verdict === ''
      ? []
      : [
          {
            text: [
              { text: verdict, bold: true, color: tones[tone] },
              { text: ` ${change}`, color: inks.muted },
            ],
          },
        ]
  return {
    stack: [
      { text: name, bold: true },
      {
        text: [
          { text: value, fontSize: 15, bold: true },
          { text: ` ${unit}`, color: inks.muted },
        ],
      },
      { text: certainty, color: inks.muted, fontSize: 7.5 },
      ...moved,
    ],
    margin: [4, 3, 4, 3],
  }
}

function tableContent({ head, numbers, rows }: ReportTable): ContentTable {
  const alignment = (column: number) => (numbers.includes(column) ? ('right' as const) : ('left' as const))
  const titles = head.map((text, column) => ({
    text,
    color: inks.muted,
    fontSize: 7.5,
    alignment: alignment(column),
  }))
  const body = rows.map(({ cells, scale }): TableCell[] => [
    ...cells.map((cell, column) => ({ stack: cellStack(cell), alignment: alignment(column) })),
    ...(scale ? [{ svg: scaleDrawing(scale), width: 130 }] : []),
  ])
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: head.map((_, column) => (column === head.length - 1 && rows[0]?.scale ? 132 : widthOf(column))),
      body: [titles, ...body],
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : 0.6),
      vLineWidth: () => 0,
      hLineColor: (line) => (line === 1 ? inks.ink : inks.rule),
      paddingLeft: () => 0,
      paddingRight: () => 8,
    },
  }
}

const widthOf = (column: number) => (column === 0 ? '*' : 'auto')

function cellStack({ text, note, tone, isStrong }: ReportCell): Content[] {
  const colour = tone ? { color: tones[tone] } : {}
  const first = { text, bold: isStrong || tone === 'good' || tone === 'bad', ...colour }
  return note ? [first, { text: note, color: inks.muted, fontSize: 7.5 }] : [first]
}
