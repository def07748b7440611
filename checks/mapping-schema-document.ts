import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { SourceTree } from './source-tree.ts'

const mappingPath = 'rooms/understanding/import/mapping.ts'

/** JSON Schema of a mapping, beside the examples for editors. */
export const mappingSchemaDocument = { path: 'examples/mappings/mapping.schema.json', render: renderSchema }

async function renderSchema(tree: SourceTree): Promise<string | null> {
  if (!tree.has(mappingPath)) return null
  const { Mapping } = await import(pathToFileURL(tree.absolute(mappingPath)).href)
  return `${JSON.stringify(z.toJSONSchema(Mapping, { target: 'draft-7', io: 'input' }), null, 2)}\n`
}
