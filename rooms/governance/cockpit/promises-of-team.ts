import type { Touchpoint } from '../../design/contract.ts'

/** Touchpoints that a team answers for; all of them where no team is named. */
export function touchpointsOfTeam(
  touchpoints: readonly Touchpoint[],
  team: string | undefined,
): readonly Touchpoint[] {
  return team === undefined ? touchpoints : touchpoints.filter(({ owner }) => owner === team)
}
