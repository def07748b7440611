import { textIn } from '../../../foundations/format/text-in.ts'
import type { ReportTable } from './report-blocks.ts'
import type { Writing } from './writing.ts'
import { certainty } from './written-figure.ts'

/** Standards with their figures, those that are missed first; null where none is written. */
export function standardsTable(writing: Writing): ReportTable | null {
  const { byTouchpoint, measures, touchpoints, say, formats } = writing
  const rows = byTouchpoint.figures.flatMap((figure) => {
    const measure = measures.find(({ key }) => key === figure.measure)
    const touchpoint = touchpoints.find(({ key }) => key === figure.group.touchpoint)
    if (!measure || !touchpoint) return []
    return figure.standards.map((standard) => ({ standard, figure, measure, touchpoint }))
  })
  if (rows.length === 0) return null
  const order = ['missed', 'at-risk', 'unmeasured', 'met'] as const
  rows.sort((one, other) => order.indexOf(one.standard.state) - order.indexOf(other.standard.state))
  const kept = rows.filter(({ standard }) => standard.state === 'met').length
  return {
    kind: 'table',
    title: say('standardsKept', {
      count: kept,
      kept: formats.number(kept),
      total: formats.number(rows.length),
    }),
    note: say('standardsNote'),
    head: [say('standard'), say('threshold'), say('livedColumn'), say('state')],
    numbers: [1, 2],
    rows: rows.map(({ standard, figure, measure, touchpoint }) => ({
      cells: [
        {
          text: textIn(standard.name, formats.language),
          note: textIn(touchpoint.name, formats.language),
          isStrong: true,
        },
        { text: `${measure.better === 'higher' ? '≥' : '≤'} ${formats.value(standard.threshold, measure)}` },
        {
          text: figure.estimate.value === null ? '⋯' : formats.value(figure.estimate.value, measure),
          note: certainty(figure, measure, writing),
          isStrong: true,
        },
        {
          text: say(standard.state),
          tone: standard.state === 'missed' ? 'bad' : standard.state === 'met' ? 'good' : 'quiet',
        },
      ],
    })),
  }
}
