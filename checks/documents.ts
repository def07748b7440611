import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorsDocument } from './errors-document.ts'
import { eventTableSchemaDocument, webhookSchemaDocument } from './event-schema-documents.ts'
import { experienceSchemaDocument, sampleSchemaDocument } from './experience-schema-document.ts'
import type { Finding } from './finding.ts'
import { houseDocument } from './house-document.ts'
import { mappingSchemaDocument } from './mapping-schema-document.ts'
import { measuresDocument } from './measures-document.ts'
import { openapiDocument } from './openapi-document.ts'
import type { SourceTree } from './source-tree.ts'
import { statisticsPages } from './statistics-pages.ts'

/** A document that is made of the code, whole or in part. */
export interface GeneratedDocument {
  readonly path: string
  /** Null where the code it is made of does not exist. */
  readonly render: (tree: SourceTree) => Promise<string | null>
}

export const generatedDocuments: readonly GeneratedDocument[] = [
  errorsDocument,
  measuresDocument,
  openapiDocument,
  experienceSchemaDocument,
  sampleSchemaDocument,
  houseDocument,
  mappingSchemaDocument,
  eventTableSchemaDocument,
  webhookSchemaDocument,
  ...statisticsPages,
]

/** Holds the generated documents to what the code says today. */
export async function checkDocuments(
  tree: SourceTree,
  documents: readonly GeneratedDocument[] = generatedDocuments,
): Promise<Finding[]> {
  const findings = await Promise.all(documents.map((document) => documentFindings(tree, document)))
  return findings.flat()
}

async function documentFindings(tree: SourceTree, { path, render }: GeneratedDocument): Promise<Finding[]> {
  const expected = await render(tree)
  const written = tree.has(path) ? tree.text(path) : null
  if (expected === written) return []
  const message =
    written === null ? 'the document is missing' : 'the document does not say what the code says'
  return [{ file: path, rule: 'documents', message, remedy: 'Run npm run docs and commit the file.' }]
}

/** Writes every generated document; answers with the paths written. */
export async function writeDocuments(
  tree: SourceTree,
  documents: readonly GeneratedDocument[] = generatedDocuments,
): Promise<string[]> {
  const written: string[] = []
  for (const { path, render } of documents) {
    const text = await render(tree)
    if (text === null) continue
    mkdirSync(dirname(tree.absolute(path)), { recursive: true })
    writeFileSync(tree.absolute(path), text)
    written.push(path)
  }
  return written
}
