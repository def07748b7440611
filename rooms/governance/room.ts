import type { Ledger } from '../../foundations/ledger/ledger.ts'
import { type ReportNeeds, reportRoutes } from './report/report.routes.ts'

export interface GovernanceRoomNeeds extends Omit<ReportNeeds, 'clock'> {
  readonly ledger: Ledger
}

/** The room reads the others and keeps nothing of its own. */
export function governanceRoom({ ledger, ...others }: GovernanceRoomNeeds) {
  return {
    router: { report: reportRoutes({ ...others, clock: ledger.clock }) },
  }
}
