import { Select } from '@mantine/core'
import { useCallback } from 'react'
import { periodName } from '../../../foundations/format/period-name.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useEvidence } from '../../../foundations/ui/evidence/evidence-context.ts'
import { useSetSearch } from '../../../foundations/ui/filters/use-filters.ts'
import { HeatMapCard } from '../../../foundations/ui/heat-map/heat-map-card.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { Mark } from '../../../foundations/ui/mark/mark.tsx'
import { EmptyScreen } from '../../../foundations/ui/state/empty-screen.tsx'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { Loading } from '../../../foundations/ui/state/loading.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './lived.module.css'
import { livedWords } from './lived.words.ts'
import { useLived } from './use-lived.page.ts'

type Lived = ReturnType<typeof useLived>

const rules = ['rule5', 'rule10', 'ruleAnother', 'ruleWalls'] as const

function Anonymity() {
  const say = useWords(livedWords)
  return (
    <Card title={say('anonymity')}>
      <ul className={styles.rules}>
        {rules.map((rule) => (
          <li key={rule}>
            <Mark kind="people" size={10} /> <span>{say(rule)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function NotHeard() {
  const say = useWords(livedWords)
  return (
    <Card>
      <EmptyScreen title={say('none')} to="understanding/imports" action={say('import')}>
        {say('noneText')}
      </EmptyScreen>
    </Card>
  )
}

function MeasureChoice({ lived }: { readonly lived: Lived }) {
  const say = useWords(livedWords)
  const language = useLanguage()
  const set = useSetSearch()
  if (lived.answered.length < 2) return null
  return (
    <Select
      w={210}
      label={say('measure')}
      data={lived.answered.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))}
      value={lived.measure?.key ?? null}
      onChange={(key) => key && set({ measure: key })}
    />
  )
}

function LivedMap({ lived }: { readonly lived: Lived }) {
  const say = useWords(livedWords)
  const formats = useFormats()
  const openEvidence = useEvidence()
  const { all, measures, measure, grid, figures, wholes, names } = lived
  const rowName = useCallback((key: string) => names.get(key) ?? (key || '—'), [names])
  const failed = [all, measures, figures, wholes].find((query) => query.isError)
  if (failed) return <Card>{<Failed error={failed.error} onRetry={() => void failed.refetch()} />}</Card>
  if (all.data && measures.data && !measure) return <NotHeard />
  if (!grid || !measure || !figures.data) return <Loading height={360} />
  return (
    <HeatMapCard
      caption={say('caption', { measure: textIn(measure.name, formats.language) })}
      note={say('note', { period: periodName(figures.data.period, formats) })}
      fileName={`employees-${measure.key}`}
      rowsLabel={say('touchpoint')}
      rows={grid.rows}
      columns={grid.columns}
      rowName={rowName}
      form={measure}
      onOpen={(touchpoint, unit) =>
        openEvidence({
          measure: measure.key,
          touchpoint,
          population: 'employees',
          ...(unit === null ? {} : { unit }),
        })
      }
    />
  )
}

/** What employees live at each touchpoint, and the rule that keeps them unknown. */
export function LivedPage() {
  const say = useWords(livedWords)
  const lived = useLived()
  return (
    <>
      <PageHead title={say('title')} actions={<MeasureChoice lived={lived} />} />
      <Row>
        <LivedMap lived={lived} />
        <Anonymity />
      </Row>
    </>
  )
}
