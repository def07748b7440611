import { fileURLToPath } from 'node:url'
import { writeDocuments } from './documents.ts'
import { readSourceTree } from './source-tree.ts'

const tree = readSourceTree(fileURLToPath(new URL('..', import.meta.url)))
for (const path of await writeDocuments(tree)) console.log(path)
