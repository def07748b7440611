import { type FilePlace, type Foundation, foundations, type Role, roles, roomsInOrder } from './file-place.ts'

/** What a file of one role may import; the table "Who may import whom" of HOUSE.md, row by row. */
interface ImportRow {
  readonly statistics: 'all' | 'types' | 'none'
  readonly foundations: readonly Foundation[]
  readonly ownRoom: readonly Role[]
}

const plainFiles = ['contract', 'pure', 'measure'] as const
const allButPages = roles.filter((role) => role !== 'page')
const served = ['http', 'jobs', 'computation', 'access', 'yaml', 'format'] as const

export const importRows: Readonly<Record<Role, ImportRow>> = {
  contract: { statistics: 'types', foundations: [], ownRoom: ['contract'] },
  pure: { statistics: 'all', foundations: ['yaml', 'format'], ownRoom: plainFiles },
  measure: { statistics: 'all', foundations: [], ownRoom: plainFiles },
  ledger: { statistics: 'all', foundations: ['ledger', 'yaml'], ownRoom: [...plainFiles, 'ledger'] },
  facts: { statistics: 'all', foundations: ['warehouse'], ownRoom: [...plainFiles, 'facts'] },
  routes: { statistics: 'none', foundations: served, ownRoom: allButPages },
  command: { statistics: 'none', foundations: served, ownRoom: allButPages },
  job: { statistics: 'none', foundations: served, ownRoom: allButPages },
  page: { statistics: 'none', foundations: ['ui', 'format'], ownRoom: ['page', 'words', 'contract', 'pure'] },
  words: { statistics: 'none', foundations: ['ui', 'format'], ownRoom: ['words', 'contract'] },
  room: {
    statistics: 'all',
    foundations: foundations.filter((name) => name !== 'ui'),
    ownRoom: allButPages,
  },
}

/** Foundations that another foundation may use, beside statistics and what the suffix of the file allows. */
const foundationUses: Readonly<Record<Foundation, readonly Foundation[]>> = {
  statistics: [],
  warehouse: [],
  ledger: [],
  access: ['ledger'],
  jobs: ['ledger'],
  computation: [],
  http: [],
  ui: ['format'],
  yaml: [],
  format: [],
}

export interface ImportArrow {
  readonly from: FilePlace
  readonly to: FilePlace
  readonly typeOnly: boolean
}

/** Why an import between two files of ours is refused; null where the table allows it. */
export function importRefusal({ from, to, typeOnly }: ImportArrow): string | null {
  if (from.area === 'aside' || from.area === 'door') return null
  if (from.area === 'unknown' || to.area === 'unknown') return null
  if (to.area === 'aside' || to.area === 'door')
    return 'only doors, tests, the sample, benchmarks and checks may import this'
  if (to.area === 'room') return from.area === 'room' ? roomRefusal(from, to) : 'a foundation knows no room'
  if (from.area === 'foundation' && from.name === to.name) return null
  if (to.role === 'contract' && mayMeetByContract(from, typeOnly)) return null
  return foundationRefusal({ from, to: to.name, typeOnly })
}

/** Contracts and pure files rest on the contracts of foundations, foundations meet there; others name their types. */
function mayMeetByContract(
  from: Extract<FilePlace, { area: 'room' | 'foundation' }>,
  typeOnly: boolean,
): boolean {
  if (from.role === 'contract' || (from.area === 'room' && from.role === 'pure') || typeOnly) return true
  return from.area === 'foundation' && from.name !== 'statistics'
}

function roomRefusal(
  from: Extract<FilePlace, { area: 'room' }>,
  to: Extract<FilePlace, { area: 'room' }>,
): string | null {
  if (from.name !== to.name) return otherRoomRefusal(from.name, to)
  if (importRows[from.role].ownRoom.includes(to.role)) return null
  return `a ${from.role} file may not import a ${to.role} file of its room`
}

function otherRoomRefusal(fromRoom: string, to: Extract<FilePlace, { area: 'room' }>): string | null {
  if (to.role !== 'contract') return 'only the contract.ts of another room may be imported'
  const order = (room: string) => (roomsInOrder as readonly string[]).indexOf(room)
  if (order(to.name) < order(fromRoom)) return null
  return `${to.name} comes after ${fromRoom}, and imports run backwards only`
}

interface FoundationArrow {
  readonly from: Extract<FilePlace, { area: 'room' | 'foundation' }>
  readonly to: Foundation
  readonly typeOnly: boolean
}

function foundationRefusal({ from, to, typeOnly }: FoundationArrow): string | null {
  if (to === 'statistics') return statisticsRefusal(from, typeOnly)
  const uses = from.area === 'foundation' ? foundationUses[from.name] : []
  const bySuffix = from.area === 'foundation' && from.name === 'statistics' ? [] : suffixUses(from)
  if (uses.includes(to) || bySuffix.includes(to)) return null
  const who = from.area === 'foundation' ? `foundations/${from.name}` : `a ${from.role} file`
  return `${who} may not import foundations/${to}`
}

/** In a foundation, as in a room, the suffix says what a file may touch. */
function suffixUses(from: FoundationArrow['from']): readonly Foundation[] {
  return importRows[from.role].foundations
}

function statisticsRefusal(from: FoundationArrow['from'], typeOnly: boolean): string | null {
  const reach =
    from.area === 'foundation' && from.role !== 'contract' ? 'all' : importRows[from.role].statistics
  if (reach === 'all' || (reach === 'types' && typeOnly)) return null
  if (reach === 'types') return 'a contract may import types of foundations/statistics only'
  return `a ${from.role} file may not import foundations/statistics`
}
