import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { eventTableSchemaDocument, webhookSchemaDocument } from './event-schema-documents.ts'
import { experienceSchemaDocument, sampleSchemaDocument } from './experience-schema-document.ts'
import { mappingSchemaDocument } from './mapping-schema-document.ts'
import { readSourceTree } from './source-tree.ts'
import { treeOf } from './test-tree.ts'

const tree = readSourceTree(fileURLToPath(new URL('..', import.meta.url)))
const yaml = (path: string) => parse(readFileSync(tree.absolute(path), 'utf8'))

it('[CHK-45] the schemas of the examples accept the examples and refuse what they do not describe', async () => {
  const cases = [
    [experienceSchemaDocument, 'examples/airport/experience.yaml'],
    [sampleSchemaDocument, 'examples/retailer/experience.yaml'],
    [mappingSchemaDocument, 'examples/mappings/sfo-2017.yaml'],
    [eventTableSchemaDocument, 'examples/events/bike-shop.yaml'],
    [eventTableSchemaDocument, 'rooms/understanding/events/shipped-events.yaml'],
    [webhookSchemaDocument, 'examples/events/reviews-webhook.yaml'],
  ] as const
  for (const [{ render }, example] of cases) {
    const accepts = new Ajv({ strict: false }).compile(JSON.parse((await render(tree)) ?? ''))
    expect([example, accepts(yaml(example)), accepts.errors]).toEqual([example, true, null])
    expect(accepts({ ...yaml(example), unheardOf: 1 })).toBe(false)
  }
})

it('[CHK-45] where there is nothing to describe there is no schema', async () => {
  expect(await experienceSchemaDocument.render(treeOf({}))).toBeNull()
  expect(await mappingSchemaDocument.render(treeOf({}))).toBeNull()
  expect(await eventTableSchemaDocument.render(treeOf({}))).toBeNull()
  expect(await webhookSchemaDocument.render(treeOf({}))).toBeNull()
})
