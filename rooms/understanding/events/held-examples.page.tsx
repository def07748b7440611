import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { eventContract, type HeldEvent } from './event.contract.ts'
import styles from './event.module.css'
import { eventWords } from './event.words.ts'
import { heldInstant } from './held-groups.page.ts'

interface HeldExamplesProps {
  readonly which: Pick<HeldEvent, 'source' | 'reason' | 'key'>
}

const examples = 2

/** JSON on lines of its own; what is none as it came. */
function laidOut(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2)
  } catch {
    return payload
  }
}

/** Events as they came; fetched only when somebody looks. */
export function HeldExamples({ which }: HeldExamplesProps) {
  const say = useWords(eventWords)
  const { instant } = useFormats()
  const { workspace } = useSession()
  const { query } = useApi(eventContract)
  const [opened, setOpened] = useState(false)
  const messages = useQuery(
    query.events.heldMessages.queryOptions({
      input: { workspace, ...which, limit: examples },
      enabled: opened,
    }),
  )
  return (
    <details className={styles.examples} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary aria-label={say('exampleOf', { key: which.key })}>{say('example')}</summary>
      {opened ? (
        <QueryState query={messages} height={120}>
          {({ messages: list }) => (
            <ul>
              {list.map(({ id, receivedAt, payload }) => (
                <li key={id}>
                  <p className={styles.small}>{instant(heldInstant(receivedAt))}</p>
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
                  <pre className={styles.code} tabIndex={0}>
                    {laidOut(payload)}
                  </pre>
                </li>
              ))}
            </ul>
          )}
        </QueryState>
      ) : null}
    </details>
  )
}
