import { type ReportNeeds, reportRoutes } from './report/report.routes.ts'

/** The room reads the others and keeps nothing of its own. */
export function governanceRoom(needs: ReportNeeds) {
  return { router: { report: reportRoutes(needs) } }
}
