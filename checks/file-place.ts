import { isTest } from './source-tree.ts'

export const roomsInOrder = [
  'strategy',
  'understanding',
  'design',
  'measurement',
  'governance',
  'culture',
] as const

export const foundations = [
  'statistics',
  'warehouse',
  'ledger',
  'access',
  'jobs',
  'computation',
  'http',
  'ui',
  'yaml',
  'format',
] as const
export type Foundation = (typeof foundations)[number]

/** What the suffix of a file says it is; `pure` has none. */
export const roles = [
  'contract',
  'pure',
  'ledger',
  'facts',
  'measure',
  'routes',
  'command',
  'job',
  'page',
  'words',
  'room',
] as const
export type Role = (typeof roles)[number]

/** Where a file lies, and what its suffix says it is. */
export type FilePlace =
  | { readonly area: 'foundation'; readonly name: Foundation; readonly role: Role }
  | { readonly area: 'room'; readonly name: string; readonly role: Role }
  | { readonly area: 'door'; readonly name: string }
  /** Tests, the sample, benchmarks, checks, examples and the settings of tools. */
  | { readonly area: 'aside' }
  | { readonly area: 'unknown'; readonly reason: string }

const suffixes: Readonly<Record<string, Role>> = {
  contract: 'contract',
  ledger: 'ledger',
  facts: 'facts',
  measure: 'measure',
  routes: 'routes',
  command: 'command',
  job: 'job',
  page: 'page',
  words: 'words',
}

/** Places a file by its path alone. */
export function filePlace(path: string): FilePlace {
  const [top, name] = path.split('/')
  if (isTest(path)) return { area: 'aside' }
  if (top === 'doors') return { area: 'door', name: name?.includes('.') ? '' : (name ?? '') }
  if (top === 'foundations') return foundationPlace(path, name)
  if (top === 'rooms') return roomPlace(path, name)
  return { area: 'aside' }
}

function foundationPlace(path: string, name: string | undefined): FilePlace {
  const foundation = foundations.find((known) => known === name)
  if (!foundation) return { area: 'unknown', reason: `"${name}" is not one of ${foundations.join(', ')}` }
  return { area: 'foundation', name: foundation, role: suffixes[suffixOf(path)] ?? 'pure' }
}

function roomPlace(path: string, name: string | undefined): FilePlace {
  if (!roomsInOrder.some((known) => known === name))
    return { area: 'unknown', reason: `"${name}" is not one of ${roomsInOrder.join(', ')}` }
  const role = roomRole(path)
  if (!role)
    return { area: 'unknown', reason: `the suffix ".${suffixOf(path)}" is not one a room's file may have` }
  return { area: 'room', name: name as string, role }
}

function roomRole(path: string): Role | undefined {
  const base = baseName(path)
  if (base === 'contract.ts') return 'contract'
  if (base === 'room.ts') return 'room'
  if (/\.(css|svg|png|woff2)$/.test(base)) return 'page'
  if (base.endsWith('.tsx')) return suffixOf(path) === 'page' ? 'page' : undefined
  const suffix = suffixOf(path)
  return suffix === '' ? 'pure' : suffixes[suffix]
}

/** `nps.measure.ts` → `measure`; empty where the name has a single part. */
export function suffixOf(path: string): string {
  const parts = baseName(path).split('.').slice(0, -1)
  return parts.length > 1 ? (parts.at(-1) as string) : ''
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
