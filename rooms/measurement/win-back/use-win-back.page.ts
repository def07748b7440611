import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue, useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import type { WinBack } from './win-back.contract.ts'

/** Amounts that the organisation may say, as they stand in the address. */
export const costNames = ['contactCost', 'offer', 'winBackRate', 'acquisitionCost'] as const
export type CostName = (typeof costNames)[number]

const usualMonths = 12

function useNumber(name: string): number | undefined {
  const text = useSearchValue(name)
  const value = text === undefined || text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** Win-back as the address asks for it; all months are looked at, whatever the period. */
export function useWinBack() {
  const { workspace, period: _, ...filters } = useFilters()
  const value = useSearchValue('value')
  const set = useSetSearch()
  const [silent, months] = [useNumber('silent') ?? usualMonths, useNumber('months') ?? usualMonths]
  const costs: Record<CostName, number | undefined> = {
    contactCost: useNumber('contactCost'),
    offer: useNumber('offer'),
    winBackRate: useNumber('winBackRate'),
    acquisitionCost: useNumber('acquisitionCost'),
  }
  const { query, call } = useApi(analysisContract)
  const input = { workspace, ...filters, value, silent, months, ...costs }
  return {
    ...{ silent, months, costs, set },
    winBack: useAnalysis<DoneAnswer & { readonly result: WinBack }>(
      query.winBack.read.queryOptions({ input }),
    ),
    exportAs: (form: ExportForm) => call.winBack.export({ ...input, form }),
  }
}
export type WinBackData = ReturnType<typeof useWinBack>
