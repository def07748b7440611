import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { keyOfName } from '../../../foundations/ui/form/key-of-name.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { columnWords } from './columns.words.ts'
import styles from './import.module.css'
import { mappingContract } from './mapping.contract.ts'

interface SaveMappingProps {
  readonly mapping: string
  /** Name that is offered first. */
  readonly name: string
  readonly disabled?: boolean
}

/** Keeps the mapping under a name, to read the next file of its kind by it. */
export function SaveMapping({ mapping, name, disabled }: SaveMappingProps) {
  const say = useWords(columnWords)
  const { workspace } = useSession()
  const { query } = useApi(mappingContract)
  const client = useQueryClient()
  const [opened, { open, close }] = useDisclosure(false)
  const [typed, setTyped] = useState<string | null>(null)
  const save = useMutation(
    query.mappings.put.mutationOptions({
      onSuccess: () => {
        close()
        return client.invalidateQueries({ queryKey: query.mappings.key() })
      },
    }),
  )
  const key = keyOfName(typed ?? name)
  return (
    <>
      <Button variant="default" onClick={open} disabled={disabled}>
        {say('saveAs')}
      </Button>
      <span className={styles.small} role="status">
        {save.isSuccess ? say('savedAs', { key: save.data.key }) : ''}
      </span>
      <ModalForm
        title={say('saveAs')}
        opened={opened}
        onClose={close}
        onSave={() => save.mutate({ workspace, key, mapping })}
        saving={save.isPending}
        error={save.error}
      >
        <TextInput
          label={say('saveKey')}
          description={key}
          value={typed ?? name}
          required
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </ModalForm>
    </>
  )
}
