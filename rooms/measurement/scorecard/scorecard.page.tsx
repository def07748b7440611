import { MultiSelect, Select } from '@mantine/core'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { scorecardWords } from './scorecard.words.ts'
import { ScorecardTable } from './scorecard-table.page.tsx'
import { type ScorecardData, useScorecard } from './use-scorecard.page.ts'

const everybody = 'all'

function Choices({ data }: { readonly data: ScorecardData }) {
  const say = useWords(scorecardWords)
  const { language } = useFormats()
  const set = useSetSearch()
  const done = data.scorecard.data?.state === 'done' ? data.scorecard.data.result : undefined
  const named = ({ key, name }: ScorecardData['units'][number]) => ({
    value: key,
    label: textIn(name, language),
  })
  return (
    <>
      <Select
        w={220}
        label={say('team')}
        data={[{ value: everybody, label: say('everybody') }, ...data.teams.map(named)]}
        value={data.team ?? everybody}
        onChange={(team) => set({ team: team === everybody ? undefined : (team ?? undefined) })}
        allowDeselect={false}
      />
      <MultiSelect
        miw={280}
        label={say('peers')}
        placeholder={
          data.peers.length > 0 ? '' : say(done && done.peers.length === 0 ? 'noPeers' : 'usualPeers')
        }
        data={data.units.filter(({ key }) => key !== done?.of?.key).map(named)}
        value={data.peers}
        onChange={(chosen) => set({ peers: chosen.length === 0 ? undefined : chosen.join(',') })}
        maxValues={12}
        searchable
        clearable
      />
    </>
  )
}

/** Promises and measures of a unit or a team, beside its own past and its peers. */
export function ScorecardPage() {
  const say = useWords(scorecardWords)
  const formats = useFormats()
  const data = useScorecard()
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={data.scorecard}
      choices={<Choices data={data} />}
      exportAs={data.exportAs}
      note={({ period }) => say('note', { period: periodName(period, formats) })}
    >
      {(result) => (
        <Row>
          {result.promises.length > 0 ? (
            <ScorecardTable
              scorecard={result}
              rows={result.promises}
              title={say('promisesTitle')}
              note={say('promisesNote')}
            />
          ) : null}
          {result.measures.length > 0 ? (
            <ScorecardTable
              scorecard={result}
              rows={result.measures}
              title={say('measuresTitle')}
              note={say('measuresNote')}
            />
          ) : null}
        </Row>
      )}
    </AnalysisFrame>
  )
}
