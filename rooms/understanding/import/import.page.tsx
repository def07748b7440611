import { useEffect, useRef } from 'react'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { Steps } from '../../../foundations/ui/layout/steps.tsx'
import { useMay } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { ChooseFiles } from './choose-files.page.tsx'
import type { Touchpoints } from './column-choice.page.ts'
import { ColumnsStep } from './columns-step.page.tsx'
import styles from './import.module.css'
import { importWords } from './import.words.ts'
import { ImportHistory } from './import-history.page.tsx'
import { PreviewStep } from './preview-step.page.tsx'
import { ResultStep } from './result-step.page.tsx'
import { useRuns } from './use-runs.page.ts'
import { useWizard, type WizardStep } from './use-wizard.page.ts'

interface ImportPageProps {
  readonly touchpoints: Touchpoints
}

const steps: readonly WizardStep[] = ['files', 'columns', 'preview', 'result']
const nameOfStep = {
  files: 'stepFiles',
  columns: 'stepColumns',
  preview: 'stepPreview',
  result: 'stepResult',
} as const

/** Puts those who do not see the screen at the beginning of each new step. */
function useFocusOnStep(step: WizardStep) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current !== step) {
      place.current?.focus({ preventScroll: true })
      window.scrollTo({ top: 0 })
    }
    before.current = step
  }, [step])
  return place
}

function ImportWizard({ touchpoints }: ImportPageProps) {
  const say = useWords(importWords)
  const wizard = useWizard()
  const runs = useRuns(wizard)
  const { step, setStep } = wizard
  const place = useFocusOnStep(step)
  const named = steps.map((key) => ({ key, name: say(nameOfStep[key]) }))
  return (
    <>
      <Steps
        label={say('stepsLabel')}
        steps={named}
        now={step}
        onBack={(key) => (key === 'files' ? wizard.startOver() : setStep(key))}
      />
      <section ref={place} className={styles.place} tabIndex={-1} aria-label={say(nameOfStep[step])}>
        {step === 'files' ? <ChooseFiles wizard={wizard} /> : null}
        {step === 'columns' ? <ColumnsStep wizard={wizard} touchpoints={touchpoints} /> : null}
        {step === 'preview' ? <PreviewStep wizard={wizard} runs={runs} /> : null}
        {step === 'result' ? <ResultStep wizard={wizard} runs={runs} /> : null}
      </section>
      {step === 'files' || step === 'result' ? <ImportHistory /> : null}
    </>
  )
}

/** Brings in files: looks at them, lets what they hold be set right, and shows what became of them. */
export function ImportPage({ touchpoints }: ImportPageProps) {
  const say = useWords(importWords)
  const mayImport = useMay('facts:write')
  return (
    <>
      <PageHead title={say('title')} note={say('note')} />
      {mayImport ? (
        <ImportWizard touchpoints={touchpoints} />
      ) : (
        <>
          <Row>
            <Card>
              <p className={styles.muted}>{say('mayNot')}</p>
            </Card>
          </Row>
          <ImportHistory />
        </>
      )}
    </>
  )
}
