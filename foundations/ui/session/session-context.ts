import { createContext, useContext } from 'react'

/** Who looks at the screen, and in which workspace. */
export interface Session {
  readonly workspace: string
  readonly workspaceName: string
  readonly permissions: readonly string[]
  /** The team they work in; undefined where none was said. */
  readonly team?: string | undefined
  /** Keys of all workspaces they may enter. */
  readonly workspaces: readonly string[]
}

export const SessionContext = createContext<Session>({
  workspace: '',
  workspaceName: '',
  permissions: [],
  workspaces: [],
})

export function useSession(): Session {
  return useContext(SessionContext)
}

/** Whether the reader may do a thing here; the server decides all the same. */
export function useMay(permission: string): boolean {
  return useContext(SessionContext).permissions.includes(permission)
}
