import { MultiSelect, Select } from '@mantine/core'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { DriverGroups } from './driver-groups.page.tsx'
import { DriverQuadrant } from './driver-quadrant.page.tsx'
import { DriverWeights } from './driver-weights.page.tsx'
import { driversWords } from './drivers.words.ts'
import { type DriversData, useDrivers } from './use-drivers.page.ts'

const dayChoices = ['30', '60', '90', '180', '365'] as const

interface ChoicesProps {
  readonly data: DriversData
}

/** A measure or an outcome, told apart in one list by what stands before its name. */
function DrivenChoice({ data }: ChoicesProps) {
  const say = useWords(driversWords)
  const language = useLanguage()
  const set = useSetSearch()
  const shown = data.drivers.data?.state === 'done' ? data.drivers.data.result : undefined
  const followed = (reads: 'happened' | 'brought') =>
    (shown?.outcomes ?? [])
      .filter((one) => one.reads === reads)
      .map(({ key }) => ({ value: `outcome:${key}`, label: key }))
  const scores = data.measures.map(({ key, name }) => ({
    value: `measure:${key}`,
    label: textIn(name, language),
  }))
  const choose = (value: string | null) => {
    const [sort, key] = [value?.split(':', 1)[0], value?.slice(value.indexOf(':') + 1)]
    set({ measure: sort === 'measure' ? key : undefined, outcome: sort === 'outcome' ? key : undefined })
  }
  return (
    <Select
      w={230}
      label={say('measure')}
      data={[
        { group: say('scoresGroup'), items: scores },
        { group: say('happenedGroup'), items: followed('happened') },
        { group: say('broughtGroup'), items: followed('brought') },
      ]}
      value={shown ? `${shown.outcome ? 'outcome' : 'measure'}:${shown.measure.key}` : null}
      onChange={choose}
      allowDeselect={false}
      searchable
    />
  )
}

/** For an outcome: which marks are weighed on it. */
function MarksChoice({ data }: ChoicesProps) {
  const say = useWords(driversWords)
  const language = useLanguage()
  const set = useSetSearch()
  const outcome = data.drivers.data?.state === 'done' ? data.drivers.data.result.outcome : null
  if (!outcome) return null
  return (
    <Select
      w={230}
      label={say('marks')}
      data={data.marks.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))}
      value={outcome.marks.key}
      onChange={(marks) => marks && set({ marks })}
      allowDeselect={false}
    />
  )
}

/** What happened with people, weighed beside their marks, and within how many days something counts. */
function LivedChoices({ data }: ChoicesProps) {
  const say = useWords(driversWords)
  const language = useLanguage()
  const set = useSetSearch()
  const shown = data.drivers.data?.state === 'done' ? data.drivers.data.result : undefined
  const livable = shown?.livable ?? []
  const hasDays = data.lived.length > 0 || (shown?.outcome ?? null) !== null
  return (
    <>
      {livable.length > 0 ? (
        <MultiSelect
          w={260}
          label={say('livedChoice')}
          placeholder={data.lived.length === 0 ? say('livedNone') : ''}
          data={livable.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))}
          value={data.lived}
          onChange={(keys) => set({ lived: keys.length > 0 ? keys.join(',') : undefined })}
          clearable
        />
      ) : null}
      {hasDays ? (
        <Select
          w={190}
          label={say('days')}
          data={[...dayChoices]}
          value={data.days}
          onChange={(days) => set({ days: days === '90' ? undefined : (days ?? undefined) })}
          allowDeselect={false}
        />
      ) : null}
    </>
  )
}

function Choices({ data }: ChoicesProps) {
  const say = useWords(driversWords)
  const set = useSetSearch()
  const groupings = (['unit', 'channel', 'language'] as const).map((by) => ({
    value: by as string,
    label: say(by),
  }))
  const segments = data.segments.map((name) => ({ value: `segment:${name}`, label: name }))
  return (
    <>
      <DrivenChoice data={data} />
      <MarksChoice data={data} />
      <LivedChoices data={data} />
      <Select
        w={180}
        label={say('by')}
        placeholder={say('nothing')}
        clearable
        data={[...groupings, ...segments]}
        value={data.by ?? null}
        onChange={(by) => set({ by: by ?? undefined })}
      />
    </>
  )
}

/** What weighs on a score or an outcome: the heaviest first, where to begin, and what holds in each group. */
export function DriversPage() {
  const say = useWords(driversWords)
  const formats = useFormats()
  const data = useDrivers()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.drivers}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      statement={(result) => result.query}
      note={({ period, n, method, outcome }) =>
        say(outcome ? 'notePeople' : 'note', {
          period: periodName(period, formats),
          n: formats.number(n),
          method: say(method ?? 'lmg'),
        })
      }
    >
      {(result) =>
        result.drivers.length === 0 ? null : (
          <>
            <Row>
              <DriverWeights drivers={result} />
              <DriverQuadrant drivers={result} />
            </Row>
            {result.groups.length > 0 ? (
              <Row>
                <DriverGroups drivers={result} by={data.by ?? ''} />
              </Row>
            ) : null}
          </>
        )
      }
    </AnalysisFrame>
  )
}
