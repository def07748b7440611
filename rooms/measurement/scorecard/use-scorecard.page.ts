import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue } from '../../../foundations/ui/filters/use-filters.ts'
import { strategyContract } from '../../strategy/contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { ExportForm } from '../analyses/analysis.contract.ts'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import type { Scorecard } from './scorecard.contract.ts'

/** The scorecard as the address asks for it, and the teams and units that may be chosen. */
export function useScorecard() {
  const { workspace, ...filters } = useFilters()
  const [team, peers] = [useSearchValue('team'), useSearchValue('peers')]
  const { query: strategy } = useApi(strategyContract)
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, team, peers }
  const teams = useQuery(strategy.teams.list.queryOptions({ input: { workspace } }))
  const units = useQuery(strategy.units.list.queryOptions({ input: { workspace } }))
  return {
    ...{ team, peers: peers?.split(',') ?? [] },
    teams: teams.data?.teams ?? [],
    units: units.data?.units ?? [],
    scorecard: useAnalysis<DoneAnswer & { readonly result: Scorecard }>(
      analyses.scorecard.read.queryOptions({ input }),
    ),
    exportAs: (form: ExportForm) => call.scorecard.export({ ...input, form }),
  }
}
export type ScorecardData = ReturnType<typeof useScorecard>
