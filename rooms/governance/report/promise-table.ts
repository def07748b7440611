import { axisDomain } from '../../../foundations/format/axis-domain.ts'
import { gapState } from '../../../foundations/format/gap-state.ts'
import { gapText } from '../../../foundations/format/gap-text.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import type { Touchpoint } from '../../design/contract.ts'
import type { Figure } from '../../measurement/contract.ts'
import { pictureFacts } from '../cockpit/cockpit-facts.ts'
import { pictureFinding } from '../cockpit/cockpit-finding.ts'
import { byProvingMeasure, type PromisedFigure, shortfall } from '../cockpit/promised-figures.ts'
import type { ReportCell, ReportTable } from './report-blocks.ts'
import type { Writing } from './writing.ts'
import { certainty, writtenFigure } from './written-figure.ts'

/** One table for each measure that proves promises, the measure of most promises first. */
export function promiseTables(writing: Writing): ReportTable[] {
  return byProvingMeasure(writing.promised).map((rows) => promiseTable(rows, writing))
}

function promiseTable(rows: readonly PromisedFigure[], writing: Writing): ReportTable {
  const { say, formats, whole } = writing
  const nameOf = ({ touchpoint }: PromisedFigure) => textIn(touchpoint.name, formats.language)
  const measure = textIn(rows[0]!.measure.name, formats.language)
  const ends = rows.flatMap(({ promise, estimate }) => [promise, estimate.value, estimate.low, estimate.high])
  const domain = axisDomain(
    ends.filter((end) => end !== null),
    rows[0]!.form,
  )
  const sorted = [...rows].sort((one, other) => shortfall(other) - shortfall(one))
  const compared = whole.before === null ? [] : [say('change')]
  return {
    kind: 'table',
    title: pictureFinding(pictureFacts(rows, formats), formats),
    note: say('promiseNote', { measure }),
    head: [say('touchpoint'), say('promised'), say('livedColumn'), say('gap'), ...compared, measure],
    numbers: [1, 2],
    rows: sorted.map((row) => ({
      cells: [
        { text: nameOf(row), note: ownerOf(row.touchpoint, writing), isStrong: true },
        { text: formats.value(row.promise, row.form) },
        {
          text: formats.value(row.estimate.value ?? 0, row.form),
          note: certainty(figureAt(row, writing), row.measure, writing),
          isStrong: true,
        },
        gapCell(row, writing),
        ...(compared.length > 0 ? [changeCell(row, writing)] : []),
      ],
      scale: {
        domain,
        promise: row.promise,
        lived: row.estimate.value,
        low: row.estimate.low,
        high: row.estimate.high,
        state: gapState(row.gap, row.better),
      },
    })),
  }
}

function ownerOf({ owner }: Touchpoint, { teams, say, formats }: Writing): string {
  const team = teams.find(({ key }) => key === owner)
  return team ? textIn(team.name, formats.language) : (owner ?? say('noOwner'))
}

function figureAt({ touchpoint, measure }: PromisedFigure, { byTouchpoint }: Writing): Figure {
  return byTouchpoint.figures.find(
    (one) => one.measure === measure.key && one.group.touchpoint === touchpoint.key,
  )!
}

function gapCell(row: PromisedFigure, { formats }: Writing): ReportCell {
  const state = gapState(row.gap, row.better)
  const tone = state === 'short' ? 'bad' : state === 'ahead' ? 'good' : 'quiet'
  return { text: gapText({ ...row, formats, short: true }), tone }
}

function changeCell(row: PromisedFigure, writing: Writing): ReportCell {
  const { verdict, change, tone } = writtenFigure(figureAt(row, writing), row.measure, writing)
  return { text: verdict === '' ? '–' : verdict, note: change, tone }
}
