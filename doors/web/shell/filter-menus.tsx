import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { FilterMenu, type FilterOption } from '../../../foundations/ui/filters/filter-menu.tsx'
import { populationNames } from '../../../foundations/ui/filters/filters.ts'
import { filterWords } from '../../../foundations/ui/filters/filters-bar.words.ts'
import { periodOptions } from '../../../foundations/ui/filters/period-options.ts'
import { unitOptions } from '../../../foundations/ui/filters/unit-options.ts'
import { useFilters, useSetFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { measurementContract } from '../../../rooms/measurement/contract.ts'
import { strategyContract } from '../../../rooms/strategy/contract.ts'
import { understandingContract } from '../../../rooms/understanding/contract.ts'
import { meQuery } from '../session/access-api.ts'
import { ownFilters } from '../session/own-filters.ts'

interface ChosenProps {
  /** Called after a choice, to close what holds the menus. */
  readonly onChosen?: (() => void) | undefined
}

const labelOf = (options: readonly FilterOption[], value: string | undefined, otherwise: string) =>
  options.find((option) => option.value === value)?.label ?? value ?? otherwise

function WorkspaceMenu({ onChosen }: ChosenProps) {
  const say = useWords(filterWords)
  const { workspace, workspaceName } = useSession()
  const { data: me } = useSuspenseQuery(meQuery())
  const navigate = useNavigate()
  const options = me.workspaces.map(({ key, name }) => ({ value: key, label: name }))
  const choose = (key: string | undefined) => {
    onChosen?.()
    const chosen = me.workspaces.find((one) => one.key === key)
    if (chosen)
      void navigate({ to: `/w/${chosen.key}/cockpit` as string, search: ownFilters(chosen) as never })
  }
  return (
    <FilterMenu
      label={say('workspace')}
      shown={workspaceName}
      options={options}
      value={workspace}
      strong
      onChoose={choose}
    />
  )
}

function PeriodMenu({ onChosen }: ChosenProps) {
  const say = useWords(filterWords)
  const formats = useFormats()
  const { workspace, period } = useFilters()
  const set = useSetFilters()
  const { data } = useQuery(
    useApi(measurementContract).query.figures.periods.queryOptions({ input: { workspace } }),
  )
  const latest = data?.periods.find(
    ({ name, to }) => name.includes('-q') && data.last !== null && data.last <= to,
  )
  const words = { latest: say('latest'), everything: say('everything') }
  const options = periodOptions(data?.periods ?? [], formats, words)
  const shown =
    data && data.periods.length === 0
      ? say('noPeriods')
      : period || !latest
        ? labelOf(options, period, words.latest)
        : periodName(latest, formats)
  const choose = (value: string | undefined) => {
    set({ period: value })
    onChosen?.()
  }
  return <FilterMenu label={say('period')} shown={shown} options={options} value={period} onChoose={choose} />
}

function PopulationMenu({ onChosen }: ChosenProps) {
  const say = useWords(filterWords)
  const { population } = useFilters()
  const set = useSetFilters()
  const options = populationNames.map((name) => ({ value: name, label: say(name) }))
  const current = population ?? 'customers'
  const choose = (value: string | undefined) => {
    const chosen = populationNames.find((name) => name === value)
    set({ population: chosen === 'customers' ? undefined : chosen })
    onChosen?.()
  }
  return (
    <FilterMenu
      label={say('population')}
      shown={say(current)}
      options={options}
      value={current}
      onChoose={choose}
    />
  )
}

function SegmentMenu({ onChosen }: ChosenProps) {
  const say = useWords(filterWords)
  const { workspace, segment } = useFilters()
  const set = useSetFilters()
  const { data } = useQuery(
    useApi(understandingContract).query.segments.list.queryOptions({ input: { workspace } }),
  )
  const options: FilterOption[] = [
    { value: undefined, label: say('all') },
    ...(data?.segments ?? []).flatMap(({ name, values }) =>
      values.map((value, index) => ({
        value: `${name}:${value}`,
        label: value,
        ...(index === 0 ? { heading: name } : {}),
      })),
    ),
  ]
  const shown = segment ? segment.replace(':', ' · ') : say('all')
  const choose = (value: string | undefined) => {
    set({ segment: value })
    onChosen?.()
  }
  return (
    <FilterMenu label={say('segment')} shown={shown} options={options} value={segment} onChoose={choose} />
  )
}

function UnitMenu({ onChosen }: ChosenProps) {
  const say = useWords(filterWords)
  const language = useLanguage()
  const { workspace, unit } = useFilters()
  const set = useSetFilters()
  const { data } = useQuery(useApi(strategyContract).query.units.list.queryOptions({ input: { workspace } }))
  const nodes = (data?.units ?? []).map((one) => ({ ...one, name: textIn(one.name, language) }))
  const options = unitOptions(nodes, say('allUnits'))
  const choose = (value: string | undefined) => {
    set({ unit: value })
    onChosen?.()
  }
  return (
    <FilterMenu
      label={say('unit')}
      shown={labelOf(options, unit, say('allUnits'))}
      options={options}
      value={unit}
      onChoose={choose}
    />
  )
}

/** Workspace, period, population, segment and unit: what every page is about, kept in its address. */
export function FilterMenus({ onChosen }: ChosenProps) {
  return (
    <>
      <WorkspaceMenu onChosen={onChosen} />
      <PeriodMenu onChosen={onChosen} />
      <PopulationMenu onChosen={onChosen} />
      <SegmentMenu onChosen={onChosen} />
      <UnitMenu onChosen={onChosen} />
    </>
  )
}
