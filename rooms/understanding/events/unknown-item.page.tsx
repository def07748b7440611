import { Button, NativeSelect } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useMay } from '../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './event.module.css'
import { eventWords } from './event.words.ts'
import { HeldExamples } from './held-examples.page.tsx'
import { heldInstant, type UnknownGroup } from './held-groups.page.ts'
import { useMeaning, useReplay } from './use-events.page.ts'

export interface KnownTouchpoint {
  readonly key: string
  readonly name: string
}

interface UnknownItemProps {
  readonly group: UnknownGroup
  readonly touchpoints: readonly KnownTouchpoint[]
  /** Begins a rule for it in the table. */
  readonly onRule: () => void
}

const notKept = ' '

function Meaning({ group, touchpoints, onRule }: UnknownItemProps) {
  const say = useWords(eventWords)
  const [chosen, setChosen] = useState('')
  const meaning = useMeaning()
  const { reason, key } = group
  const save = () => meaning.mutate({ reason, key, touchpoint: chosen === notKept ? null : chosen })
  const options = [
    { value: '', label: say('choose') },
    ...touchpoints.map((one) => ({ value: one.key, label: one.name })),
    { value: notKept, label: say('notKept') },
  ]
  return (
    <div className={styles.meaning}>
      <NativeSelect
        label={say(reason === 'name-unknown' ? 'where' : 'whichTouchpoint', { key })}
        value={chosen}
        data={options}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button disabled={chosen === ''} loading={meaning.isPending} onClick={save}>
        {say('saveAndReplay')}
      </Button>
      <Button variant="default" onClick={onRule}>
        {say('byRule')}
      </Button>
      <ScreenLink to="design/touchpoints/new" className={styles.link}>
        {say('newTouchpoint')} <span aria-hidden="true">→</span>
      </ScreenLink>
      {meaning.isError ? <Failed error={meaning.error} /> : null}
    </div>
  )
}

function Replay({ group: { source, reason, key } }: Pick<UnknownItemProps, 'group'>) {
  const say = useWords(eventWords)
  const { number } = useFormats()
  const replay = useReplay()
  const { data } = replay
  return (
    <>
      <Button
        variant="default"
        loading={replay.isPending}
        onClick={() => replay.mutate({ source, reason, key })}
        aria-label={say('replayOf', { key })}
      >
        {say('replay')}
      </Button>
      <span role="status" className={styles.small}>
        {data ? say('replayed', { count: data.replayed, still: number(data.stillHeld) }) : ''}
      </span>
      {replay.isError ? <Failed error={replay.error} /> : null}
    </>
  )
}

/** A name or touchpoint that nobody knows: how often it came, examples, and a way to say what it is. */
export function UnknownItem(props: UnknownItemProps) {
  const say = useWords(eventWords)
  const { number, ago } = useFormats()
  const mayMap = useMay('facts:write')
  const [opened, { toggle }] = useDisclosure(false)
  const { source, reason, key, messages: count, firstAt, lastAt } = props.group
  const now = new Date()
  const moments = { first: ago(heldInstant(firstAt), now), last: ago(heldInstant(lastAt), now) }
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <div>
          <p className={styles.small}>
            {say(reason === 'name-unknown' ? 'unknownName' : 'unknownTouchpoint')}
          </p>
          <p className={styles.name}>{key}</p>
          <p className={styles.small}>
            <b className="tabular">{say('messages', { count, shown: number(count) })}</b>{' '}
            {say('fromSource', { source })} · {say('between', moments)}
          </p>
        </div>
        {mayMap ? (
          <div className={styles.buttons}>
            <Button
              variant={opened ? 'default' : 'filled'}
              onClick={toggle}
              aria-expanded={opened}
              aria-label={`${say(opened ? 'close' : 'sayMeaning')} · ${key}`}
            >
              {say(opened ? 'close' : 'sayMeaning')}
            </Button>
            <Replay group={props.group} />
          </div>
        ) : null}
      </div>
      {opened ? <Meaning {...props} /> : null}
      {mayMap ? <HeldExamples which={{ source, reason, key }} /> : null}
    </li>
  )
}
