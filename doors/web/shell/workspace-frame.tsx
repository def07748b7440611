import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { permissionsOfRole } from '../../../foundations/access/permission.contract.ts'
import { meQuery } from '../session/access-api.ts'
import { Shell } from './shell.tsx'

/** The shell around the pages of one workspace. */
export function WorkspaceFrame() {
  const { workspace } = useParams({ strict: false })
  const { data: me } = useSuspenseQuery(meQuery())
  const here = me.workspaces.find((one) => one.key === workspace)
  if (!here) return null
  const session = {
    workspace: here.key,
    workspaceName: here.name,
    permissions: permissionsOfRole[here.role],
    team: here.team ?? undefined,
    workspaces: me.workspaces.map(({ key }) => key),
  }
  return <Shell key={here.key} session={session} />
}
