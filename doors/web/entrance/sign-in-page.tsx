import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { meQuery } from '../session/access-api.ts'
import { type SignInOutcome, signIn } from '../session/sign-in.ts'
import styles from './entrance.module.css'
import { entranceWords } from './entrance.words.ts'
import { EntranceFrame } from './entrance-frame.tsx'

const refusals = { refused: 'refused', 'too-many': 'tooMany', unreached: 'unreached' } as const

function useSignIn() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { to?: string }
  const [outcome, setOutcome] = useState<SignInOutcome | 'asking' | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setOutcome('asking')
    const result = await signIn(String(form.get('email')), String(form.get('password')))
    setOutcome(result)
    if (result !== 'signed-in') return
    await client.fetchQuery({ ...meQuery(), staleTime: 0 })
    const inside = search.to?.startsWith('/w/') ? search.to : '/'
    await navigate({ href: inside })
  }
  return { outcome, submit }
}

/** Opens a session with e-mail and password. */
export function SignInPage() {
  const say = useWords(entranceWords)
  const { outcome, submit } = useSignIn()
  const refusal = outcome && outcome in refusals ? refusals[outcome as keyof typeof refusals] : null
  return (
    <EntranceFrame title={say('signInTitle')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          name="email"
          type="email"
          label={say('email')}
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          label={say('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        {refusal ? (
          <p className={styles.refused} role="alert">
            {say(refusal)}
          </p>
        ) : null}
        <Button type="submit" loading={outcome === 'asking'}>
          {say('signIn')}
        </Button>
      </form>
      <p className={styles.small}>{say('firstTime')}</p>
    </EntranceFrame>
  )
}
