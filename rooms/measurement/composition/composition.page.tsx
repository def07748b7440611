import { Select } from '@mantine/core'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useMay } from '../../../foundations/ui/session/session-context.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { ChangeWeights } from './change-weights.page.tsx'
import { compositionWords } from './composition.words.ts'
import { ChangeTable, StandsTable } from './composition-tables.page.tsx'
import { type CompositionData, useComposition } from './use-composition.page.ts'

const groupings = ['touchpoint', 'pillar', 'team', 'channel', 'unit', 'question'] as const

function Choices({ data }: { readonly data: CompositionData }) {
  const say = useWords(compositionWords)
  const { language } = useFormats()
  const set = useSetSearch()
  const done = data.composition.data?.state === 'done' ? data.composition.data.result : undefined
  const chosen = data.offered.find(({ key }) => key === done?.measure.key)
  const mayWrite = useMay('records:write')
  const hasParts = (chosen?.parts?.length ?? 0) > 1
  return (
    <>
      <Select
        w={250}
        label={say('measure')}
        data={data.offered.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))}
        value={done?.measure.key ?? null}
        onChange={(key) => key && set({ measure: key, by: undefined })}
        allowDeselect={false}
        searchable
      />
      <Select
        w={220}
        label={say('by')}
        data={[
          ...groupings.map((value) => ({ value, label: say(value) })),
          ...(hasParts ? [{ value: 'part', label: say('part') }] : []),
          ...data.segments.map((name) => ({ value: `segment:${name}`, label: say('segment', { name }) })),
        ]}
        value={done?.by ?? null}
        onChange={(by) => by && set({ by, measure: done?.measure.key })}
        allowDeselect={false}
      />
      {hasParts && chosen && mayWrite ? <ChangeWeights key={chosen.key} measure={chosen} /> : null}
    </>
  )
}

/** What a figure is made of, group by group, and what made it change. */
export function CompositionPage() {
  const say = useWords(compositionWords)
  const formats = useFormats()
  const data = useComposition()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.composition}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      note={({ period, before, whole }) =>
        say('note', {
          period: periodName(period, formats),
          before: periodName(before, formats),
          n: formats.number(whole.n),
        })
      }
    >
      {(result) => (
        <Row>
          <ChangeTable composition={result} />
          <StandsTable composition={result} />
        </Row>
      )}
    </AnalysisFrame>
  )
}
