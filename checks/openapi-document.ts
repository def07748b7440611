import { pathToFileURL } from 'node:url'
import type { SourceTree } from './source-tree.ts'

const contractPath = 'doors/contract.ts'
const generatorPath = 'foundations/http/openapi-document.ts'

/** `docs/openapi.json`: the OpenAPI 3.1 description of all that crosses the door. */
export const openapiDocument = { path: 'docs/openapi.json', render: renderOpenapi }

async function renderOpenapi(tree: SourceTree): Promise<string | null> {
  if (!tree.has(contractPath) || !tree.has(generatorPath)) return null
  const load = (path: string) => import(pathToFileURL(tree.absolute(path)).href)
  const { contract, streams, wires } = await load(contractPath)
  const { openApiDocument } = await load(generatorPath)
  const { version } = JSON.parse(tree.text('package.json'))
  return `${JSON.stringify(await openApiDocument({ router: contract, streams, wires, version }), null, 2)}\n`
}
