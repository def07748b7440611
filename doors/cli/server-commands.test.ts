import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type Typing, type } from './test-command-line.ts'

const example = fileURLToPath(new URL('../../examples/airport/experience.yaml', import.meta.url))

let running: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  running = await startTestServer()
})
afterAll(() => running.stop())

const typed = (line: readonly string[], typing: Typing = {}) =>
  type([...line, '--data', running.data], typing)

async function written(name: string, text: string): Promise<string> {
  const path = join(running.directory, name)
  await writeFile(path, text)
  return path
}

const mapping = `mapping: 1
name: Desk survey
source: desk
population: customers
row:
  id: "{id}"
  date: { text: "{day}", format: yyyy-MM-dd, zone: UTC }
answers:
  - kind: csat
    scale: { low: 1, high: 5 }
    columns: { desk: wifi }
`
const answers = `id,day,desk
1,2026-05-04,5
2,2026-05-04,4
3,2026-05-05,2
4,2026-05-05,x
`

it('[CLI-12] applying a file makes the workspace hold it; again, it says that nothing changed', async () => {
  const dry = await typed(['apply', example, '--dry-run'])
  expect([dry.code, dry.out.split('\n')[0]]).toEqual([
    0,
    'The file is sound. Applying it would make these changes:',
  ])
  const first = await typed(['apply', example, '--json'])
  expect(first.code).toBe(0)
  const { findings, changes } = JSON.parse(first.out)
  expect([findings, changes[0]]).toEqual([[], { section: 'platform', key: 'platform', change: 'created' }])
  const again = await typed(['apply', example])
  expect(again).toEqual({ code: 0, out: 'Nothing changed: the workspace holds this already.\n', err: '' })
})

it('[CLI-11] beside a server a file is checked against the workspace', async () => {
  const yaml =
    'tutti: 1\nstandards:\n  - { key: s, name: S, touchpoint: wfi, measure: csat, threshold: 0.5 }\n'
  const file = await written('standards.yaml', yaml)
  const inEnglish = await typed(['check', file])
  expect(inEnglish).toEqual({
    code: 1,
    out: `${file}:3:36 there is no touchpoint "wfi" — Did you mean "wifi"?\n`,
    err: '',
  })
  const json = await typed(['check', file, '--json', '--lang', 'fr'])
  expect(JSON.parse(json.out)).toEqual({
    against: 'workspace',
    findings: [
      {
        line: 3,
        column: 36,
        path: 'standards[0].touchpoint',
        message: 'il n’y a aucun point de contact «\u202fwfi\u202f»',
        hint: 'Vouliez-vous dire «\u202fwifi\u202f»\u202f?',
      },
    ],
    changes: [],
  })
})

it('[CLI-12] a file with a finding is not applied', async () => {
  const before = await typed(['export'])
  const file = await written('broken.yaml', 'tutti: 1\nteams: []\n')
  const outcome = await typed(['apply', file])
  expect(outcome.code).toBe(1)
  expect(outcome.out).toContain(`${file}:2:1 there is no team "terminal-operations" here`)
  expect((await typed(['export'])).out).toBe(before.out)
})

it('[CLI-13] exporting writes the canonical file and its JSON Schema beside it', async () => {
  const out = join(running.directory, 'exported.yaml')
  const outcome = await typed(['export', '--out', out])
  expect(outcome.code).toBe(0)
  expect(await readFile(out, 'utf8')).toBe(await readFile(example, 'utf8'))
  const schema = await readFile(join(running.directory, 'experience.schema.json'), 'utf8')
  expect(JSON.parse(schema)).toMatchObject({ title: 'experience.yaml', type: 'object' })
  expect((await typed(['export'])).out).toBe(await readFile(example, 'utf8'))
})

it('[CLI-20] importing tells what was kept and what was not; a dry run keeps nothing', async () => {
  const csv = await written('desk.csv', answers)
  const map = await written('desk.yaml', mapping)
  const dry = await typed(['import', csv, '--mapping', map, '--dry-run', '--json'])
  const { imports } = JSON.parse(dry.out)
  expect(imports[0].counts).toMatchObject({ rowsRead: 4, rowsRejected: 1, answersKept: 3 })
  expect(dry.code).toBe(1) // a dry run is asked to find the rows that would be rejected
  const real = await typed(['import', csv, '--mapping', map])
  expect(real.code).toBe(0)
  expect(real.out).toContain('desk.csv: done\n')
  expect(real.out).toMatch(/rows kept +3\n/)
  expect(real.out).toMatch(/5 +desk +x /) // line, column and value of the row rejected
  const again = await typed(['import', csv, '--mapping', map, '--json'])
  expect(JSON.parse(again.out).imports[0].counts).toMatchObject({ rowsAlreadyThere: 3 })
})

it('[UND-38] without a mapping, importing proposes one and imports nothing', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, row) => `${row + 1},2026-05-${10 + (row % 20)},${(row % 5) + 1}\n`,
  )
  const csv = await written('counter.csv', `id,day,rating\n${rows.join('')}`)
  const imports = async () =>
    (await running.client.understanding.imports.list({ workspace: 'airport' })).imports.length
  const before = await imports()
  const outcome = await typed(['import', csv])
  expect(outcome.code).toBe(0)
  expect(outcome.out).toMatch(/rating +score +\d+ %/)
  const proposed = outcome.out.slice(outcome.out.indexOf('mapping: 1'))
  const map = await written('counter.yaml', proposed)
  const dry = await typed(['import', csv, '--mapping', map, '--dry-run', '--json'])
  expect(JSON.parse(dry.out).imports[0].counts).toMatchObject({ rowsKept: 40, answersKept: 40 })
  const json = await typed(['import', csv, '--mapping', map, '--propose', '--json'])
  expect(JSON.parse(json.out).proposals[0].columns).toHaveLength(3)
  expect(await imports()).toBe(before + 1) // the dry run alone
})

it('[CLI-22] a mapping that does not fit is refused with its line and column', async () => {
  const csv = await written('desk.csv', answers)
  const map = await written('wrong.yaml', mapping.replace('scale:', 'scael:'))
  const outcome = await typed(['import', csv, '--mapping', map])
  expect([outcome.code, outcome.out]).toEqual([1, ''])
  expect(outcome.err).toContain('9:5 "scale" is missing')
})

it('[CLI-23] an interrupted import is cancelled and says so', async () => {
  const rows = Array.from({ length: 60_000 }, (_, row) => `${row + 10},2026-05-04,4\n`)
  const csv = await written('long.csv', `id,day,desk\n${rows.join('')}`)
  const map = await written('desk.yaml', mapping)
  const interruption = new AbortController()
  const waiting = typed(['import', csv, '--mapping', map, '--json'], { interrupted: interruption.signal })
  while ((await running.client.understanding.imports.list({ workspace: 'airport' })).imports.length < 5)
    await new Promise((resolve) => setTimeout(resolve, 20))
  interruption.abort()
  const outcome = await waiting
  expect([outcome.code, JSON.parse(outcome.out).imports[0].state]).toEqual([1, 'cancelled'])
})

const period = ['--period', '2026-05']

it('[CLI-21] figures as JSON are those of the API', async () => {
  const line = ['measures', '--measure', 'csat', '--by', 'touchpoint', '--unit', 'all-terminals', ...period]
  const outcome = await typed([...line, '--json'])
  expect(outcome.code).toBe(0)
  const asked = { measure: 'csat', by: 'touchpoint', unit: 'all-terminals', period: '2026-05' }
  const address = `${running.place.url}/api/v1/workspaces/airport/figures?${new URLSearchParams(asked)}`
  const answer = await fetch(address, { headers: { authorization: `Bearer ${running.place.key}` } })
  expect(JSON.parse(outcome.out)).toEqual(await answer.json())
})

it('[CLI-21] a table of figures shows interval, n, promise, gap and method', async () => {
  const table = await typed([
    'measures',
    '--measure',
    'csat-mean',
    '--by',
    'touchpoint',
    '--no-compare',
    ...period,
  ])
  expect(table.out).toContain('interval')
  expect(table.out).toMatch(/wifi +csat-mean +\d\.\d\d +.+ mean-t/)
})

it('[CLI-7] what the server refuses is told in its words and in the language of the reader', async () => {
  const outcome = await typed(['measures', '--measure', 'nsp', '--lang', 'fr'])
  expect([outcome.code, outcome.out]).toEqual([1, ''])
  expect(outcome.err).toContain('Il n’y a pas de mesure «\u202fnsp\u202f».')
  const json = await typed(['measures', '--measure', 'nsp', '--json'])
  expect(JSON.parse(json.out).problem.code).toBe('MEASUREMENT_MEASURE_UNKNOWN')
})

it('[CLI-5] an option goes before a variable, and a variable before the server that runs here', async () => {
  const here = { TUTTI_URL: running.place.url, TUTTI_API_KEY: running.place.key }
  const elsewhere = { TUTTI_URL: 'http://127.0.0.1:9', TUTTI_API_KEY: 'x' }
  const line = ['export', '--data', join(running.directory, 'nothing-here')]
  expect((await type(line, { variables: here })).code).toBe(0)
  expect((await typed(['export'], { variables: elsewhere })).code).toBe(1)
  const option = ['--url', running.place.url, '--key', running.place.key]
  expect((await type([...line, ...option], { variables: elsewhere })).code).toBe(0)
  const wrong = await type([...line, '--url', running.place.url, '--key', 'tutti_wrong'])
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('key')])
})

it('[CLI-31] a second server over the same data directory is refused with a sentence', async () => {
  const outcome = await typed(['start', '--port', '0'])
  expect([outcome.code, outcome.out]).toEqual([1, ''])
  expect(outcome.err).toContain('is in use by process')
})

it('[CLI-6] with several workspaces, one must be named', async () => {
  const TUTTI_WORKSPACE = 'harbour'
  await running.client.access.workspaces.add({ key: TUTTI_WORKSPACE, name: 'Harbour' })
  const unnamed = await typed(['export'])
  expect([unnamed.code, unnamed.err]).toEqual([2, expect.stringContaining('airport, harbour')])
  expect((await typed(['export', '--workspace', 'airport'])).code).toBe(0)
  expect((await typed(['export'], { variables: { TUTTI_WORKSPACE } })).out).toContain('touchpoints: []')
  const unknown = await typed(['export', '--workspace', 'nowhere'])
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('nowhere')])
})

it('[CLI-13] an address that cannot be written is told', async () => {
  const out = join(running.directory, 'no', 'such', 'folder.yaml')
  const outcome = await typed(['export', '--workspace', 'airport', '--out', out])
  expect([outcome.code, existsSync(out)]).toEqual([2, false])
})
