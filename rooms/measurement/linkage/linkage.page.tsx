import { MultiSelect, Select } from '@mantine/core'
import { useState } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { LinkDetail } from './link-detail.page.tsx'
import { LinkTable, linkKey } from './link-table.page.tsx'
import { type Linkage, LinkageGrain } from './linkage.contract.ts'
import { linkageWords } from './linkage.words.ts'
import { LinkageMap } from './linkage-map.page.tsx'
import { useLinkage } from './use-linkage.page.ts'

interface ChoicesProps extends Pick<ReturnType<typeof useLinkage>, 'grain' | 'controls'> {
  readonly linkage: Linkage | undefined
}

function Choices({ grain, controls, linkage }: ChoicesProps) {
  const say = useWords(linkageWords)
  const { language } = useFormats()
  const set = useSetSearch()
  const indicators = linkage?.indicators ?? []
  return (
    <>
      <Select
        w={150}
        label={say('grain')}
        data={LinkageGrain.options.map((value) => ({ value, label: say(value) }))}
        value={grain}
        onChange={(chosen) => set({ grain: chosen === 'month' ? undefined : (chosen ?? undefined) })}
        allowDeselect={false}
      />
      <MultiSelect
        miw={260}
        label={say('control')}
        placeholder={controls.length === 0 ? say('nothingHeld') : ''}
        data={indicators.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))}
        value={controls}
        onChange={(chosen) => set({ control: chosen.length === 0 ? undefined : chosen.join(',') })}
        maxValues={5}
        clearable
      />
    </>
  )
}

function Body({ linkage }: { readonly linkage: Linkage }) {
  const [wanted, choose] = useState('')
  const chosen = linkage.links.find((one) => linkKey(one) === wanted)
  const shown = chosen ?? linkage.links[0]
  return (
    <Row>
      <LinkageMap linkage={linkage} chosen={chosen} />
      {shown ? (
        <>
          <LinkDetail link={shown} linkage={linkage} />
          <LinkTable linkage={linkage} chosen={linkKey(shown)} onChoose={choose} />
        </>
      ) : null}
    </Row>
  )
}

/** What employees live, what customers live and results of the same units, side by side. */
export function LinkagePage() {
  const say = useWords(linkageWords)
  const formats = useFormats()
  const { grain, controls, linkage, exportAs } = useLinkage()
  const done = linkage.data?.state === 'done' ? linkage.data.result : undefined
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={linkage}
      choices={<Choices grain={grain} controls={controls} linkage={done} />}
      exportAs={exportAs}
      note={({ units, periods, tested }) =>
        say('note', {
          units: formats.number(units),
          periods: formats.number(periods),
          tested: formats.number(tested),
        })
      }
    >
      {(result) => <Body linkage={result} />}
    </AnalysisFrame>
  )
}
