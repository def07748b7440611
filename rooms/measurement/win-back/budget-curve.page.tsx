import { roundTicks } from '../../../foundations/format/round-ticks.ts'
import { BandLines } from '../../../foundations/ui/chart/band-lines.tsx'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { WinBack } from './win-back.contract.ts'
import { winBackWords } from './win-back.words.ts'

/** What writing to more and more silent customers brings, and where it stops to pay. */
export function BudgetCurve({ winBack: { budget, value } }: { readonly winBack: WinBack }) {
  const say = useWords(winBackWords)
  const formats = useFormats()
  if (!budget) return null
  const { points, best } = budget
  const money = (amount: number) => formats.money(amount, value.currency)
  const nets = points.flatMap(({ net: { low, high } }) => [low ?? 0, high ?? 0])
  return (
    <ChartCard
      title={say('budgetTitle')}
      note={say('budgetNote')}
      span={7}
      fileName="win-back-budget"
      table={{
        columns: [say('contacts'), say('budget'), say('won'), say('net'), say('low'), say('high')],
        rows: points.map(({ contacts, budget: spent, won, net }) => [
          ...[contacts, spent, won, net.value, net.low, net.high],
        ]),
      }}
    >
      <BandLines
        label={say('budgetTitle')}
        lines={[
          {
            ...{ key: 'net', name: '', color: 'lived' },
            points: points.map(({ budget: spent, net: { value: y, low, high } }) => ({
              ...{ x: spent, y: y ?? 0, low, high },
            })),
          },
        ]}
        x={{ label: say('budget'), write: money, ticks: roundTicks(0, points.at(-1)!.budget) }}
        y={{
          label: say('net'),
          write: money,
          ticks: roundTicks(Math.min(0, ...nets), Math.max(...nets, 1)),
        }}
        mark={best.contacts > 0 ? { x: best.budget, text: say('best') } : null}
      />
    </ChartCard>
  )
}
