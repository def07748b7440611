import { Select } from '@mantine/core'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import type { Ensemble } from './ensemble.contract.ts'
import { ensembleWords } from './ensemble.words.ts'
import { JourneyLevels } from './journey-levels.page.tsx'
import { LevelStrip } from './level-strip.page.tsx'
import { RaisingTable } from './raising-table.page.tsx'
import { type EnsembleData, useEnsemble } from './use-ensemble.page.ts'

function Choices({ data }: { readonly data: EnsembleData }) {
  const say = useWords(ensembleWords)
  const { language } = useFormats()
  const set = useSetSearch()
  const done = data.ensemble.data?.state === 'done' ? data.ensemble.data.result : undefined
  const offered = data.offered.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))
  return (
    <>
      <Select
        w={230}
        label={say('measure')}
        data={offered}
        value={done?.measure.key ?? null}
        onChange={(measure) => measure && set({ measure })}
      />
      <Select
        w={230}
        label={say('outcome')}
        data={offered}
        value={done?.raising?.outcome.key ?? null}
        onChange={(outcome) => outcome && set({ outcome })}
      />
    </>
  )
}

/** Journeys as lines of music, the least even first; then all touchpoints, what raising brings, channels and units. */
function Pictures({ ensemble }: { readonly ensemble: Ensemble }) {
  const known = ensemble.strands.filter(({ why }) => why === null)
  const journeys = known
    .filter(({ kind }) => kind === 'journey')
    .sort((one, other) => one.evenness.value! - other.evenness.value!)
  const strips = (kinds: readonly string[]) =>
    known
      .filter(({ kind }) => kinds.includes(kind))
      .map((strand) => <LevelStrip key={strand.kind} strand={strand} ensemble={ensemble} />)
  return (
    <Row>
      {journeys.map((strand) => (
        <JourneyLevels key={strand.key} strand={strand} ensemble={ensemble} />
      ))}
      {strips(['touchpoint'])}
      {ensemble.raising?.together ? <RaisingTable raising={ensemble.raising} /> : null}
      {strips(['channel', 'unit'])}
    </Row>
  )
}

/** How even the experience is, who plays alone, and what raising the weakest brings. */
export function EnsemblePage() {
  const say = useWords(ensembleWords)
  const formats = useFormats()
  const data = useEnsemble()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.ensemble}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      note={({ people, period }) =>
        say('note', { period: periodName(period, formats), people: formats.number(people) })
      }
    >
      {(result) => <Pictures ensemble={result} />}
    </AnalysisFrame>
  )
}
