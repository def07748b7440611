import { Button, PasswordInput, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { accessContract, type Member } from '../../../foundations/access/access.contract.ts'
import { type Role, roles } from '../../../foundations/access/permission.contract.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { RemoveButton } from '../../../foundations/ui/form/remove-button.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { shellWords } from '../shell/shell.words.ts'
import { settingsWords } from './settings.words.ts'

const nobody = { name: '', email: '', password: '', role: 'viewer' as Role }

function useMemberChanges() {
  const { query } = useApi(accessContract)
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: query.members.key() })
  return {
    add: useMutation(query.members.add.mutationOptions({ onSuccess })),
    remove: useMutation(query.members.remove.mutationOptions({ onSuccess })),
  }
}

function AddMember() {
  const say = useWords(settingsWords)
  const sayRole = useWords(shellWords)
  const { workspace } = useSession()
  const { add } = useMemberChanges()
  const [opened, { open, close }] = useDisclosure(false)
  const [member, setMember] = useState(nobody)
  const set = (change: Partial<typeof nobody>) => setMember((now) => ({ ...now, ...change }))
  const done = () => {
    close()
    setMember(nobody)
  }
  const save = () => {
    const { password, ...rest } = member
    add.mutate({ workspace, ...rest, ...(password ? { password } : {}) }, { onSuccess: done })
  }
  return (
    <>
      <Button onClick={open}>{say('addMember')}</Button>
      <ModalForm
        title={say('addMember')}
        opened={opened}
        onClose={close}
        onSave={save}
        saveText={say('addMember')}
        saving={add.isPending}
        error={add.error}
      >
        <TextInput
          label={say('name')}
          value={member.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          required
          withAsterisk={false}
        />
        <TextInput
          label={say('email')}
          type="email"
          value={member.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
          required
          withAsterisk={false}
        />
        <Select
          label={say('role')}
          data={roles.map((role) => ({ value: role, label: sayRole(role) }))}
          value={member.role}
          onChange={(role) => role && set({ role: role as Role })}
        />
        <PasswordInput
          label={say('password')}
          description={say('passwordHint')}
          value={member.password}
          onChange={(event) => set({ password: event.currentTarget.value })}
          autoComplete="new-password"
          minLength={10}
        />
      </ModalForm>
    </>
  )
}

function RemoveMember({ member }: { readonly member: Member }) {
  const { workspace } = useSession()
  const { remove } = useMemberChanges()
  return (
    <RemoveButton
      name={member.name}
      onRemove={(done) => remove.mutate({ workspace, id: member.id }, { onSuccess: done })}
      removing={remove.isPending}
      error={remove.error}
    />
  )
}

/** Who may enter the workspace, and as what. */
export function MembersPage() {
  const say = useWords(settingsWords)
  const sayRole = useWords(shellWords)
  const { workspace } = useSession()
  const { query } = useApi(accessContract)
  const members = useQuery(query.members.list.queryOptions({ input: { workspace } }))
  return (
    <>
      <PageHead title={say('members')} note={say('membersNote')} actions={<AddMember />} />
      <Row>
        <Card>
          <QueryState query={members} height={220}>
            {({ members: list }) => (
              <DataTable
                caption={say('members')}
                rows={list}
                rowKey={(member) => member.id}
                columns={[
                  { key: 'name', label: say('name'), cell: (one) => one.name, sortBy: (one) => one.name },
                  { key: 'email', label: say('email'), cell: (one) => one.email, sortBy: (one) => one.email },
                  {
                    key: 'role',
                    label: say('role'),
                    cell: (one) => sayRole(one.role),
                    sortBy: (one) => one.role,
                  },
                  { key: 'remove', label: '', cell: (one) => <RemoveMember member={one} />, numeric: true },
                ]}
              />
            )}
          </QueryState>
        </Card>
      </Row>
    </>
  )
}
