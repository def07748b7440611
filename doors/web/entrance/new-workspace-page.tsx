import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { accessApi, meQuery } from '../session/access-api.ts'
import styles from './entrance.module.css'
import { entranceWords } from './entrance.words.ts'
import { EntranceFrame } from './entrance-frame.tsx'

function useNewWorkspace() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (form: FormData) => {
      const { key } = await accessApi.call.workspaces.add({
        key: String(form.get('key')),
        name: String(form.get('name')),
      })
      await client.fetchQuery({ ...meQuery(), staleTime: 0 })
      await navigate({ to: `/w/${key}/cockpit` as string })
    },
  })
}

/** Makes a workspace for somebody who has none. */
export function NewWorkspacePage() {
  const say = useWords(entranceWords)
  const make = useNewWorkspace()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    make.mutate(new FormData(event.currentTarget))
  }
  return (
    <EntranceFrame title={say('workspaceTitle')} text={say('workspaceText')}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput name="name" label={say('organisation')} required withAsterisk={false} maxLength={200} />
        <TextInput
          name="key"
          label={say('workspaceKey')}
          description={say('workspaceKeyRule')}
          pattern="[a-z0-9][a-z0-9\-]{0,62}"
          required
          withAsterisk={false}
        />
        {make.isError ? <Failed error={make.error} /> : null}
        <Button type="submit" loading={make.isPending}>
          {say('make')}
        </Button>
      </form>
    </EntranceFrame>
  )
}
