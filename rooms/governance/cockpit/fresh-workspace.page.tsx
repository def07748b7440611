import { Button } from '@mantine/core'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Mark, type MarkKind } from '../../../foundations/ui/mark/mark.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { cockpitWords } from './cockpit.words.ts'
import styles from './fresh-workspace.module.css'

interface StepProps {
  readonly mark: MarkKind
  readonly title: string
  readonly text: string
  /** What stands there once the step is done. */
  readonly done: string | null
  readonly action: string
  readonly to: string
}

function Step({ mark, title, text, done, action, to }: StepProps) {
  const say = useWords(cockpitWords)
  return (
    <li className={styles.step}>
      <span className={styles.mark}>
        <Mark kind={mark} size={22} />
      </span>
      <div className={styles.words}>
        <h2>{title}</h2>
        <p>{text}</p>
        {done ? (
          <p className={styles.done}>
            <span aria-hidden="true">✓ </span>
            {say('done')} · {done}
          </p>
        ) : null}
      </div>
      <Button component={ScreenLink} to={to} variant={done ? 'default' : 'filled'}>
        {action}
      </Button>
    </li>
  )
}

/** Key of the workspace in which the sample organisation lives. */
const sample = 'sample'

interface FreshWorkspaceProps {
  readonly touchpoints: number
  readonly hasAnswers: boolean
}

/** A workspace without answers: the two things to do, and which of them is done. */
export function FreshWorkspace({ touchpoints, hasAnswers }: FreshWorkspaceProps) {
  const say = useWords(cockpitWords)
  const { workspaces } = useSession()
  return (
    <>
      <PageHead title={say('freshTitle')} documentTitle={say('cockpit')} note={say('freshText')} />
      <div className={styles.card}>
        <Card>
          <ol>
            <Step
              mark="promise"
              title={say('stepPromise')}
              text={say('stepPromiseText')}
              done={touchpoints > 0 ? say('stepPromiseDone', { count: touchpoints }) : null}
              action={say('stepPromiseAction')}
              to="strategy/experience-file"
            />
            <Step
              mark="lived"
              title={say('stepListen')}
              text={say('stepListenText')}
              done={hasAnswers ? say('stepListenDone') : null}
              action={say('stepListenAction')}
              to="understanding/imports"
            />
          </ol>
        </Card>
        {workspaces.includes(sample) ? (
          <p className={styles.sample}>
            {say('sampleText')} <a href={`/w/${sample}/cockpit`}>{say('sampleLink')}</a>
          </p>
        ) : null}
      </div>
    </>
  )
}
