import { pathToFileURL } from 'node:url'
import type { SourceTree } from './source-tree.ts'

const generator = 'doors/server/openapi.ts'

/** \`docs/openapi.json\`: the OpenAPI 3.1 description the server answers with. */
export const openapiDocument = { path: 'docs/openapi.json', render: renderOpenapi }

async function renderOpenapi(tree: SourceTree): Promise<string | null> {
  if (!tree.has(generator)) return null
  const { openapiDescription } = await import(pathToFileURL(tree.absolute(generator)).href)
  return `${JSON.stringify(await openapiDescription(), null, 2)}\n`
}
