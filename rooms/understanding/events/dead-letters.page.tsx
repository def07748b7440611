import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { useMay } from '../../../foundations/ui/session/session-context.ts'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { HeldGroup } from './event.contract.ts'
import styles from './event.module.css'
import { eventWords } from './event.words.ts'
import { HeldExamples } from './held-examples.page.tsx'
import { groupKey } from './held-groups.page.ts'
import { useDiscard, useReplay } from './use-events.page.ts'
import { useFaultSaid } from './use-fault-said.page.ts'

interface GroupProps {
  readonly group: HeldGroup
}

function Discard({ group: { source, reason, key, messages: count } }: GroupProps) {
  const say = useWords(eventWords)
  const { number } = useFormats()
  const [opened, { open, close }] = useDisclosure(false)
  const discard = useDiscard()
  const messages = say('messages', { count, shown: number(count) })
  return (
    <>
      <Button variant="default" onClick={open} aria-label={say('discardOf', { key })}>
        {say('discard')}
      </Button>
      <ModalForm
        title={say('discardSure', { messages })}
        opened={opened}
        onClose={close}
        onSave={() => discard.mutate({ source, reason, key }, { onSuccess: close })}
        saveText={say('discard')}
        saving={discard.isPending}
        error={discard.error}
      >
        <p>{say('discardText')}</p>
      </ModalForm>
    </>
  )
}

function Group({ group }: GroupProps) {
  const say = useWords(eventWords)
  const { number } = useFormats()
  const faultSaid = useFaultSaid()
  const mayMap = useMay('facts:write')
  const replay = useReplay()
  const { source, reason, key, messages: count } = group
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <div>
          <p className={styles.name}>{faultSaid(key)}</p>
          <p className={styles.small}>
            <b className="tabular">{say('messages', { count, shown: number(count) })}</b>{' '}
            {say('fromSource', { source })} · {key}
          </p>
          <p className={styles.small} role="status">
            {replay.data
              ? say('replayed', { count: replay.data.replayed, still: number(replay.data.stillHeld) })
              : ''}
          </p>
        </div>
        {mayMap ? (
          <div className={styles.buttons}>
            <Button
              variant="default"
              loading={replay.isPending}
              onClick={() => replay.mutate({ source, reason, key })}
              aria-label={say('replayOf', { key })}
            >
              {say('replay')}
            </Button>
            <Discard group={group} />
          </div>
        ) : null}
      </div>
      {replay.isError ? <Failed error={replay.error} /> : null}
      {mayMap ? <HeldExamples which={{ source, reason, key }} /> : null}
    </li>
  )
}

/** Events that cannot be kept as facts, by what is wrong with them. */
export function DeadLetters({ groups }: { readonly groups: readonly HeldGroup[] }) {
  const say = useWords(eventWords)
  return (
    <Card title={say('dead')} note={groups.length > 0 ? say('deadNote') : undefined}>
      {groups.length === 0 ? (
        <p className={styles.muted}>{say('noneDead')}</p>
      ) : (
        <ul>
          {groups.map((group) => (
            <Group key={groupKey(group)} group={group} />
          ))}
        </ul>
      )}
    </Card>
  )
}
