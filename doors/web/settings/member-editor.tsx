import { Button, PasswordInput, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Member } from '../../../foundations/access/access.contract.ts'
import { type Role, roles } from '../../../foundations/access/permission.contract.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { ModalForm } from '../../../foundations/ui/form/modal-form.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { strategyContract, type Team, type Unit } from '../../../rooms/strategy/contract.ts'
import { shellWords } from '../shell/shell.words.ts'
import { settingsWords } from './settings.words.ts'
import { useMemberChanges } from './use-member-changes.ts'

const nobody = { name: '', email: '', role: 'viewer' as Role, team: null, unit: null }

interface Draft extends Omit<Member, 'id'> {
  readonly password: string
}

interface FieldsProps {
  readonly draft: Draft
  readonly isNew: boolean
  readonly onChange: (change: Partial<Draft>) => void
}

function PersonFields({ draft, onChange }: Omit<FieldsProps, 'isNew'>) {
  const say = useWords(settingsWords)
  return (
    <>
      <TextInput
        label={say('name')}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <TextInput
        label={say('email')}
        type="email"
        value={draft.email}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <PasswordInput
        label={say('password')}
        description={say('passwordHint')}
        value={draft.password}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
        autoComplete="new-password"
        minLength={10}
      />
    </>
  )
}

function PlaceFields({ draft, onChange }: Omit<FieldsProps, 'isNew'>) {
  const say = useWords(settingsWords)
  const language = useLanguage()
  const { workspace } = useSession()
  const { query } = useApi(strategyContract)
  const teams = useQuery(query.teams.list.queryOptions({ input: { workspace } }))
  const units = useQuery(query.units.list.queryOptions({ input: { workspace } }))
  const options = (all: readonly (Team | Unit)[] = []) =>
    all.map(({ key, name }) => ({ value: key, label: textIn(name, language) }))
  return (
    <>
      <Select
        label={say('team')}
        description={say('teamHint')}
        placeholder={say('wholeOrganisation')}
        data={options(teams.data?.teams)}
        value={draft.team}
        onChange={(team) => onChange({ team })}
        searchable
        clearable
      />
      <Select
        label={say('unit')}
        description={say('unitHint')}
        placeholder={say('wholeOrganisation')}
        data={options(units.data?.units)}
        value={draft.unit}
        onChange={(unit) => onChange({ unit })}
        searchable
        clearable
      />
    </>
  )
}

function MemberFields({ draft, isNew, onChange }: FieldsProps) {
  const say = useWords(settingsWords)
  const sayRole = useWords(shellWords)
  return (
    <>
      {isNew ? <PersonFields draft={draft} onChange={onChange} /> : null}
      <Select
        label={say('role')}
        data={roles.map((role) => ({ value: role, label: sayRole(role) }))}
        value={draft.role}
        onChange={(role) => role && onChange({ role: role as Role })}
        allowDeselect={false}
      />
      <PlaceFields draft={draft} onChange={onChange} />
    </>
  )
}

/** A button and its form: adds a member, or changes the role and the place of one. */
export function MemberEditor({ member }: { readonly member?: Member }) {
  const say = useWords(settingsWords)
  const { workspace } = useSession()
  const { add } = useMemberChanges()
  const [opened, { open, close }] = useDisclosure(false)
  const begun: Draft = { ...(member ?? nobody), password: '' }
  const [draft, setDraft] = useState(begun)
  const title = member ? say('changeMember', { name: member.name }) : say('addMember')
  const begin = () => {
    setDraft(begun)
    open()
  }
  const save = () => {
    const { name, email, role, team, unit, password } = draft
    const put = { workspace, name, email, role, team, unit, ...(password ? { password } : {}) }
    add.mutate(put, { onSuccess: close })
  }
  return (
    <>
      {member ? (
        <Button variant="default" size="compact-sm" onClick={begin} aria-label={title}>
          {say('change')}
        </Button>
      ) : (
        <Button onClick={begin}>{title}</Button>
      )}
      <ModalForm
        title={title}
        opened={opened}
        onClose={close}
        onSave={save}
        {...(member ? {} : { saveText: title })}
        saving={add.isPending}
        error={add.error}
      >
        <MemberFields
          draft={draft}
          isNew={!member}
          onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
        />
      </ModalForm>
    </>
  )
}
