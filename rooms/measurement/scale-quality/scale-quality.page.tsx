import { Select } from '@mantine/core'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { LinkedSeries } from './linked-series.page.tsx'
import { ScaleGroups } from './scale-groups.page.tsx'
import { ScaleItems } from './scale-items.page.tsx'
import { scaleQualityWords } from './scale-quality.words.ts'
import { type ScaleQualityData, useScaleQuality } from './use-scale-quality.page.ts'

const groupings = ['language', 'unit', 'channel'] as const

function Choices({ data }: { readonly data: ScaleQualityData }) {
  const say = useWords(scaleQualityWords)
  const { language } = useFormats()
  const set = useSetSearch()
  const done = data.quality.data?.state === 'done' ? data.quality.data.result : undefined
  return (
    <>
      <Select
        w={250}
        label={say('measure')}
        data={data.offered.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))}
        value={done?.measure.key ?? null}
        onChange={(measure) => measure && set({ measure })}
        allowDeselect={false}
        searchable
      />
      <Select
        w={330}
        label={say('by')}
        data={[
          ...groupings.map((value) => ({ value, label: say(value) })),
          ...data.segments.map((name) => ({ value: `segment:${name}`, label: say('segment', { name }) })),
        ]}
        value={done?.by ?? null}
        onChange={(by) => by && set({ by: by === 'language' ? undefined : by })}
        allowDeselect={false}
      />
    </>
  )
}

/** Whether the questions of a score measure one thing, alike in all groups and over time. */
export function ScaleQualityPage() {
  const say = useWords(scaleQualityWords)
  const formats = useFormats()
  const data = useScaleQuality()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.quality}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      statement={(result) => result.query}
      note={({ period, n, complete }) =>
        say('note', {
          period: periodName(period, formats),
          n: formats.number(n),
          complete: formats.number(complete),
        })
      }
    >
      {(result) =>
        result.items.length === 0 ? null : (
          <>
            <Row>
              <ScaleItems quality={result} />
            </Row>
            <Row>
              <ScaleGroups quality={result} />
              <LinkedSeries quality={result} />
            </Row>
          </>
        )
      }
    </AnalysisFrame>
  )
}
