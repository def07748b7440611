import { formats as formatsOf } from '../../../foundations/format/formats.ts'
import { sayer } from '../../../foundations/format/sayer.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { cockpitFacts, cockpitNote } from '../cockpit/cockpit-facts.ts'
import { cockpitFinding } from '../cockpit/cockpit-finding.ts'
import { promisedFigures } from '../cockpit/promised-figures.ts'
import { promiseTables } from './promise-table.ts'
import type { Report, ReportBlock, ReportTable } from './report-blocks.ts'
import { reportSentences } from './report-sentences.ts'
import { standardsTable } from './standards-table.ts'
import type { ReportMaterial, Writing } from './writing.ts'
import { writtenFigure } from './written-figure.ts'

/** The report of a period: the finding first, then figures, promises, standards, and how each figure is made. */
export function reportOf(material: ReportMaterial, language: 'en' | 'fr'): Report {
  const formats = formatsOf(language)
  const promised = promisedFigures({ ...material, figures: material.byTouchpoint.figures })
  const writing = { ...material, formats, promised, say: sayer(reportSentences, language) }
  const blocks = [
    figuresBlock(writing),
    ...promiseTables(writing),
    standardsTable(writing),
    unmeasuredNotes(writing),
    methodsTable(writing),
  ]
  return {
    language,
    organisation: material.organisation,
    title: cockpitFinding(cockpitFacts({ ...material, promised }, formats), formats),
    note: cockpitNote(material.whole, formats),
    blocks: blocks.filter((block) => block !== null),
    footer: writing.say('made', { date: formats.day(material.madeAt) }),
  }
}

function figuresBlock({ measures, whole, say, formats }: Writing): ReportBlock {
  const figures = measures.flatMap((measure) => {
    const figure = whole.figures.find((one) => one.measure === measure.key)
    return figure ? [writtenFigure(figure, measure, { say, formats })] : []
  })
  return { kind: 'figures', title: say('lived'), figures }
}

/** Promises that nobody's answers can be held against, by name: silence is not a kept promise. */
function unmeasuredNotes({ touchpoints, promised, say, formats }: Writing): ReportBlock | null {
  const measured = new Set(promised.map(({ touchpoint }) => touchpoint.key))
  const names = touchpoints
    .filter(({ key, promise }) => promise && !measured.has(key))
    .map(({ name }) => textIn(name, formats.language))
  if (names.length === 0) return null
  return {
    kind: 'notes',
    title: say('unmeasured', { count: names.length, number: formats.number(names.length) }),
    lines: [formats.list(names)],
  }
}

function methodsTable({ measures, methods, say, formats }: Writing): ReportTable {
  const rows = measures.flatMap((measure) => {
    const method = methods.find((one) => one.method === measure.method)
    return method ? [{ measure, method }] : []
  })
  return {
    kind: 'table',
    title: say('howMade'),
    note: say('howMadeNote'),
    head: [say('measure'), say('is'), say('interval')],
    numbers: [],
    rows: rows.map(({ measure, method }) => ({
      cells: [
        { text: textIn(measure.name, formats.language), isStrong: true },
        { text: textIn(method.sentence, formats.language) },
        { text: textIn(method.interval, formats.language), note: method.source },
      ],
    })),
  }
}
