import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { textIn } from '../../../foundations/format/text-in.ts'
import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { keyOfName } from '../../../foundations/ui/form/key-of-name.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { TwoTextInput } from '../../../foundations/ui/form/two-text-input.tsx'
import { oneText, twoTexts } from '../../../foundations/ui/form/two-texts.ts'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { type Annotation, annotationContract, annotationKinds } from './annotation.contract.ts'
import { annotationsWords } from './annotations.words.ts'

type Named = readonly { readonly key: string; readonly name: LocalText }[]

interface AddAnnotationProps {
  readonly touchpoints: Named
  readonly units: Named
}

const nothing = {
  ...{ name: twoTexts(undefined), kind: 'campaign' as Annotation['kind'], from: '', to: '' },
  ...{ touchpoints: [] as string[], units: [] as string[] },
}

/** A form that writes down something that happened. */
export function AddAnnotation({ touchpoints, units }: AddAnnotationProps) {
  const say = useWords(annotationsWords)
  const { language } = useFormats()
  const { workspace } = useSession()
  const { query } = useApi(annotationContract)
  const client = useQueryClient()
  const [opened, { open, close }] = useDisclosure(false)
  const [draft, setDraft] = useState(nothing)
  const set = (own: Partial<typeof nothing>) => setDraft({ ...draft, ...own })
  const put = useMutation(
    query.annotations.put.mutationOptions({
      onSuccess: () => {
        void client.invalidateQueries()
        setDraft(nothing)
        close()
      },
    }),
  )
  const save = () => {
    const name = oneText(draft.name)
    if (name === undefined || draft.from === '') return
    const key = keyOfName(`${draft.name.en || draft.name.fr} ${draft.from}`)
    const { to, ...rest } = draft
    put.mutate({ workspace, ...rest, key, name, ...(to === '' ? {} : { to }) })
  }
  const options = (named: Named) =>
    named.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))
  return (
    <>
      <Button variant="default" onClick={open}>
        {say('add')}
      </Button>
      <ModalForm
        title={say('add')}
        opened={opened}
        onClose={close}
        onSave={save}
        saving={put.isPending}
        error={put.error}
      >
        <TwoTextInput label={say('name')} value={draft.name} onChange={(name) => set({ name })} />
        <Select
          label={say('kind')}
          data={annotationKinds.map((value) => ({ value, label: say(value) }))}
          value={draft.kind}
          onChange={(kind) => kind && set({ kind: kind as Annotation['kind'] })}
          allowDeselect={false}
        />
        <TextInput
          type="date"
          label={say('from')}
          value={draft.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
          required
          withAsterisk={false}
        />
        <TextInput
          type="date"
          label={say('to')}
          value={draft.to}
          min={draft.from}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <MultiSelect
          label={say('touchpoints')}
          data={options(touchpoints)}
          value={draft.touchpoints}
          onChange={(chosen) => set({ touchpoints: chosen })}
          searchable
        />
        <MultiSelect
          label={say('units')}
          data={options(units)}
          value={draft.units}
          onChange={(chosen) => set({ units: chosen })}
          searchable
        />
      </ModalForm>
    </>
  )
}
