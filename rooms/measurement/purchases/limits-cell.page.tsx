import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'

/** A figure and its limits, written. */
interface Limited {
  readonly value: string
  readonly limits: string
}

type Written = (estimate: EstimateView | null | undefined) => Limited

/** Writes a figure and its limits in one way. */
export function limitsIn(write: (value: number) => string): Written {
  return (estimate) =>
    estimate?.value == null
      ? { value: '⋯', limits: '' }
      : {
          value: write(estimate.value),
          limits:
            estimate.low === null || estimate.high === null
              ? ''
              : `${write(estimate.low)} – ${write(estimate.high)}`,
        }
}

/** Writes money and shares with their limits below. */
export function useLimits(currency: string) {
  const formats = useFormats()
  return {
    money: limitsIn((value) => formats.money(value, currency)),
    percent: limitsIn((value) => formats.percent(value)),
  }
}

/** A figure with its limits below, as a cell of a table. */
export function LimitsCell({ value, limits }: Limited) {
  return (
    <td className="tabular">
      <b>{value}</b>
      {limits ? <small>{limits}</small> : null}
    </td>
  )
}
