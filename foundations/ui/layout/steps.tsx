import { UnstyledButton } from '@mantine/core'
import styles from './steps.module.css'

interface StepsProps<Key extends string> {
  /** Names the list for those who do not see it. */
  readonly label: string
  readonly steps: readonly { readonly key: Key; readonly name: string }[]
  readonly now: Key
  /** Goes back to a step that is done; absent where nothing can be changed any more. */
  readonly onBack?: ((key: Key) => void) | undefined
}

/** How far a piece of work has come, and the way back. */
export function Steps<Key extends string>({ label, steps, now, onBack }: StepsProps<Key>) {
  const place = steps.findIndex(({ key }) => key === now)
  return (
    <nav aria-label={label}>
      <ol className={styles.steps}>
        {steps.map(({ key, name }, index) => {
          const done = index < place
          return (
            <li
              key={key}
              className={styles.step}
              data-state={key === now ? 'now' : done ? 'done' : 'later'}
              aria-current={key === now ? 'step' : undefined}
            >
              <span className={styles.number} aria-hidden="true">
                {done ? '✓' : index + 1}
              </span>
              {done && onBack ? (
                <UnstyledButton className={styles.back} onClick={() => onBack(key)}>
                  {name}
                </UnstyledButton>
              ) : (
                name
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
