import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { implement } from '@orpc/server'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { draftContract } from './draft.contract.ts'
import { draftMapping } from './draft-mapping.ts'
import { readMapping } from './read-mapping.ts'

export interface DraftRoutesNeeds {
  /** Where the mappings lie that come with Tutti; absent where none do. */
  readonly shippedMappings?: URL | undefined
}

/** Mappings in the making: written from a form, checked, or taken from those that come with Tutti. */
export function draftRoutes({ shippedMappings }: DraftRoutesNeeds) {
  const os = implement(draftContract.drafts).$context<RequestContext>()
  return {
    write: os.write.handler(({ input: { workspace: _, ...draft }, context }) => {
      const mapping = draftMapping(draft)
      return { mapping, findings: findingsOf(mapping, context.locale) }
    }),
    check: os.check.handler(({ input, context }) => ({
      findings: findingsOf(input.mapping, context.locale),
    })),
    shipped: os.shipped.handler(async () => ({
      mappings: shippedMappings ? await shippedIn(shippedMappings) : [],
    })),
  }
}

function findingsOf(mapping: string, language: 'en' | 'fr') {
  const read = readMapping(mapping, language)
  return 'findings' in read ? [...read.findings] : []
}

async function shippedIn(directory: URL) {
  const names = await readdir(directory).catch(() => [])
  const files = names.filter((name) => name.endsWith('.yaml')).sort()
  const read = files.map(async (file) => {
    const text = await readFile(new URL(file, directory), 'utf8')
    const found = readMapping(text, 'en')
    const key = basename(file, '.yaml')
    return 'mapping' in found ? [{ key, name: found.mapping.name, mapping: text }] : []
  })
  return (await Promise.all(read)).flat()
}
