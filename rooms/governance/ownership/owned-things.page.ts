import type { Touchpoint } from '../../design/contract.ts'
import type { Standard, Team } from '../../strategy/contract.ts'

export interface OwnedThings {
  /** Null for what nobody owns. */
  readonly team: Team | null
  readonly touchpoints: readonly Touchpoint[]
  readonly standards: readonly Standard[]
}

interface OwnedNeeds {
  readonly teams: readonly Team[]
  readonly touchpoints: readonly Touchpoint[]
  readonly standards: readonly Standard[]
}

/** What each team answers for, in the order of the teams; what nobody owns comes first, where there is any. */
export function ownedThings({ teams, touchpoints, standards }: OwnedNeeds): readonly OwnedThings[] {
  const known = new Set(teams.map((team) => team.key))
  const isUnowned = ({ owner }: { owner?: string | undefined }) => !owner || !known.has(owner)
  const nobody = {
    team: null,
    touchpoints: touchpoints.filter(isUnowned),
    standards: standards.filter(isUnowned),
  }
  const owned = teams.map((team) => ({
    team,
    touchpoints: touchpoints.filter((one) => one.owner === team.key),
    standards: standards.filter((one) => one.owner === team.key),
  }))
  return nobody.touchpoints.length + nobody.standards.length > 0 ? [nobody, ...owned] : owned
}
