import { fileURLToPath } from 'node:url'
import { setFrench } from './set-french.ts'
import { readSourceTree } from './source-tree.ts'

for (const path of setFrench(readSourceTree(fileURLToPath(new URL('..', import.meta.url)))))
  console.log(`${path}: French set`)
