import { Select } from '@mantine/core'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { CarryMap } from './carry-map.page.tsx'
import { carryOverWords } from './carry-over.words.ts'
import { IncidentTable, LinkTable, SwitchTable } from './carry-tables.page.tsx'
import { type CarryOverData, useCarryOver } from './use-carry-over.page.ts'

const dayChoices = ['3', '7', '14', '30', '90'] as const

function Choices({ data }: { readonly data: CarryOverData }) {
  const say = useWords(carryOverWords)
  const { language } = useFormats()
  const set = useSetSearch()
  const done = data.carryOver.data?.state === 'done' ? data.carryOver.data.result : undefined
  return (
    <>
      <Select
        w={230}
        label={say('measure')}
        data={data.offered.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))}
        value={done?.measure.key ?? null}
        onChange={(measure) => measure && set({ measure })}
      />
      <Select
        w={190}
        label={say('days')}
        data={[...dayChoices]}
        value={String(data.days)}
        onChange={(days) => set({ days: days === '14' ? undefined : (days ?? undefined) })}
        allowDeselect={false}
      />
    </>
  )
}

/** How what is lived at one touchpoint is felt at the next, and in another channel. */
export function CarryOverPage() {
  const say = useWords(carryOverWords)
  const formats = useFormats()
  const data = useCarryOver()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.carryOver}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      note={({ period, responses, people }) =>
        say('note', {
          period: periodName(period, formats),
          responses: formats.number(responses),
          people: formats.number(people),
        })
      }
    >
      {(result) => (
        <Row>
          <CarryMap carryOver={result} />
          {result.incidents.length > 0 ? <IncidentTable carryOver={result} /> : null}
          {result.links.length > 0 ? <LinkTable carryOver={result} /> : null}
          {result.switches.length > 0 ? <SwitchTable carryOver={result} /> : null}
        </Row>
      )}
    </AnalysisFrame>
  )
}
