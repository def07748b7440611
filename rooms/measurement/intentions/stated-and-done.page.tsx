import { BandLines } from '../../../foundations/ui/chart/band-lines.tsx'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Intentions } from './intentions.contract.ts'
import { intentionsWords } from './intentions.words.ts'

interface Shown {
  readonly intentions: Intentions
}

const ticks = [0, 0.25, 0.5, 0.75, 1]

/** What was done for each chance that was stated, beside the line on which both are the same. */
export function StatedAndDone({ intentions: { groups, measure } }: Shown) {
  const say = useWords(intentionsWords)
  const formats = useFormats()
  const percent = (share: number) => formats.percent(share)
  const even = [0, 1].map((share) => ({ x: share, y: share, low: null, high: null }))
  return (
    <ChartCard
      title={say('curveTitle')}
      note={say('curveNote')}
      span={7}
      fileName={`intentions-${measure.key}`}
      table={{
        columns: [say('score'), say('stated'), say('did'), 'n'],
        rows: groups.map(({ score, said, did }) => [score, said, did.value, did.n]),
      }}
    >
      <BandLines
        label={say('curveTitle')}
        lines={[
          { key: 'even', name: say('asStated'), color: 'muted', dash: '5 4', points: even },
          {
            ...{ key: 'did', name: say('did'), color: 'lived' },
            points: groups.map(({ said, did }) => ({ x: said, y: did.value!, low: did.low, high: did.high })),
          },
        ]}
        x={{ label: say('stated'), write: percent, ticks }}
        y={{ label: say('did'), write: percent, ticks }}
      />
    </ChartCard>
  )
}

/** Score by score: how many said it, what followed, and what it means. */
export function StatedTable({ intentions: { groups } }: Shown) {
  const say = useWords(intentionsWords)
  const formats = useFormats()
  const percent = (share: number | null) => (share === null ? '⋯' : formats.percent(share))
  return (
    <Card title={say('tableTitle')} note={say('tableNote')} span={5}>
      <DataTable
        caption={say('tableTitle')}
        columns={[
          { key: 'score', label: say('score'), cell: ({ score }) => score },
          { key: 'n', label: say('answers'), numeric: true, cell: ({ did }) => formats.number(did.n) },
          { key: 'stated', label: say('stated'), numeric: true, cell: ({ said }) => percent(said) },
          {
            ...{ key: 'did', label: say('did'), numeric: true },
            cell: ({ did }) => (
              <>
                <b>{percent(did.value)}</b> {formats.between(percent(did.low), percent(did.high))}
              </>
            ),
          },
          { key: 'means', label: say('means'), numeric: true, cell: ({ means }) => percent(means) },
        ]}
        rows={[...groups].reverse()}
        rowKey={({ score }) => score}
      />
    </Card>
  )
}
