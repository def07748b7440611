interface WorkspacePage {
  readonly path: string
  readonly load: () => Promise<unknown>
  /** The component the file exports. */
  readonly name: string
}

/** Every page of a workspace, loaded when it is first visited. */
export const workspacePages: readonly WorkspacePage[] = [
  {
    path: 'cockpit',
    load: () => import('../../rooms/governance/cockpit/cockpit.page.tsx'),
    name: 'CockpitPage',
  },
]
