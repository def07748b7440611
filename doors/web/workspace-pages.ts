interface WorkspacePage {
  readonly path: string
  readonly load: () => Promise<unknown>
  /** The component the file exports. */
  readonly name: string
}

const page = (path: string, name: string, load: WorkspacePage['load']): WorkspacePage => ({
  path,
  load,
  name,
})

/** Every page of a workspace, loaded when it is first visited. */
export const workspacePages: readonly WorkspacePage[] = [
  page('cockpit', 'CockpitPage', () => import('../../rooms/governance/cockpit/cockpit.page.tsx')),
  page('strategy/platform', 'PlatformPage', () => import('../../rooms/strategy/platform/platform.page.tsx')),
  page(
    'strategy/organisation',
    'OrganisationPage',
    () => import('../../rooms/strategy/organisation/organisation.page.tsx'),
  ),
  page(
    'strategy/experience-file',
    'ExperienceFilePage',
    () => import('../../rooms/strategy/experience-file/experience-file.page.tsx'),
  ),
  page('understanding/imports', 'ImportFrame', () => import('./shell/import-frame.tsx')),
  page(
    'understanding/sources',
    'SourcesPage',
    () => import('../../rooms/understanding/sources/sources.page.tsx'),
  ),
  page('understanding/sources/$key', 'SourceFrame', () => import('./shell/source-frames.tsx')),
  page('understanding/events', 'EventsFrame', () => import('./shell/source-frames.tsx')),
  page(
    'understanding/webhooks',
    'WebhooksPage',
    () => import('../../rooms/understanding/webhooks/webhooks.page.tsx'),
  ),
  page(
    'understanding/folders',
    'SchedulesPage',
    () => import('../../rooms/understanding/import/schedule/schedules.page.tsx'),
  ),
  page('understanding/imports/$id', 'ImportDetailFrame', () => import('./shell/import-frame.tsx')),
  page('design/journeys', 'JourneysPage', () => import('../../rooms/design/journey/journeys.page.tsx')),
  page(
    'design/touchpoints',
    'TouchpointsPage',
    () => import('../../rooms/design/touchpoint/touchpoints.page.tsx'),
  ),
  page(
    'design/touchpoints/$key',
    'TouchpointEditorFrame',
    () => import('./shell/touchpoint-editor-frame.tsx'),
  ),
  page(
    'measurement/heat-map',
    'HeatMapPage',
    () => import('../../rooms/measurement/heat-map/heat-map.page.tsx'),
  ),
  page(
    'measurement/drivers',
    'DriversPage',
    () => import('../../rooms/measurement/drivers/drivers.page.tsx'),
  ),
  page(
    'measurement/linkage',
    'LinkagePage',
    () => import('../../rooms/measurement/linkage/linkage.page.tsx'),
  ),
  page('measurement/changes', 'ChangesPage', () => import('../../rooms/measurement/change/changes.page.tsx')),
  page(
    'measurement/fragility',
    'FragilityPage',
    () => import('../../rooms/measurement/fragility/fragility.page.tsx'),
  ),
  page(
    'measurement/win-back',
    'WinBackPage',
    () => import('../../rooms/measurement/win-back/win-back.page.tsx'),
  ),
  page(
    'measurement/pricing',
    'PricingPage',
    () => import('../../rooms/measurement/pricing/pricing.page.tsx'),
  ),
  page(
    'measurement/capital',
    'CapitalPage',
    () => import('../../rooms/measurement/capital/capital.page.tsx'),
  ),
  page(
    'measurement/ensemble',
    'EnsemblePage',
    () => import('../../rooms/measurement/ensemble/ensemble.page.tsx'),
  ),
  page(
    'measurement/carry-over',
    'CarryOverPage',
    () => import('../../rooms/measurement/carry-over/carry-over.page.tsx'),
  ),
  page(
    'measurement/composition',
    'CompositionPage',
    () => import('../../rooms/measurement/composition/composition.page.tsx'),
  ),
  page(
    'measurement/acquisition',
    'AcquisitionPage',
    () => import('../../rooms/measurement/acquisition/acquisition.page.tsx'),
  ),
  page(
    'measurement/scale-quality',
    'ScaleQualityPage',
    () => import('../../rooms/measurement/scale-quality/scale-quality.page.tsx'),
  ),
  page(
    'measurement/scorecard',
    'ScorecardPage',
    () => import('../../rooms/measurement/scorecard/scorecard.page.tsx'),
  ),
  page(
    'measurement/intentions',
    'IntentionsPage',
    () => import('../../rooms/measurement/intentions/intentions.page.tsx'),
  ),
  page(
    'measurement/moments',
    'MomentsPage',
    () => import('../../rooms/measurement/moments/moments.page.tsx'),
  ),
  page(
    'measurement/measures',
    'MeasuresPage',
    () => import('../../rooms/measurement/measures/measures.page.tsx'),
  ),
  page(
    'measurement/touchpoints/$key',
    'TouchpointPage',
    () => import('../../rooms/measurement/touchpoint/touchpoint.page.tsx'),
  ),
  page(
    'governance/ownership',
    'OwnershipPage',
    () => import('../../rooms/governance/ownership/ownership.page.tsx'),
  ),
  page('culture/lived', 'LivedPage', () => import('../../rooms/culture/lived/lived.page.tsx')),
  page('settings/preferences', 'PreferencesPage', () => import('./settings/preferences-page.tsx')),
  page('settings/members', 'MembersPage', () => import('./settings/members-page.tsx')),
  page('settings/keys', 'KeysPage', () => import('./settings/keys-page.tsx')),
  page('settings/audit', 'AuditPage', () => import('./settings/audit-page.tsx')),
  page('settings/about', 'AboutPage', () => import('./settings/about-page.tsx')),
]

/** Begins to load the page of an address while it is still being asked who is looking. */
export function beginPage(pathname: string): void {
  const [, , , ...rest] = pathname.split('/')
  const asked = rest.join('/')
  const found = workspacePages.find(({ path }) => pathOf(path).test(asked))
  void found?.load().catch(() => undefined)
}

const pathOf = (path: string) => new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`)
