import { Button, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import { keyOfName } from '../../../foundations/ui/form/key-of-name.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { TwoTextInput } from '../../../foundations/ui/form/two-text-input.tsx'
import { oneText, twoTexts } from '../../../foundations/ui/form/two-texts.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { organisationWords } from './organisation.words.ts'

export interface NewThing {
  readonly key: string
  readonly name: LocalText
  readonly parent?: string
}

interface AddThingProps {
  readonly title: string
  /** Units it may belong to; absent for teams. */
  readonly parents?: readonly { readonly value: string; readonly label: string }[]
  readonly onAdd: (thing: NewThing, done: () => void) => void
  readonly adding: boolean
  readonly error: unknown
}

function useNewThing() {
  const [name, setName] = useState(twoTexts(undefined))
  const [key, setKey] = useState('')
  const [parent, setParent] = useState<string | null>(null)
  const text = oneText(name)
  const clear = () => {
    setName(twoTexts(undefined))
    setKey('')
    setParent(null)
  }
  return { name, setName, key: key || keyOfName(name.en || name.fr), setKey, parent, setParent, text, clear }
}

/** A short form that adds a team or a unit; the key is proposed from the name. */
export function AddThing({ title, parents, onAdd, adding, error }: AddThingProps) {
  const say = useWords(organisationWords)
  const [opened, { open, close }] = useDisclosure(false)
  const thing = useNewThing()
  const save = () => {
    if (thing.text === undefined) return
    const parent = thing.parent ? { parent: thing.parent } : {}
    onAdd({ key: thing.key, name: thing.text, ...parent }, () => {
      close()
      thing.clear()
    })
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        {title}
      </Button>
      <ModalForm title={title} opened={opened} onClose={close} onSave={save} saving={adding} error={error}>
        <TwoTextInput label={say('name')} value={thing.name} onChange={thing.setName} />
        <TextInput
          label={say('key')}
          description={say('keyRule')}
          value={thing.key}
          onChange={(event) => thing.setKey(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        {parents ? (
          <Select
            label={say('belongsTo')}
            placeholder={say('nothing')}
            data={[...parents]}
            value={thing.parent}
            onChange={thing.setParent}
            clearButtonProps={{ 'aria-label': say('nothing') }}
            clearable
            allowDeselect
            searchable
          />
        ) : null}
      </ModalForm>
    </>
  )
}
