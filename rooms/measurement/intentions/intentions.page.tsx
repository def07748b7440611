import { Select } from '@mantine/core'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { useMarkMeasures } from '../purchases/use-mark-measures.page.ts'
import { behaviours } from './intentions.contract.ts'
import { intentionsWords } from './intentions.words.ts'
import { StatedAndDone, StatedTable } from './stated-and-done.page.tsx'
import { type IntentionsData, useIntentions } from './use-intentions.page.ts'

const dayChoices = ['30', '60', '90', '180', '365'] as const

function Choices({ data }: { readonly data: IntentionsData }) {
  const say = useWords(intentionsWords)
  const { language } = useFormats()
  const set = useSetSearch()
  const measures = useMarkMeasures()
  const done = data.intentions.data?.state === 'done' ? data.intentions.data.result : undefined
  return (
    <>
      <Select
        w={260}
        label={say('measure')}
        data={measures.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))}
        value={done?.measure.key ?? null}
        onChange={(measure) => measure && set({ measure })}
      />
      <Select
        w={150}
        label={say('behaviour')}
        data={behaviours.map((one) => ({ value: one, label: say(one) }))}
        value={data.behaviour}
        onChange={(behaviour) =>
          set({ behaviour: behaviour === 'buy' ? undefined : (behaviour ?? undefined) })
        }
        allowDeselect={false}
      />
      <Select
        w={190}
        label={say('days')}
        data={[...dayChoices]}
        value={String(data.days)}
        onChange={(days) => set({ days: days === '90' ? undefined : (days ?? undefined) })}
        allowDeselect={false}
      />
    </>
  )
}

/** What people said they would do, and what they did. */
export function IntentionsPage() {
  const say = useWords(intentionsWords)
  const formats = useFormats()
  const data = useIntentions()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.intentions}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      note={({ n, people, days }) =>
        say('note', {
          n: formats.number(n),
          people: formats.number(people),
          days: formats.number(days),
        })
      }
    >
      {(result) =>
        result.groups.length === 0 ? null : (
          <Row>
            <StatedAndDone intentions={result} />
            <StatedTable intentions={result} />
          </Row>
        )
      }
    </AnalysisFrame>
  )
}
