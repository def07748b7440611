import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const neverRead = new Set(['node_modules', '.git', 'dist', 'coverage', 'data'])

/** The files of the project, read once. Paths are relative to the root and use slashes. */
export interface SourceTree {
  readonly root: string
  readonly paths: readonly string[]
  text(path: string): string
  has(path: string): boolean
  absolute(path: string): string
}

/** Reads the names of every file of a project; what builds and packages leave behind is passed over. */
export function readSourceTree(root: string): SourceTree {
  const texts = new Map<string, string>()
  const absolute = (path: string) => join(root, path)
  return {
    root,
    paths: listFiles(root, '').sort(),
    has: (path) => existsSync(absolute(path)),
    absolute,
    text(path) {
      const known = texts.get(path) ?? readFileSync(absolute(path), 'utf8')
      texts.set(path, known)
      return known
    },
  }
}

function listFiles(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return neverRead.has(entry.name) ? [] : listFiles(root, path)
    return entry.isFile() ? [path] : []
  })
}

/** Files that hold code of ours. */
export function codePaths(tree: SourceTree): string[] {
  return tree.paths.filter((path) => /\.(ts|tsx|mjs|js)$/.test(path) && !path.endsWith('.d.ts'))
}

/** Tests, and what only tests use: `test-engines.ts`, `fixtures/`, and the witnesses of figures. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|(^|\/)test-[^/]+\.tsx?$/.test(path) || /\/(witness|fixtures)\//.test(path)
}
