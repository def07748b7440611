import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type ColumnChoice, type Touchpoints, unknownTouchpoints } from './column-choice.page.ts'
import { columnWords } from './columns.words.ts'
import styles from './import.module.css'
import type { Wizard } from './use-wizard.page.ts'

interface UnknownProps {
  readonly wizard: Wizard
  readonly touchpoints: Touchpoints
}

interface OneProps extends UnknownProps {
  readonly unknown: { readonly key: string; readonly columns: readonly ColumnChoice[] }
  readonly creating: boolean
  readonly onCreate: (() => void) | undefined
}

function One({ wizard, touchpoints, unknown: { key, columns }, creating, onCreate }: OneProps) {
  const say = useWords(columnWords)
  const replace = (to: string) =>
    wizard.setChoices((all) => all.map((one) => (columns.includes(one) ? { ...one, key: to } : one)))
  const known = touchpoints.list.map((one) => ({ value: one.key, label: one.name }))
  return (
    <li className={styles.unknownOne}>
      <div>
        <b>{key}</b>
        <p className={styles.small}>{columns.map(({ column }) => column).join(', ')}</p>
      </div>
      {known.length > 0 ? (
        <NativeSelect
          aria-label={say('useInsteadOf', { key })}
          value={key}
          data={[{ value: key, label: say('keepIt') }, ...known]}
          onChange={(event) => replace(event.currentTarget.value)}
        />
      ) : null}
      {onCreate ? (
        <Button
          variant="default"
          loading={creating}
          onClick={onCreate}
          aria-label={say('createOne', { key })}
        >
          {say('create')}
        </Button>
      ) : (
        <ScreenLink to="design/touchpoints" className={styles.link} target="_blank">
          {say('createInDesign')}
        </ScreenLink>
      )}
    </li>
  )
}

/** Touchpoints that the columns name and nobody has designed: to be made, or replaced by one that is there. */
export function UnknownTouchpoints({ wizard, touchpoints }: UnknownProps) {
  const say = useWords(columnWords)
  const { create } = touchpoints
  const making = useMutation({
    mutationFn: async (made: readonly ColumnChoice[]) => {
      for (const { key, proposal } of made) await create?.({ key, name: proposal.label || proposal.column })
    },
  })
  const unknown = unknownTouchpoints(wizard.choices, touchpoints.list)
  if (unknown.length === 0) return null
  const firsts = unknown.map(({ columns }) => columns[0]!)
  const count = unknown.length
  const all = create ? (
    <Button variant="default" loading={making.isPending} onClick={() => making.mutate(firsts)}>
      {say('createAll', { count })}
    </Button>
  ) : null
  return (
    <Card title={say('unknownTitle', { count })} note={say('unknownText')} aside={count > 1 ? all : null}>
      {making.isError ? <Failed error={making.error} /> : null}
      <ul>
        {unknown.map((one, index) => (
          <One
            key={one.key}
            {...{ wizard, touchpoints, unknown: one, creating: making.isPending }}
            onCreate={create ? () => making.mutate([firsts[index]!]) : undefined}
          />
        ))}
      </ul>
    </Card>
  )
}
