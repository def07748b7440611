import { Select } from '@mantine/core'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { MarkChoices } from '../purchases/mark-choices.page.tsx'
import { acquisitionWords } from './acquisition.words.ts'
import { LevelsTable, WaysTable } from './acquisition-tables.page.tsx'
import { type AcquisitionData, useAcquisition } from './use-acquisition.page.ts'

const dayChoices = ['90', '180', '365', '730'] as const

function Choices({ data }: { readonly data: AcquisitionData }) {
  const say = useWords(acquisitionWords)
  const set = useSetSearch()
  const done = data.acquisition.data?.state === 'done' ? data.acquisition.data.result : undefined
  return (
    <>
      <MarkChoices shown={done} labels={{ measure: say('measure'), value: say('value') }} />
      <Select
        w={150}
        label={say('days')}
        data={[...dayChoices]}
        value={String(data.days)}
        onChange={(days) => set({ days: days === '365' ? undefined : (days ?? undefined) })}
        allowDeselect={false}
      />
    </>
  )
}

/** What recommendation brings, what it costs to acquire and to keep people, and how experience moves both. */
export function AcquisitionPage() {
  const say = useWords(acquisitionWords)
  const formats = useFormats()
  const data = useAcquisition()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.acquisition}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      note={({ came, referred, ambassadors, days }) =>
        say('note', {
          came: formats.number(came),
          referred: formats.number(referred),
          ambassadors: formats.number(ambassadors),
          days: formats.number(days),
        })
      }
    >
      {(result) =>
        result.why !== null ? null : (
          <>
            <Row>
              <LevelsTable acquisition={result} />
            </Row>
            <Row>
              <WaysTable acquisition={result} />
            </Row>
          </>
        )
      }
    </AnalysisFrame>
  )
}
