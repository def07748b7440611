import { type Role, roles } from './file-place.ts'
import { importRows } from './import-table.ts'
import { packageTable } from './package-table.ts'
import { sizeLimits } from './sizes.check.ts'
import type { SourceTree } from './source-tree.ts'

/** `HOUSE.md`: written by hand but for its tables, which the checks hold everyone to. */
export const houseDocument = {
  path: 'HOUSE.md',
  render: async (tree: SourceTree) => (tree.has('HOUSE.md') ? withTables(tree.text('HOUSE.md')) : null),
}

function withTables(text: string): string {
  const tables = { imports: importTable(), packages: packagesTable(), sizes: sizesTable() }
  return Object.entries(tables).reduce((written, [name, table]) => between(written, name, table), text)
}

/** Puts a table between `<!-- name -->` and `<!-- /name -->`. */
function between(text: string, name: string, table: string): string {
  const marked = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`)
  return text.replace(marked, (_, start: string, end: string) => `${start}\n${table}\n\n${end}`)
}

const fileOfRole: Readonly<Record<Role, string>> = {
  contract: '`contract.ts`, `thing.contract.ts`',
  pure: '`thing.ts`',
  measure: '`thing.measure.ts`',
  ledger: '`thing.ledger.ts`',
  facts: '`thing.facts.ts`',
  routes: '`thing.routes.ts`',
  command: '`thing.command.ts`',
  job: '`thing.job.ts`',
  page: '`thing.page.tsx`',
  words: '`thing.words.ts`',
  room: '`room.ts`',
}

function importTable(): string {
  const rows = roles.map((role) => {
    const { statistics, foundations, ownRoom } = importRows[role]
    const reached = foundations.filter((name) => name !== 'statistics').join(', ') || '–'
    const own = ownRoom.join(', ') || '–'
    return `| ${fileOfRole[role]} | ${{ all: '✓', types: 'types', none: '–' }[statistics]} | ${reached} | ${own} |`
  })
  return ['| file | statistics | other foundations | files of its room |', '|---|:-:|---|---|', ...rows].join(
    '\n',
  )
}

function packagesTable(): string {
  const rows = packageTable.map(({ packages, foundations, doors, roles: anywhere, roomRoles }) => {
    const holders = [
      ...(foundations ?? []).map((name) => `foundations/${name}`),
      ...(doors ?? []).map((name) => `doors/${name}`),
      ...(anywhere ?? []).map((role) => fileOfRole[role]),
      ...(roomRoles ?? []).map((role) => `${fileOfRole[role]} of rooms`),
    ]
    return `| ${packages.map((name) => `\`${name}\``).join(', ')} | ${holders.join(', ')} |`
  })
  return ['| package | held by |', '|---|---|', ...rows].join('\n')
}

function sizesTable(): string {
  const { functionMedian, function90, function: stop, component, file90, file, parameters } = sizeLimits
  return [
    '| what | median | 90th percentile | stop |',
    '|---|:-:|:-:|:-:|',
    `| lines of a function | ${functionMedian} | ${function90} | ${stop}, a component ${component} |`,
    `| lines of a file | | ${file90} | ${file} |`,
    `| positional parameters | | | ${parameters} |`,
  ].join('\n')
}
