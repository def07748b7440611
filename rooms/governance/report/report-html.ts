import type { Report, ReportBlock, ReportCell, ReportFigure, ReportTable } from './report-blocks.ts'
import { inks, scaleDrawing } from './scale-drawing.ts'

/** The report as one HTML page that asks nothing of any network: styles and drawings stand in it. */
export function reportHtml(report: Report): string {
  const { language, organisation, title, note, blocks, footer } = report
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${organisation} — ${title}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<p class="organisation">${escaped(organisation)}</p>
<h1>${escaped(title)}</h1>
<p class="note">${escaped(note)}</p>
</header>
${blocks.map(blockHtml).join('\n')}
</main>
<footer>${escaped(footer)}</footer>
</body>
</html>
`
}

function blockHtml(block: ReportBlock): string {
  if (block.kind === 'figures')
    return `<section><h2>${escaped(block.title)}</h2><div class="figures">${block.figures.map(figureHtml).join('')}</div></section>`
  if (block.kind === 'table') return tableHtml(block)
  const lines = block.lines.map((line) => `<p>${escaped(line)}</p>`).join('')
  return `<section><h2>${escaped(block.title)}</h2>${lines}</section>`
}

function figureHtml({ name, value, unit, certainty, verdict, tone, change }: ReportFigure): string {
  const moved =
    verdict === ''
      ? ''
      : `<p><span class="${tone}">${escaped(verdict)}</span> <small>${escaped(change)}</small></p>`
  return `<article><h3>${escaped(name)}</h3><p class="value">${escaped(value)} <small>${escaped(unit)}</small></p><p><small>${escaped(certainty)}</small></p>${moved}</article>`
}

function tableHtml({ title, note, head, numbers, rows }: ReportTable): string {
  const classOf = (column: number) => (numbers.includes(column) ? ' class="number"' : '')
  const heads = head.map((name, column) => `<th scope="col"${classOf(column)}>${escaped(name)}</th>`)
  const body = rows.map(({ cells, scale }) => {
    const written = cells.map((cell, column) =>
      column === 0
        ? `<th scope="row">${cellHtml(cell)}</th>`
        : `<td${classOf(column)}>${cellHtml(cell)}</td>`,
    )
    const drawn = scale ? `<td class="scale" aria-hidden="true">${scaleDrawing(scale)}</td>` : ''
    return `<tr>${written.join('')}${drawn}</tr>`
  })
  return `<section><h2>${escaped(title)}</h2><p class="note">${escaped(note)}</p><table><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></section>`
}

function cellHtml({ text, note, tone, isStrong }: ReportCell): string {
  const word = isStrong ? `<b>${escaped(text)}</b>` : escaped(text)
  const said = tone ? `<span class="${tone}">${word}</span>` : word
  return note ? `${said}<small>${escaped(note)}</small>` : said
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign]!)

const style = `
@page { size: A4; margin: 16mm 14mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: ${inks.ink}; font: 13px/1.45 "Inter", system-ui, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
main { max-width: 860px; margin: 0 auto; padding: 36px 24px 12px; }
header { border-bottom: 3px double ${inks.ink}; padding-bottom: 14px; }
.organisation { margin: 0 0 6px; color: ${inks.muted}; font-weight: 600; }
h1 { margin: 0 0 8px; font: 400 27px/1.2 "Source Serif 4", Georgia, "Times New Roman", serif; }
h2 { margin: 0 0 4px; font-size: 15px; }
h3 { margin: 0; font-size: 12px; }
p { margin: 0 0 4px; }
.note, small { color: ${inks.muted}; font-size: 11.5px; font-weight: 400; }
section { margin-top: 24px; break-inside: auto; }
section h2, section .note { break-after: avoid; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0; border: 1px solid ${inks.rule}; border-width: 1px 0 0 1px; }
.figures article { padding: 10px 12px; border: 1px solid ${inks.rule}; border-width: 0 1px 1px 0; break-inside: avoid; }
.figures p { margin: 0; }
.value { font-size: 22px; font-weight: 650; line-height: 1.3; }
table { width: 100%; border-collapse: collapse; margin-top: 6px; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
thead { break-after: avoid; }
th, td { padding: 6px 8px 6px 0; border-bottom: 1px solid ${inks.rule}; text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: ${inks.muted}; font-size: 11.5px; border-bottom-color: ${inks.ink}; }
td small, th small { display: block; }
.number { text-align: right; padding-right: 14px; white-space: nowrap; }
.scale { width: 198px; vertical-align: middle; padding-right: 0; }
.good { color: ${inks.ahead}; font-weight: 600; }
.bad { color: ${inks.short}; font-weight: 600; }
.quiet { color: ${inks.muted}; }
footer { max-width: 860px; margin: 20px auto 0; padding: 10px 24px 36px; color: ${inks.muted}; font-size: 11.5px; }
@media print { body { font-size: 10.5px; } h1 { font-size: 22px; } h2 { font-size: 12.5px; } h3 { font-size: 10.5px; } .note, small, thead th { font-size: 9px; } .value { font-size: 18px; } .scale { width: 150px; } .scale svg { width: 142px; } main, footer { max-width: none; padding-left: 0; padding-right: 0; } main { padding-top: 0; } }
@media (max-width: 640px) { .figures { grid-template-columns: repeat(2, 1fr); } table { display: block; overflow-x: auto; } }
`
