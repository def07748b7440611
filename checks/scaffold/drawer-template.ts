import type { ThingNames } from './thing-names.ts'

export interface NewDrawer {
  readonly room: ThingNames
  readonly one: ThingNames
  readonly many: ThingNames
  /** Ids of the four rules that the test shows. */
  readonly rules: readonly string[]
}

export function ledgerTemplate({ one, many }: NewDrawer): string {
  return `import type { Binding, Ledger } from '../../../foundations/ledger/ledger.ts'
import { orderedDocuments, orderedDocumentTable } from '../../../foundations/ledger/ordered-documents.ts'
import type { ${one.pascal} } from '../contract.ts'

export const ${one.camel}Table = orderedDocumentTable('${one.snake}')
const documents = orderedDocuments<${one.pascal}>(${one.camel}Table, '${one.kebab}')

/** The ${many.words} of a workspace; every change enters the audit trail. */
export function ${one.camel}Records(ledger: Ledger) {
  return {
    list: (binding: Binding) => ledger.inWorkspace(binding, documents.list),
    get: (binding: Binding, key: string) => ledger.inWorkspace(binding, (tx) => documents.get(tx, key)),
    put: (binding: Binding, ${one.camel}: ${one.pascal}) =>
      ledger.inWorkspace(binding, (tx) => documents.put(tx, ${one.camel})),
    /** False where there was none. */
    remove: (binding: Binding, key: string) => ledger.inWorkspace(binding, (tx) => documents.remove(tx, key)),
  }
}
export type ${one.pascal}Records = ReturnType<typeof ${one.camel}Records>
`
}

export function routesTemplate({ room, one, many }: NewDrawer): string {
  const unknown = `problem('${room.capitals}_${one.capitals}_UNKNOWN', { key: input.key })`
  return `import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { ${room.camel}Contract } from '../contract.ts'
import type { ${one.pascal}Records } from './${one.kebab}.ledger.ts'

export function ${one.camel}Routes(records: ${one.pascal}Records) {
  const os = implement(${room.camel}Contract.${many.camel}).$context<RequestContext>()
  return {
    list: os.list.handler(async ({ input, context }) => ({
      ${many.camel}: await records.list(requestBinding(input, context)),
    })),
    get: os.get.handler(async ({ input, context }) => {
      const ${one.camel} = await records.get(requestBinding(input, context), input.key)
      if (!${one.camel}) throw ${unknown}
      return ${one.camel}
    }),
    put: os.put.handler(async ({ input: { workspace, ...${one.camel} }, context }) => {
      await records.put(requestBinding({ workspace }, context), ${one.camel})
      return ${one.camel}
    }),
    remove: os.remove.handler(async ({ input, context }) => {
      const removed = await records.remove(requestBinding(input, context), input.key)
      if (!removed) throw ${unknown}
      return { done: true as const }
    }),
  }
}
`
}

export function migrationTemplate({ one }: NewDrawer): string {
  return `create table ${one.snake} (
  workspace text not null default current_setting('tutti.workspace'),
  key text not null,
  position integer not null,
  document jsonb not null,
  changed_at timestamptz not null,
  primary key (workspace, key)
);
select tutti_workspace_table('${one.snake}');
`
}

export function drawerTestTemplate({ room, one, many, rules }: NewDrawer): string {
  const unknown = `{ code: '${room.capitals}_${one.capitals}_UNKNOWN', values: { key: 'second' } }`
  return `import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { type Ledger, openLedger } from '../../../foundations/ledger/ledger.ts'
import { readMigrations } from '../../../foundations/ledger/migration.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { ${one.camel}Records, ${one.camel}Table } from './${one.kebab}.ledger.ts'
import { ${one.camel}Routes } from './${one.kebab}.routes.ts'

const workspace = 'acme'
const first = { key: 'first', name: { en: 'First', fr: 'Première' } }
const context: RequestContext = { caller: { kind: 'stranger' }, actor: 'key:7', locale: 'en', requestId: 'test' }

let ledger: Ledger
const client = () => createRouterClient(${one.camel}Routes(${one.camel}Records(ledger)), { context })
beforeAll(async () => {
  ledger = await openLedger({})
  await ledger.migrate(await readMigrations(new URL('../migrations/', import.meta.url), '${room.kebab}'))
})
afterAll(() => ledger.close())

it('[${rules[0]}] what was written comes back', async () => {
  await client().put({ workspace, ...first })
  expect(await client().get({ workspace, key: 'first' })).toEqual(first)
  expect(await client().list({ workspace })).toEqual({ ${many.camel}: [first] })
})

it('[${rules[1]}] an unknown key is refused, read or removed', async () => {
  expect(await client().get({ workspace, key: 'second' }).catch(refusalOf)).toEqual(${unknown})
  expect(await client().remove({ workspace, key: 'second' }).catch(refusalOf)).toEqual(${unknown})
})

it('[${rules[2]}] another workspace sees nothing', async () => {
  await client().put({ workspace, ...first })
  expect(await client().list({ workspace: 'other' })).toEqual({ ${many.camel}: [] })
})

it('[${rules[3]}] the table holds what the records write', async () => {
  expect(await missingColumns(ledger, [${one.camel}Table])).toEqual([])
})
`
}

export function declarationTemplate({ one }: NewDrawer): string {
  return `export const ${one.pascal} = z.strictObject({ key: Key, name: LocalText })
export type ${one.pascal} = z.infer<typeof ${one.pascal}>`
}

export function proceduresTemplate({ room, one, many }: NewDrawer): string {
  const procedureOf = (method: string, path: string, summary: string) =>
    `procedure({ method: '${method}', path: workspacePath('/${many.kebab}${path}'), admits: 'records:${
      method === 'GET' ? 'read' : 'write'
    }', tag: '${room.pascal}', summary: '${summary}' })`
  return `${many.camel}: {
    list: ${procedureOf('GET', '', `List the ${many.words}`)}
      .input(InWorkspace)
      .output(z.object({ ${many.camel}: z.array(${one.pascal}) })),
    get: ${procedureOf('GET', '/{key}', `Read one of the ${many.words}`)}
      .input(InWorkspace.extend({ key: Key }))
      .output(${one.pascal}),
    put: ${procedureOf('PUT', '/{key}', `Write one of the ${many.words}`)}
      .input(InWorkspace.extend(${one.pascal}.shape))
      .output(${one.pascal}),
    remove: ${procedureOf('DELETE', '/{key}', `Remove one of the ${many.words}`)}
      .input(InWorkspace.extend({ key: Key }))
      .output(Done),
  }`
}

export function problemTemplate({ room, one, many }: NewDrawer): string {
  const code = `${room.capitals}_${one.capitals}_UNKNOWN`
  return `${code}: {
    status: 404,
    sentence: { en: 'There is no ${one.words} "{key}".', fr: 'Il n’y a rien sous la clé «\u202f{key}\u202f».' },
    hint: { en: 'List the ${many.words} to see their keys.', fr: 'Listez-les pour voir leurs clés.' },
  }`
}

export function roomTemplate({ room, one, many }: NewDrawer): string {
  return `import type { Ledger } from '../../foundations/ledger/ledger.ts'
import { readMigrations } from '../../foundations/ledger/migration.ts'
import { ${one.camel}Records } from './${one.kebab}/${one.kebab}.ledger.ts'
import { ${one.camel}Routes } from './${one.kebab}/${one.kebab}.routes.ts'

export interface ${room.pascal}RoomNeeds {
  readonly ledger: Ledger
}

export async function ${room.camel}Room({ ledger }: ${room.pascal}RoomNeeds) {
  const ${many.camel} = ${one.camel}Records(ledger)
  return {
    router: { ${many.camel}: ${one.camel}Routes(${many.camel}) },
    migrations: await readMigrations(new URL('./migrations/', import.meta.url), '${room.kebab}'),
  }
}
`
}
