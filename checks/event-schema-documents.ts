import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { SourceTree } from './source-tree.ts'

const tablePath = 'rooms/understanding/events/event-table.ts'
const webhookPath = 'rooms/understanding/webhooks/webhook-mapping.ts'

/** JSON Schema of a table of events, beside the examples for editors. */
export const eventTableSchemaDocument = {
  path: 'examples/events/events.schema.json',
  render: (tree: SourceTree) => renderSchema(tree, tablePath, 'EventTable'),
}

/** JSON Schema of the mapping of a webhook. */
export const webhookSchemaDocument = {
  path: 'examples/events/webhook.schema.json',
  render: (tree: SourceTree) => renderSchema(tree, webhookPath, 'WebhookMapping'),
}

async function renderSchema(tree: SourceTree, path: string, name: string): Promise<string | null> {
  if (!tree.has(path)) return null
  const schema: z.ZodType = (await import(pathToFileURL(tree.absolute(path)).href))[name]
  return `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), null, 2)}\n`
}
