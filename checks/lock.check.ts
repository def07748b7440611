import type { Finding } from './finding.ts'
import { type LockedPackage, missingPlatformPackages } from './platform-packages.ts'
import type { SourceTree } from './source-tree.ts'

const file = 'package-lock.json'

/** Free licences whose code may be shipped beside code under Apache-2.0. */
const shippable = new Set(
  'MIT MIT-0 ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 CC0-1.0 Unlicense Zlib PostgreSQL Python-2.0 MPL-2.0 OFL-1.1'.split(
    ' ',
  ),
)
/** Free licences of tools that are used here but not shipped. */
const usable = new Set([...shippable, 'CC-BY-4.0', 'LGPL-3.0-or-later', 'LGPL-3.0'])

/** Holds the lock file to naming no registry and no platform less, and packages to licences that fit Apache-2.0. */
export function checkLock(tree: SourceTree): Finding[] {
  if (!tree.has(file)) {
    const remedy = 'Run npm install and keep the file.'
    return [{ file, rule: 'lock/missing', message: 'there is no lock file', remedy }]
  }
  const packages: Record<string, LockedPackage> = JSON.parse(tree.text(file)).packages
  const others = Object.entries(packages).filter(([path]) => path !== '')
  return [
    ...others.flatMap(([path, locked]) => [
      ...addressFindings(path, locked),
      ...licenceFindings(tree, path, locked),
    ]),
    ...missingPlatformPackages(packages).map(({ name, version, askedBy }) => ({
      file,
      rule: 'lock/platform',
      message: `${askedBy} asks for ${name}@${version}, which is not there: npm ci would refuse the file`,
      remedy: 'Run npm run lock.',
    })),
  ]
}

function addressFindings(path: string, { resolved, link }: LockedPackage): Finding[] {
  if (resolved === undefined || link) return []
  const remedy = 'Run npm install with omit-lockfile-registry-resolved=true (it is in .npmrc).'
  return [{ file, rule: 'lock/address', message: `${path} names where it was fetched`, remedy }]
}

function licenceFindings(tree: SourceTree, path: string, locked: LockedPackage): Finding[] {
  const licence = locked.license ?? installedLicence(tree, path) ?? 'unknown'
  if (isFree(licence, locked.dev ? usable : shippable)) return []
  const message = `${path} has the licence "${licence}"`
  return [{ file, rule: 'lock/licence', message, remedy: 'Use another package.' }]
}

/** What the package says of itself; where it says nothing, whether the text beside it is the MIT licence. */
function installedLicence(tree: SourceTree, path: string): string | undefined {
  const [described, written] = [`${path}/package.json`, `${path}/LICENSE`]
  const said = tree.has(described) ? JSON.parse(tree.text(described)).license : undefined
  if (said !== undefined) return said
  return tree.has(written) && /^(The )?MIT License\b/.test(tree.text(written)) ? 'MIT' : undefined
}

/** `(MIT OR GPL-3.0)` leaves a choice; `MIT AND ISC` binds to both. */
function isFree(expression: string, known: ReadonlySet<string>): boolean {
  const bare = expression.replaceAll(/[()]/g, '')
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((one) => known.has(one.trim())))
}
