import { pathToFileURL } from 'node:url'
import type { SourceTree } from './source-tree.ts'

const outlinesPath = 'doors/cli/experience-outlines.ts'
const generatorPath = 'rooms/strategy/experience-file/experience-schema.ts'

/** JSON Schema of `experience.yaml`, beside each example for editors. */
export const experienceSchemaDocument = {
  path: 'examples/airport/experience.schema.json',
  render: renderSchema,
}
export const sampleSchemaDocument = {
  path: 'examples/retailer/experience.schema.json',
  render: renderSchema,
}

async function renderSchema(tree: SourceTree): Promise<string | null> {
  if (!tree.has(outlinesPath) || !tree.has(generatorPath)) return null
  const load = (path: string) => import(pathToFileURL(tree.absolute(path)).href)
  const { allExperienceOutlines } = await load(outlinesPath)
  const { experienceJsonSchema } = await load(generatorPath)
  return `${JSON.stringify(experienceJsonSchema(allExperienceOutlines), null, 2)}\n`
}
