import { Select } from '@mantine/core'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { MarkChoices } from '../purchases/mark-choices.page.tsx'
import { capitalWords } from './capital.words.ts'
import { CapitalFigures, StockTrend } from './capital-figures.page.tsx'
import { CapitalFifths, CapitalSensitivity, CapitalTouchpoints } from './capital-tables.page.tsx'
import { type CapitalData, useCapital } from './use-capital.page.ts'

const monthChoices = ['12', '24', '36', '60'] as const

function Choices({ data }: { readonly data: CapitalData }) {
  const say = useWords(capitalWords)
  const set = useSetSearch()
  const done = data.capital.data?.state === 'done' ? data.capital.data.result : undefined
  return (
    <>
      <MarkChoices shown={done} labels={{ measure: say('measure'), value: say('value') }} />
      <Select
        w={170}
        label={say('months')}
        data={[...monthChoices]}
        value={String(data.months)}
        onChange={(months) => set({ months: months === '24' ? undefined : (months ?? undefined) })}
        allowDeselect={false}
      />
    </>
  )
}

/** What people remember, and what it is worth. */
export function CapitalPage() {
  const say = useWords(capitalWords)
  const formats = useFormats()
  const data = useCapital()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.capital}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      note={({ people, exits, to }) =>
        to
          ? say('note', {
              people: formats.number(people),
              exits: formats.number(exits),
              to: formats.month(`${to}-01`),
            })
          : '\u00a0'
      }
    >
      {(result) => (
        <Row>
          <CapitalFigures capital={result} />
          <StockTrend capital={result} />
          <CapitalTouchpoints capital={result} />
          <CapitalFifths capital={result} />
          <CapitalSensitivity capital={result} />
        </Row>
      )}
    </AnalysisFrame>
  )
}
