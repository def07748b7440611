import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { accessContract } from '../../../foundations/access/access.contract.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { useMay, useSession } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './settings.module.css'
import { settingsWords } from './settings.words.ts'

/** Removes the workspace with all that is in it, once its name was typed; for those who manage its members. */
export function RemoveWorkspace() {
  const say = useWords(settingsWords)
  const { workspace, workspaceName } = useSession()
  const may = useMay('members:write')
  const { query } = useApi(accessContract)
  const [opened, { open, close }] = useDisclosure(false)
  const [name, setName] = useState('')
  const remove = useMutation(query.workspaces.remove.mutationOptions())
  if (!may) return null
  const onSave = () => remove.mutate({ workspace, name }, { onSuccess: () => window.location.assign('/') })
  return (
    <Card span={8}>
      <div className={styles.stack}>
        <h2>{say('removeWorkspace')}</h2>
        <p>{say('removeWorkspaceText', { name: workspaceName })}</p>
        <div>
          <Button variant="default" onClick={open}>
            {say('removeWorkspaceAction')}
          </Button>
        </div>
      </div>
      <ModalForm
        title={say('removeWorkspace')}
        opened={opened}
        onClose={close}
        onSave={onSave}
        saveText={say('removeWorkspaceAction')}
        saving={remove.isPending}
        error={remove.error}
      >
        <p>{say('removeWorkspaceSure', { name: workspaceName })}</p>
        <TextInput
          label={say('workspaceName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          data-autofocus
        />
      </ModalForm>
    </Card>
  )
}
