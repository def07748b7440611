import { Menu, UnstyledButton } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { meQuery } from '../session/access-api.ts'
import { signOut } from '../session/sign-in.ts'
import styles from './account-menu.module.css'
import { shellWords } from './shell.words.ts'

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean)
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''
  return ((parts[0]?.[0] ?? '') + last).toUpperCase()
}

function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await signOut()
    client.clear()
    await navigate({ to: '/sign-in' })
  }
}

/** Who is signed in, in what role, and the way out. */
export function AccountMenu() {
  const say = useWords(shellWords)
  const { data: me } = useSuspenseQuery(meQuery())
  const { workspace } = useSession()
  const leave = useSignOut()
  const role = me.workspaces.find((one) => one.key === workspace)?.role
  if (!me.person) return null
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <UnstyledButton className={styles.who}>
          <span className="visually-hidden">{say('account')} </span>
          <span className={styles.initials}>{initialsOf(me.person.name)}</span>
          <span className={styles.words}>
            <b>{me.person.name}</b>
            {role ? <span>{say(role)}</span> : null}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.person.email}</Menu.Label>
        <Menu.Item onClick={() => void leave()}>{say('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
