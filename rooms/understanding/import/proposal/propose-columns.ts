import type { DecimalMark } from '../number-of.ts'
import { columnGroups, stemOf } from './column-groups.ts'
import { columnRole, type JudgedColumn } from './column-role.ts'
import { type ColumnSample, profileColumn } from './column-sample.ts'
import { reasons } from './said.ts'

/** What each column of a sample seems to be. */
export function proposeColumns(columns: readonly ColumnSample[], decimal: DecimalMark): JudgedColumn[] {
  const profiles = columns.map((column) => profileColumn(column, decimal))
  const groups = columnGroups(profiles)
  const groupOf = new Map(groups.flatMap((group) => group.columns.map((column) => [column, group] as const)))
  const scales = groups.flatMap((group) => (group.kind === 'battery' ? [group.scale] : []))
  const scaleAt = (index: number) => {
    const group = groupOf.get(index)
    return group?.kind === 'battery' ? [group.scale] : []
  }
  const proposals = profiles.map((profile, index) =>
    columnRole(profile, {
      group: groupOf.get(index) ?? null,
      scales,
      besides: [...scaleAt(index - 1), ...scaleAt(index + 1)],
    }),
  )
  return asMostOfTheirName(proposals)
}

/** Few different numbers look like codes where their neighbours of one name look like quantities: most of them decide. */
function asMostOfTheirName(proposals: readonly JudgedColumn[]): JudgedColumn[] {
  const tallies = new Map<string, { outcome: number; segment: number }>()
  for (const { column, role } of proposals) {
    const stem = stemOf(column)
    if (stem === null || (role !== 'outcome' && role !== 'segment')) continue
    const tally = tallies.get(stem) ?? { outcome: 0, segment: 0 }
    tally[role] += 1
    tallies.set(stem, tally)
  }
  return proposals.map((proposal) => {
    const stem = stemOf(proposal.column)
    const tally = stem === null ? undefined : tallies.get(stem)
    if (proposal.role !== 'segment' || stem === null || !tally || tally.outcome <= tally.segment)
      return proposal
    return { ...proposal, role: 'outcome', why: reasons.likeNeighbours(stem), confidence: 0.5 }
  })
}
