import { Button } from '@mantine/core'
import { textIn } from '../../../foundations/format/text-in.ts'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Proposal } from '../contract.ts'
import { AboutFile } from './about-file.page.tsx'
import type { Touchpoints } from './column-choice.page.ts'
import { ColumnList } from './column-list.page.tsx'
import { columnWords } from './columns.words.ts'
import styles from './import.module.css'
import { MappingPanel } from './mapping-panel.page.tsx'
import { UnknownTouchpoints } from './unknown-touchpoints.page.tsx'
import { useFileSaid } from './use-file-said.page.ts'
import type { Wizard } from './use-wizard.page.ts'

interface StepProps {
  readonly wizard: Wizard
  readonly touchpoints: Touchpoints
}

function Warnings({ warnings }: { readonly warnings: Proposal['warnings'] }) {
  const say = useWords(columnWords)
  const language = useLanguage()
  if (warnings.length === 0) return null
  return (
    <div className={styles.part}>
      <h3>{say('warnings')}</h3>
      <ul className={styles.said}>
        {warnings.map((warning) => (
          <li key={warning.en}>{textIn(warning, language)}</li>
        ))}
      </ul>
    </div>
  )
}

function Onward({ wizard }: { readonly wizard: Wizard }) {
  const say = useWords(columnWords)
  return (
    <Card>
      {wizard.error ? <Failed error={wizard.error} /> : null}
      <div className={styles.deeds}>
        <Button disabled={!wizard.sound} onClick={() => wizard.setStep('preview')}>
          {say('toPreview')}
        </Button>
        <Button variant="default" onClick={wizard.startOver}>
          {say('otherFiles')}
        </Button>
        {wizard.settled && !wizard.sound ? <p className={styles.small}>{say('notYet')}</p> : null}
      </div>
    </Card>
  )
}

function Form({ wizard, touchpoints }: StepProps) {
  const say = useWords(columnWords)
  const fileSaid = useFileSaid()
  const { proposal, choices } = wizard
  if (!proposal) return null
  return (
    <>
      <Card title={fileSaid(proposal, choices)} note={say('lookThrough')}>
        <Warnings warnings={proposal.warnings} />
        <ColumnList wizard={wizard} touchpoints={touchpoints.list} />
      </Card>
      <UnknownTouchpoints wizard={wizard} touchpoints={touchpoints} />
    </>
  )
}

/** What each column is taken for, with the mapping that follows from it beside. */
export function ColumnsStep({ wizard, touchpoints }: StepProps) {
  const byHand = wizard.written !== null
  // The text keeps its place among its neighbours, so that the cursor stays in it when the form goes.
  return (
    <div className={byHand ? styles.alone : styles.beside}>
      {byHand ? null : (
        <div className={styles.stack}>
          <AboutFile wizard={wizard} />
          <Form wizard={wizard} touchpoints={touchpoints} />
          <Onward wizard={wizard} />
        </div>
      )}
      <div className={byHand ? undefined : styles.mapping}>
        <MappingPanel wizard={wizard} />
      </div>
      {byHand ? <Onward wizard={wizard} /> : null}
    </div>
  )
}
