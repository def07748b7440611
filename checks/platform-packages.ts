/** A package as the lock file keeps it. */
export interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly resolved?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export type LockedPackages = Readonly<Record<string, LockedPackage>>

export interface MissingPackage {
  readonly name: string
  readonly version: string
  /** Path of the package that asks for it. */
  readonly askedBy: string
}

/**
 * Packages for other platforms that a locked package asks for and that the lock file does not hold. npm leaves them
 * out when it cannot see them while it writes the file, and then refuses to install from it anywhere.
 */
export function missingPlatformPackages(packages: LockedPackages): MissingPackage[] {
  const found = Object.entries(packages).flatMap(([askedBy, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isReached(packages, askedBy, name))
      .map(([name, version]) => ({ name, version, askedBy })),
  )
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Looks where Node looks: beside the package, then in every folder above. */
function isReached(packages: LockedPackages, from: string, name: string): boolean {
  if (`${from}/node_modules/${name}` in packages || `node_modules/${name}` in packages) return true
  const above = from.lastIndexOf('/node_modules/')
  return above > 0 && isReached(packages, from.slice(0, above), name)
}

/** The lock's packages with the missing ones added, in the order in which npm writes them. */
export function withPlatformPackages(packages: LockedPackages): LockedPackages {
  const added = missingPlatformPackages(packages).map(({ name, version, askedBy }) => {
    const { dev, license } = packages[askedBy] ?? {}
    const entry = {
      version,
      ...platformOf(name),
      ...(dev && { dev }),
      ...(license && { license }),
      optional: true,
    }
    return [`node_modules/${name}`, entry] as const
  })
  const all = [...Object.entries(packages), ...added]
  return Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, 'en')))
}

const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony']
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64']

/** Platform that a package is for, as its name says: `binding-linux-arm64-musl`. */
export function platformOf(name: string): Pick<LockedPackage, 'cpu' | 'libc' | 'os'> {
  const words = name.split(/[/-]/)
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some(isGnu)
      ? 'glibc'
      : undefined
  const [os, cpu] = [systems, processors].map((known) => words.find((word) => known.includes(word)))
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) }
}

function isGnu(word: string): boolean {
  return word.startsWith('gnu')
}
