import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { BandLines } from '../../../foundations/ui/chart/band-lines.tsx'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { wholeMonths } from '../purchases/months.ts'
import type { LeaversReturn, WinBack } from './win-back.contract.ts'
import { winBackWords } from './win-back.words.ts'

interface Shown {
  readonly winBack: WinBack
}

/** A share with its limits. */
export function Share({ estimate }: { readonly estimate: EstimateView | null }) {
  const formats = useFormats()
  if (!estimate || estimate.value === null) return <>⋯</>
  const { value, low, high } = estimate
  return (
    <>
      <b>{formats.percent(value, 1)}</b>{' '}
      <small>
        {low === null || high === null ? '' : `${formats.percent(low, 1)} – ${formats.percent(high, 1)}`}
      </small>
    </>
  )
}

/** People who told that they left, by reason: back alone, only when written to, not at all. */
export function LeaversTable({ winBack: { told } }: Shown) {
  const say = useWords(winBackWords)
  const formats = useFormats()
  if (!told) return null
  const { leaving, contact, groups, windowDays } = told
  const months = formats.number(wholeMonths(windowDays))
  const share = (key: 'alone' | 'won' | 'gone', label: string) => ({
    ...{ key, label, numeric: true },
    cell: (group: LeaversReturn) => <Share estimate={group[key]} />,
    sortBy: (group: LeaversReturn) => group[key]?.value ?? null,
  })
  return (
    <Card
      title={say('toldTitle')}
      note={contact ? say('toldNote', { leaving, contact, months }) : say('toldNoteAlone', { leaving })}
    >
      <DataTable
        caption={say('toldTitle')}
        rows={groups}
        rowKey={({ reason }) => reason}
        columns={[
          {
            key: 'reason',
            label: say('reason'),
            cell: ({ reason }) => <b>{reason || say('allReasons')}</b>,
          },
          {
            key: 'leavers',
            label: say('leavers'),
            numeric: true,
            cell: ({ leavers }) => formats.number(leavers),
            sortBy: ({ leavers }) => leavers,
          },
          {
            key: 'contacted',
            label: say('contacted'),
            numeric: true,
            cell: ({ contacted }) => formats.number(contacted),
            sortBy: ({ contacted }) => contacted,
          },
          share('alone', say('aloneShort')),
          share('won', say('wonShort')),
          share('gone', say('goneShort')),
        ]}
      />
    </Card>
  )
}

const bandPoint = (week: number, { value, low, high }: EstimateView) => ({
  x: week,
  y: value ?? 0,
  low,
  high,
})

/** When they come back, written to and left alone. */
export function ReturnCurves({ winBack: { told } }: Shown) {
  const say = useWords(winBackWords)
  const formats = useFormats()
  const curve = told?.groups[0]?.curve ?? []
  if (curve.length < 2) return null
  const last = curve.at(-1)!
  const most = Math.max(last.alone.high ?? 0, last.contacted?.high ?? 0, 0.1)
  const top = Math.ceil(most * 10) / 10
  const written = curve.flatMap(({ week, contacted }) => (contacted ? [bandPoint(week, contacted)] : []))
  return (
    <ChartCard
      title={say('curveTitle')}
      note={say('curveNote')}
      span={7}
      fileName="win-back-curves"
      table={{
        columns: [say('weeks'), say('without'), say('low'), say('high'), say('withContact')],
        rows: curve.map(({ week, alone, contacted }) => [
          ...[week, alone.value, alone.low, alone.high],
          contacted?.value ?? null,
        ]),
      }}
    >
      <BandLines
        label={say('curveTitle')}
        lines={[
          {
            ...{ key: 'alone', name: say('without'), color: 'ahead', dash: '7 3' },
            points: curve.map(({ week, alone }) => bandPoint(week, alone)),
          },
          { key: 'written', name: say('withContact'), color: 'lived', points: written },
        ]}
        x={{
          label: say('weeks'),
          write: (value) => formats.number(value),
          ticks: Array.from({ length: 5 }, (_, at) => Math.round((last.week * at) / 4)),
        }}
        y={{
          label: say('back'),
          write: (value) => formats.percent(value),
          ticks: Array.from({ length: Math.round(top * 10) + 1 }, (_, at) => at / 10),
        }}
      />
    </ChartCard>
  )
}
