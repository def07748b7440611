import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useFilters, useSearchValue, useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { Row } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { AnalysisFrame } from '../analyses/analysis-frame.page.tsx'
import { type DoneAnswer, useAnalysis } from '../analyses/use-analysis.page.ts'
import { measurementContract } from '../contract.ts'
import { isWeighable } from '../measures/counted-figure.ts'
import { MomentList } from './moment-list.page.tsx'
import type { Moments } from './moments.contract.ts'
import { momentsWords } from './moments.words.ts'

/** What decides: what a low and a top mark of each touchpoint cost and bring, beside what the designers declared. */
export function MomentsPage() {
  const say = useWords(momentsWords)
  const formats = useFormats()
  const set = useSetSearch()
  const { workspace, ...filters } = useFilters()
  const measure = useSearchValue('measure')
  const { query } = useApi(measurementContract)
  const { query: analyses, call } = useApi(analysisContract)
  const input = { workspace, ...filters, measure }
  const moments = useAnalysis<DoneAnswer & { readonly result: Moments }>(
    analyses.moments.read.queryOptions({ input }),
  )
  const measures = useQuery(query.measures.list.queryOptions({ input: { workspace } }))
  const offered = (measures.data?.measures ?? []).filter(isWeighable)
  return (
    <AnalysisFrame
      crumb={say('crumb')}
      name={say('name')}
      query={moments}
      choices={
        <Select
          w={230}
          label={say('measure')}
          data={offered.map(({ key, name }) => ({ value: key, label: textIn(name, formats.language) }))}
          value={moments.data?.state === 'done' ? moments.data.result.measure.key : null}
          onChange={(key) => key && set({ measure: key })}
        />
      }
      exportAs={(form) => call.moments.export({ ...input, form })}
      statement={(result) => result.query}
      note={({ period, n }) => say('note', { period: periodName(period, formats), n: formats.number(n) })}
    >
      {(result) =>
        result.moments.length === 0 ? null : (
          <Row>
            <MomentList moments={result} />
          </Row>
        )
      }
    </AnalysisFrame>
  )
}
