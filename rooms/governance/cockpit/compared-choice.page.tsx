import { SegmentedControl } from '@mantine/core'
import { useFilters, useSearchValue, useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { cockpitWords } from './cockpit.words.ts'

/** What the figures are compared with: the period before, or whom the filters leave out. */
export function useCompared() {
  const { unit, segment } = useFilters()
  const asked = useSearchValue('compare')
  const set = useSetSearch()
  const hasRest = unit !== undefined || segment !== undefined
  return {
    hasRest,
    againstRest: hasRest && asked === 'rest',
    choose: (chosen: string) => set({ compare: chosen === 'rest' ? 'rest' : undefined }),
  }
}

/** How those are called whom the filters leave out. */
export function useRestName(): string {
  const say = useWords(cockpitWords)
  const { unit } = useFilters()
  return say(unit === undefined ? 'otherPeople' : 'otherUnits')
}

/** Chooses what the figures are compared with; nothing where there is only the period before. */
export function ComparedChoice() {
  const say = useWords(cockpitWords)
  const rest = useRestName()
  const { hasRest, againstRest, choose } = useCompared()
  if (!hasRest) return null
  return (
    <SegmentedControl
      size="xs"
      aria-label={say('comparedWith')}
      data={[
        { value: 'before', label: say('before') },
        { value: 'rest', label: rest },
      ]}
      value={againstRest ? 'rest' : 'before'}
      onChange={choose}
    />
  )
}
