import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { Failed } from '../../../foundations/ui/state/failed.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { accessApi, meQuery } from '../session/access-api.ts'
import { signIn } from '../session/sign-in.ts'
import styles from './entrance.module.css'
import { entranceWords } from './entrance.words.ts'
import { EntranceFrame } from './entrance-frame.tsx'

function useWelcome(token: string) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const welcome = useMutation({
    mutationFn: async (form: FormData) => {
      const text = (name: string) => String(form.get(name) ?? '').trim()
      const email = text('email')
      const password = String(form.get('password'))
      const { workspace } = await accessApi.call.welcome({
        token,
        name: text('name'),
        email,
        password,
        workspaceName: text('workspaceName'),
      })
      await signIn(email, password)
      await client.fetchQuery({ ...meQuery(), staleTime: 0 })
      await navigate({ to: `/w/${workspace}/cockpit` as string })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    welcome.mutate(new FormData(event.currentTarget))
  }
  return { welcome, submit }
}

function WelcomeForm({ token }: { readonly token: string }) {
  const say = useWords(entranceWords)
  const { welcome, submit } = useWelcome(token)
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        name="name"
        label={say('name')}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={200}
      />
      <TextInput
        name="email"
        type="email"
        label={say('email')}
        autoComplete="email"
        required
        withAsterisk={false}
      />
      <PasswordInput
        name="password"
        label={say('password')}
        description={say('passwordRule')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        minLength={10}
        maxLength={200}
      />
      <TextInput
        name="workspaceName"
        label={say('organisation')}
        autoComplete="organization"
        required
        withAsterisk={false}
        maxLength={200}
      />
      {welcome.isError ? <Failed error={welcome.error} /> : null}
      <Button type="submit" loading={welcome.isPending}>
        {say('begin')}
      </Button>
    </form>
  )
}

/** The first start: makes the first administrator and the first workspace. */
export function WelcomePage() {
  const say = useWords(entranceWords)
  const { token } = useSearch({ strict: false }) as { token?: string }
  if (!token)
    return (
      <EntranceFrame title={say('welcomeTitle')} text={say('noToken')}>
        <p className={styles.small}>
          {say('noTokenHint', { address: `${window.location.origin}/welcome?token=` })}
        </p>
        <p className={styles.small}>
          <Link to="/sign-in" className={styles.link}>
            {say('signIn')}
          </Link>
        </p>
      </EntranceFrame>
    )
  return (
    <EntranceFrame title={say('welcomeTitle')} text={say('welcomeText')}>
      <WelcomeForm token={token} />
    </EntranceFrame>
  )
}
