import { Select } from '@mantine/core'
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

function Choices({ data }: { readonly data: DriversData }) {
  const say = useWords(driversWords)
  const language = useLanguage()
  const set = useSetSearch()
  const shown = data.drivers.data?.state === 'done' ? data.drivers.data.result.measure.key : null
  const groupings = (['unit', 'channel', 'language'] as const).map((by) => ({
    value: by as string,
    label: say(by),
  }))
  const segments = data.segments.map((name) => ({ value: `segment:${name}`, label: name }))
  return (
    <>
      <Select
        w={230}
        label={say('measure')}
        data={data.measures.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))}
        value={shown}
        onChange={(key) => key && set({ measure: key })}
      />
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

/** What weighs on a score: the heaviest first, where to begin, and what holds in each group. */
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
      note={({ period, n, method }) =>
        say('note', {
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
