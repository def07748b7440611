import type { FilePlace, Foundation, Role } from './file-place.ts'

/** Who may hold a package: foundations and doors by name, files by the role their suffix gives them. */
interface PackageHolders {
  readonly packages: readonly string[]
  readonly foundations?: readonly Foundation[]
  readonly doors?: readonly string[]
  readonly roles?: readonly Role[]
  /** Roles that may hold it when they lie in a room. */
  readonly roomRoles?: readonly Role[]
}

const screens = { foundations: ['ui'], doors: ['web'], roles: ['page', 'words'] } as const
const outward = ['web', 'cli', 'sdk', 'mcp', 'server'] as const

/**
 * Every package that code of the product may import, and where. A package that is not here may be imported by
 * tests, the sample, benchmarks and checks only.
 */
export const packageTable: readonly PackageHolders[] = [
  {
    packages: ['react', 'react-dom', 'react-i18next', 'i18next', 'echarts', '@fontsource-variable/*'],
    ...screens,
  },
  { packages: ['@mantine/*', '@tanstack/*', '@orpc/tanstack-query', '@xyflow/react'], ...screens },
  { packages: ['vite', '@vitejs/plugin-react'], doors: ['web'] },
  { packages: ['chdb', '@clickhouse/*'], foundations: ['warehouse'] },
  { packages: ['pg', '@electric-sql/pglite'], foundations: ['ledger'] },
  { packages: ['drizzle-orm'], foundations: ['ledger', 'access', 'jobs'], roles: ['ledger'] },
  { packages: ['pg-boss'], foundations: ['jobs'] },
  { packages: ['better-auth'], foundations: ['access'] },
  { packages: ['eld', 'ml-matrix', 'pure-rand', 'yalps'], foundations: ['statistics'] },
  {
    packages: ['fastify', '@fastify/*', '@scalar/fastify-api-reference'],
    foundations: ['http'],
    doors: ['server'],
    roles: ['routes'],
  },
  { packages: ['prom-client'], foundations: ['http', 'jobs'], doors: ['server'] },
  { packages: ['@orpc/openapi', '@orpc/zod'], foundations: ['http'], doors: ['server'] },
  {
    packages: ['@orpc/server'],
    foundations: ['http', 'access', 'jobs'],
    doors: ['server'],
    roles: ['routes', 'room'],
  },
  { packages: ['@orpc/contract'], foundations: ['http', 'ui'], doors: outward, roles: ['contract'] },
  { packages: ['@orpc/client', '@orpc/openapi-client'], ...screens, doors: outward },
  { packages: ['commander'], doors: ['cli'], roles: ['command'] },
  { packages: ['csv-parse', 'luxon', 'hyparquet', 'saxes', 'yauzl'], roomRoles: ['pure', 'job'] },
  { packages: ['hyparquet', 'saxes', 'yauzl'], roomRoles: ['job'] },
  { packages: ['hyparquet-writer'], roomRoles: ['pure'] },
  { packages: ['jsep'], roomRoles: ['pure'] },
  { packages: ['standardwebhooks'], roomRoles: ['pure'] },
  { packages: ['pdfmake'], roomRoles: ['job'] },
  {
    packages: ['yaml'],
    foundations: ['yaml'],
    doors: ['cli', 'server'],
    roomRoles: ['pure', 'routes', 'command', 'job'],
  },
  {
    packages: ['zod'],
    foundations: ['warehouse', 'ledger', 'access', 'jobs', 'http', 'yaml'],
    doors: outward,
    roles: ['contract'],
    roomRoles: ['pure', 'routes', 'command', 'job'],
  },
]

/** Parts of Node that compute and touch nothing outside: pure files may use them. */
const pureBuiltins = ['node:path', 'node:util', 'node:crypto', 'node:url', 'node:buffer', 'node:assert']
const rolesWithoutNode: readonly Role[] = ['contract', 'page', 'words']
const rolesWithPureNode: readonly Role[] = ['pure', 'measure']

/** Why a package may not be imported from a place; null where the table allows it. */
export function packageRefusal(from: FilePlace, specifier: string): string | null {
  if (from.area === 'aside' || from.area === 'unknown') return null
  if (specifier.startsWith('node:')) return builtinRefusal(from, specifier)
  const name = packageName(specifier)
  if (from.area !== 'door' && from.role === 'contract')
    return ['zod', '@orpc/contract'].includes(name) ? null : 'a contract imports zod and @orpc/contract only'
  const holders = packageTable.filter((entry) => entry.packages.some((pattern) => matches(pattern, name)))
  if (holders.length === 0) return 'the package has no place in the table of packages'
  return holders.some((entry) => holds(entry, from)) ? null : `only ${holders.map(holdersText).join('; ')}`
}

function builtinRefusal(from: FilePlace, specifier: string): string | null {
  if (from.area === 'foundation' && (from.name === 'statistics' || from.name === 'ui'))
    return `foundations/${from.name} touches nothing outside itself`
  if (from.area !== 'room') return null
  if (rolesWithoutNode.includes(from.role)) return `a ${from.role} file runs in the browser`
  if (rolesWithPureNode.includes(from.role) && !pureBuiltins.includes(specifier))
    return `a ${from.role} file touches nothing outside itself`
  return null
}

function holds(entry: PackageHolders, from: FilePlace): boolean {
  if (from.area === 'door') return entry.doors?.includes(from.name) ?? false
  if (from.area !== 'room' && from.area !== 'foundation') return false
  if (from.area === 'foundation' && entry.foundations?.includes(from.name)) return true
  if (from.area === 'room' && entry.roomRoles?.includes(from.role)) return true
  return entry.roles?.includes(from.role) ?? false
}

function holdersText(entry: PackageHolders): string {
  const named = [
    ...(entry.foundations ?? []).map((name) => `foundations/${name}`),
    ...(entry.doors ?? []).map((name) => `doors/${name}`),
    ...[...(entry.roles ?? []), ...(entry.roomRoles ?? [])].map((role) => `*.${role}.ts`),
  ]
  return `${named.join(', ')} may import it`.replaceAll('*.pure.ts', 'files of a room without suffix')
}

/** `@orpc/contract/plugins` → `@orpc/contract`. */
export function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name
}
