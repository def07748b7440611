export const sectionKeys = [
  'cockpit',
  'strategy',
  'understanding',
  'design',
  'measurement',
  'governance',
  'culture',
  'settings',
] as const
export type SectionKey = (typeof sectionKeys)[number]

/** The screens of each part of the application, in the order in which they are offered. */
export const screensOfSection = {
  cockpit: ['cockpit'],
  strategy: ['platform', 'organisation', 'experience-file'],
  understanding: ['sources', 'imports', 'folders', 'events', 'webhooks'],
  design: ['journeys', 'touchpoints'],
  measurement: [
    'scorecard',
    'heat-map',
    'changes',
    'composition',
    'drivers',
    'moments',
    'linkage',
    'fragility',
    'win-back',
    'acquisition',
    'pricing',
    'capital',
    'ensemble',
    'carry-over',
    'intentions',
    'scale-quality',
    'measures',
  ],
  governance: ['ownership'],
  culture: ['lived'],
  settings: ['preferences', 'members', 'keys', 'audit', 'about'],
} as const satisfies Readonly<Record<SectionKey, readonly string[]>>

export type ScreenKey = (typeof screensOfSection)[SectionKey][number]

/** What a reader must be allowed to do for a screen to be offered. */
export const permissionOfScreen: Readonly<Partial<Record<ScreenKey, string>>> = {
  members: 'members:write',
  keys: 'keys:write',
  audit: 'audit:read',
}

/** Address of a screen below `/w/{workspace}`. */
export function screenPath(section: SectionKey, screen: ScreenKey): string {
  return section === 'cockpit' ? 'cockpit' : `${section}/${screen}`
}

/** The part of the application an address belongs to. */
export function sectionOfPath(pathname: string): SectionKey {
  const part = pathname.split('/')[3]
  return sectionKeys.find((key) => key === part) ?? 'cockpit'
}
