import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newDrawer } from './scaffold/new-drawer.ts'
import { newMeasure, type Scaffold } from './scaffold/new-measure.ts'
import { readSourceTree } from './source-tree.ts'

/** `npm run new measure <room>/<name>` and `npm run new drawer <room>/<name>`. */
const usage =
  'Write: npm run new measure <room>/<name>, or: npm run new drawer <room>/<name>; names in small letters and hyphens.'

function asked([kind, place]: readonly string[]): Scaffold {
  const [, room, name] = /^([a-z]+)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(place ?? '') ?? []
  if (!room || !name) throw new Error(usage)
  const tree = readSourceTree(process.cwd())
  if (kind === 'measure') return newMeasure(tree, room, name)
  if (kind === 'drawer') return newDrawer(tree, room, name)
  throw new Error(usage)
}

function write({ files, removed = [], next }: Scaffold): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  for (const path of removed) rmSync(path)
  const code = Object.keys(files).filter((path) => path.endsWith('.ts'))
  execFileSync(join('node_modules', '.bin', 'biome'), ['check', '--write', ...code], { stdio: 'pipe' })
  for (const path of Object.keys(files)) console.log(path)
  for (const path of removed) console.log(`${path} (removed)`)
  for (const [index, sentence] of next.entries()) console.log(`${index + 1}. ${sentence}`)
}

try {
  write(asked(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
