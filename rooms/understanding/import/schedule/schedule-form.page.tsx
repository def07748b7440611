import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { keyOfName } from '../../../../foundations/ui/form/key-of-name.ts'
import { ModalForm } from '../../../../foundations/ui/form/modal-form.tsx'
import { useSession } from '../../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../../foundations/ui/words/use-words.ts'
import type { ImportSchedule, ScheduleRecord } from './schedule.contract.ts'
import { scheduleWords } from './schedule.words.ts'
import { useScheduleDeeds } from './use-schedules.page.ts'

type Draft = Omit<ImportSchedule, 'key'>

interface FieldsProps {
  readonly draft: Draft
  readonly set: (draft: Draft) => void
  /** Saved mappings to choose from. */
  readonly mappings: readonly string[]
  /** Whether the name makes the key of another schedule, which saving would write over. */
  readonly isTaken: boolean
}

interface FormProps extends Pick<FieldsProps, 'mappings'> {
  /** The schedule that is changed; without it a new one is added. */
  readonly schedule?: ScheduleRecord
  /** Keys of the schedules there are. */
  readonly keys: readonly string[]
}

const blank = (mapping = ''): Draft => ({
  name: '',
  mapping,
  folder: '',
  pattern: '*.csv',
  everyMinutes: 15,
  paused: false,
})

const draftOf = ({ name, mapping, folder, pattern, everyMinutes, paused }: ScheduleRecord): Draft => ({
  ...{ name, mapping, folder, pattern, everyMinutes, paused },
})

function Place({ draft, set }: Pick<FieldsProps, 'draft' | 'set'>) {
  const say = useWords(scheduleWords)
  const { workspace } = useSession()
  return (
    <>
      <TextInput
        label={say('folder')}
        description={say('folderHint', { workspace })}
        value={draft.folder}
        maxLength={400}
        onChange={(event) => set({ ...draft, folder: event.currentTarget.value })}
      />
      <TextInput
        label={say('pattern')}
        description={say('patternHint')}
        value={draft.pattern}
        required
        withAsterisk={false}
        maxLength={200}
        onChange={(event) => set({ ...draft, pattern: event.currentTarget.value })}
      />
    </>
  )
}

function Fields({ draft, set, mappings, isTaken }: FieldsProps) {
  const say = useWords(scheduleWords)
  return (
    <>
      <TextInput
        label={say('name')}
        value={draft.name}
        error={isTaken ? say('nameTaken') : null}
        required
        withAsterisk={false}
        maxLength={200}
        data-autofocus
        onChange={(event) => set({ ...draft, name: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('mapping')}
        description={say('mappingHint')}
        value={draft.mapping}
        data={[...new Set([draft.mapping, ...mappings])]}
        onChange={(event) => set({ ...draft, mapping: event.currentTarget.value })}
      />
      <Place draft={draft} set={set} />
      <NumberInput
        label={say('every')}
        value={draft.everyMinutes}
        min={1}
        max={10_080}
        allowDecimal={false}
        required
        withAsterisk={false}
        onChange={(everyMinutes) => set({ ...draft, everyMinutes: Number(everyMinutes) })}
      />
      <Checkbox
        label={say('paused')}
        checked={draft.paused}
        onChange={(event) => set({ ...draft, paused: event.currentTarget.checked })}
      />
    </>
  )
}

/** Adds a folder, or changes how one is read. */
export function ScheduleForm({ schedule, mappings, keys }: FormProps) {
  const say = useWords(scheduleWords)
  const { workspace } = useSession()
  const { put } = useScheduleDeeds()
  const [draft, setDraft] = useState<Draft | null>(null)
  const close = () => setDraft(null)
  const open = () => setDraft(schedule ? draftOf(schedule) : blank(mappings[0]))
  const title = schedule ? say('changeOf', { name: schedule.name }) : say('add')
  const key = schedule?.key ?? keyOfName(draft?.name ?? '')
  const isTaken = schedule === undefined && keys.includes(key)
  const save = () => draft && !isTaken && put.mutate({ workspace, key, ...draft }, { onSuccess: close })
  return (
    <>
      {schedule ? (
        <Button variant="default" size="compact-sm" onClick={open} aria-label={title}>
          {say('change')}
        </Button>
      ) : (
        <Button onClick={open}>{title}</Button>
      )}
      <ModalForm
        title={title}
        opened={draft !== null}
        onClose={close}
        onSave={save}
        saving={put.isPending}
        error={put.error}
      >
        {draft ? <Fields draft={draft} set={setDraft} {...{ mappings, isTaken }} /> : null}
      </ModalForm>
    </>
  )
}
