import { Select } from '@mantine/core'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { MarkChoices } from '../purchases/mark-choices.page.tsx'
import { fragilityWords } from './fragility.words.ts'
import { FragilityLevels } from './fragility-levels.page.tsx'
import { ForecastCheck, FragileGroups, StayCurves } from './fragility-more.page.tsx'
import { type FragilityData, useFragility } from './use-fragility.page.ts'

const monthChoices = [3, 6, 12, 24, 36] as const

function Choices({ data }: { readonly data: FragilityData }) {
  const say = useWords(fragilityWords)
  const set = useSetSearch()
  const done = data.fragility.data?.state === 'done' ? data.fragility.data.result : undefined
  const groupings = (['unit', 'channel', 'touchpoint', 'offer'] as const).map((by) => ({
    value: by as string,
    label: say(by),
  }))
  return (
    <>
      <MarkChoices shown={done} labels={{ measure: say('measure'), value: say('value') }} />
      <Select
        w={170}
        label={say('by')}
        placeholder={say('nothing')}
        clearable
        data={[...groupings, ...data.segments.map((name) => ({ value: `segment:${name}`, label: name }))]}
        value={data.by ?? null}
        onChange={(by) => set({ by: by ?? undefined })}
      />
      <Select
        w={120}
        label={say('months')}
        data={monthChoices.map(String)}
        value={String(data.months)}
        onChange={(months) => set({ months: months === '12' ? undefined : (months ?? undefined) })}
        allowDeselect={false}
      />
    </>
  )
}

/** What stands on a weak experience, and what of it may go. */
export function FragilityPage() {
  const say = useWords(fragilityWords)
  const formats = useFormats()
  const data = useFragility()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.fragility}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      note={({ from, to, measure, value }) =>
        from && to
          ? say('note', {
              from: formats.day(from),
              to: formats.day(to),
              value: value.kind,
              measure: textIn(measure.name, formats.language),
            })
          : '\u00a0'
      }
    >
      {(result) =>
        result.from === null ? null : (
          <Row>
            <FragilityLevels fragility={result} />
            <StayCurves fragility={result} />
            <ForecastCheck fragility={result} />
            <FragileGroups fragility={result} by={data.by ?? ''} />
          </Row>
        )
      }
    </AnalysisFrame>
  )
}
