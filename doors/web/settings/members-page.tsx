import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { accessContract, type Member } from '../../../foundations/access/access.contract.ts'
import { textIn } from '../../../foundations/format/text-in.ts'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { RemoveButton } from '../../../foundations/ui/form/remove-button.tsx'
import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { QueryState } from '../../../foundations/ui/state/query-state.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { strategyContract } from '../../../rooms/strategy/contract.ts'
import { shellWords } from '../shell/shell.words.ts'
import { MemberEditor } from './member-editor.tsx'
import { settingsWords } from './settings.words.ts'
import { useMemberChanges } from './use-member-changes.ts'

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

function MemberActions({ member }: { readonly member: Member }) {
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      <MemberEditor member={member} />
      <RemoveMember member={member} />
    </Group>
  )
}

/** Names of the team and unit of a member, as they are called now. */
function usePlaceOf() {
  const say = useWords(settingsWords)
  const language = useLanguage()
  const { workspace } = useSession()
  const { query } = useApi(strategyContract)
  const { data: teams } = useQuery(query.teams.list.queryOptions({ input: { workspace } }))
  const { data: units } = useQuery(query.units.list.queryOptions({ input: { workspace } }))
  return ({ team, unit }: Member) => {
    const named = [
      team && (teams?.teams.find(({ key }) => key === team)?.name ?? team),
      unit && (units?.units.find(({ key }) => key === unit)?.name ?? unit),
    ].flatMap((name) => (name ? [textIn(name, language)] : []))
    return named.join(' · ') || say('wholeOrganisation')
  }
}

/** Who may enter the workspace, and as what. */
export function MembersPage() {
  const say = useWords(settingsWords)
  const sayRole = useWords(shellWords)
  const placeOf = usePlaceOf()
  const { workspace } = useSession()
  const { query } = useApi(accessContract)
  const members = useQuery(query.members.list.queryOptions({ input: { workspace } }))
  return (
    <>
      <PageHead title={say('members')} note={say('membersNote')} actions={<MemberEditor />} />
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
                  {
                    key: 'place',
                    label: say('place'),
                    cell: (one) => placeOf(one),
                    sortBy: (one) => placeOf(one),
                  },
                  { key: 'actions', label: '', cell: (one) => <MemberActions member={one} />, numeric: true },
                ]}
              />
            )}
          </QueryState>
        </Card>
      </Row>
    </>
  )
}
