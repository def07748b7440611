import { Select } from '@mantine/core'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { MarkChoices } from '../purchases/mark-choices.page.tsx'
import { PremiumTable } from './premium-table.page.tsx'
import { pricingWords } from './pricing.words.ts'
import { DemandCurves, SensitivityTable, StatedCurves } from './stated-prices.page.tsx'
import { type PricingData, usePricing, usualDays } from './use-pricing.page.ts'

const dayChoices = [31, usualDays, 183, 365] as const

function Choices({ data }: { readonly data: PricingData }) {
  const say = useWords(pricingWords)
  const formats = useFormats()
  const set = useSetSearch()
  const done = data.pricing.data?.state === 'done' ? data.pricing.data.result : undefined
  return (
    <>
      <MarkChoices shown={done} labels={{ measure: say('measure'), value: say('value') }} />
      <Select
        w={150}
        label={say('within')}
        data={dayChoices.map((days) => ({
          value: String(days),
          label: say('days', { days: formats.number(days) }),
        }))}
        value={String(data.within)}
        onChange={(days) => set({ within: days === String(usualDays) ? undefined : (days ?? undefined) })}
        allowDeselect={false}
      />
    </>
  )
}

/** What experience lets the organisation charge for the same product. */
export function PricingPage() {
  const say = useWords(pricingWords)
  const formats = useFormats()
  const data = usePricing()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.pricing}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      note={({ from, to, purchases, products, people }) =>
        from && to
          ? say('note', {
              from: formats.day(from),
              to: formats.day(to),
              purchases: formats.number(purchases),
              products: formats.number(products),
              people: formats.number(people),
            })
          : '\u00a0'
      }
    >
      {(result) => (
        <Row>
          <PremiumTable pricing={result} />
          <StatedCurves pricing={result} />
          <SensitivityTable pricing={result} />
          <DemandCurves pricing={result} />
        </Row>
      )}
    </AnalysisFrame>
  )
}
