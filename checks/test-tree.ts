import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readSourceTree, type SourceTree } from './source-tree.ts'

/** Writes a small project into a directory of its own, removed when the test is done. */
export function treeOf(files: Readonly<Record<string, string>>): SourceTree {
  const root = mkdtempSync(join(tmpdir(), 'tutti-checks-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return readSourceTree(root)
}
