import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isWebFresh } from './is-web-fresh.ts'
import { readSourceTree } from './source-tree.ts'

/** Builds the web application where its sources are newer than what was built; says nothing otherwise. */
const root = fileURLToPath(new URL('..', import.meta.url))
const changedAtMs = (path: string) => statSync(`${root}${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0

if (!isWebFresh(readSourceTree(root).paths, changedAtMs)) {
  console.log('Building the web application …')
  const { build } = await import('vite')
  await build({ root: `${root}doors/web`, configFile: `${root}doors/web/vite.config.ts`, logLevel: 'warn' })
}
