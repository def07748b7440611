import { Button } from '@mantine/core'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { ImportRecord } from '../contract.ts'
import styles from './import.module.css'
import { importWords } from './import.words.ts'
import { ImportResult } from './import-result.page.tsx'
import { ImportState } from './import-state.page.tsx'
import { importTitle } from './import-title.page.ts'
import { SaveMapping } from './save-mapping.page.tsx'
import { UndoImport } from './undo-import.page.tsx'
import { isOpen, useImportsOf } from './use-imports.page.ts'
import type { Runs } from './use-runs.page.ts'
import type { Wizard } from './use-wizard.page.ts'

interface StepProps {
  readonly wizard: Wizard
  readonly runs: Runs
}

function AfterDryRun({ wizard, runs }: StepProps) {
  const say = useWords(importWords)
  return (
    <>
      <Button loading={runs.start.isPending} onClick={() => runs.run(false)}>
        {say('importNow')}
      </Button>
      <Button variant="default" onClick={() => wizard.setStep('columns')}>
        {say('backToColumns')}
      </Button>
    </>
  )
}

function AfterImport({ wizard, record }: { readonly wizard: Wizard; readonly record: ImportRecord }) {
  const say = useWords(importWords)
  const kept = record.state === 'done' && record.counts.rowsKept > 0
  return (
    <>
      {kept ? (
        <>
          <Button component={ScreenLink} to="cockpit">
            {say('seeCockpit')}
          </Button>
          <Button component={ScreenLink} to="measurement/heat-map" variant="default">
            {say('seeHeatMap')}
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={() => wizard.setStep('columns')}>
          {say('backToColumns')}
        </Button>
      )}
      <SaveMapping mapping={wizard.mapping} name={wizard.about.source} />
      <UndoImport record={record} />
      <Button variant="default" onClick={wizard.startOver}>
        {say('another')}
      </Button>
    </>
  )
}

function One({ record, wizard, runs }: StepProps & { readonly record: ImportRecord }) {
  const say = useWords(importWords)
  const title = say(importTitle(record), { name: record.fileName })
  return (
    <Card title={title} aside={<ImportState record={record} />}>
      <span className="visually-hidden" role="status">
        {title}
      </span>
      <ImportResult record={record} />
      {isOpen(record) ? null : (
        <div className={styles.deeds}>
          {record.dryRun ? (
            <AfterDryRun wizard={wizard} runs={runs} />
          ) : (
            <AfterImport wizard={wizard} record={record} />
          )}
        </div>
      )}
      {runs.start.isError ? <Failed error={runs.start.error} /> : null}
    </Card>
  )
}

/** What became of the files: while they are read, and afterwards. */
export function ResultStep({ wizard, runs }: StepProps) {
  const imports = useImportsOf(runs.ids)
  return (
    <Row>
      {imports.map((query, index) => (
        <QueryState key={runs.ids[index]} query={query} height={200}>
          {(record) => <One {...{ record, wizard, runs }} />}
        </QueryState>
      ))}
    </Row>
  )
}
