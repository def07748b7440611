import { call } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { context, type ImportRoom, openImportRoom, refusalCode } from './test-import-room.ts'

let imports: ImportRoom

beforeAll(async () => {
  imports = await openImportRoom({ designed: ['till'] })
})

afterAll(() => imports.close())

const mapping = `# What the till asks.
mapping: 1
name: Till survey
source: till
row:
  id: "{no}"
  date: { text: "{day}" }
answers:
  - kind: csat
    scale: { low: 1, high: 5 }
    columns: { till: till, advice: advice }
`

const header = 'no,day,till,advice\n'
const january = `${header}1,2026-01-15,5,1\n2,2026-01-16,4,\n3,2026-01-17,3,2\n`

/** Scores of the till and how often each was given, as the screens read them. */
async function scores(workspace: string): Promise<Record<string, number>> {
  const { histograms } = await imports.warehouse.histograms(workspace, {
    ...{ kinds: ['csat'], population: 'customers', by: ['touchpoint'] },
    ...{ from: '2026-01-01', to: '2026-01-31' },
  })
  const till = histograms.find(({ group }) => group.touchpoint === 'till')
  return Object.fromEntries((till?.bins ?? []).map(({ score, n }) => [String(score), n]))
}

const imported = (workspace: string, bytes: string) => imports.imported(workspace, bytes, { mapping })

describe('corrections', () => {
  it('[UND-48] a row that says something else takes the place of the old one, in every figure', async () => {
    await imported('corrected', january)
    const again = await imported('corrected', january.replace('3,2026-01-17,3,2', '3,2026-01-17,1,'))
    expect(again.counts).toMatchObject({ rowsKept: 3, rowsAlreadyThere: 2, rowsReplaced: 1, answersKept: 1 })
    expect(await scores('corrected')).toEqual({ 1: 1, 4: 1, 5: 1 })
    expect(await imports.answersIn('corrected')).toBe(4)
  })

  it('[UND-48] a row whose answers were all taken back has none left', async () => {
    await imported('emptied', january)
    const again = await imported('emptied', january.replace('3,2026-01-17,3,2', '3,2026-01-17,,'))
    expect(again.counts).toMatchObject({ rowsReplaced: 1, answersKept: 0 })
    expect(await scores('emptied')).toEqual({ 4: 1, 5: 1 })
  })
})

describe('undoing an import', () => {
  it('[UND-49] takes out what it kept and gives back what it had replaced', async () => {
    const first = await imported('undone', january)
    const second = await imported('undone', `${header}3,2026-01-17,1,1\n4,2026-01-18,2,2\n`)
    const undone = await imports.undone('undone', second.id)
    expect([undone.state, await scores('undone')]).toEqual(['undone', { 3: 1, 4: 1, 5: 1 }])
    expect((await imports.undone('undone', first.id)).state).toBe('undone')
    expect([await scores('undone'), await imports.answersIn('undone')]).toEqual([{}, 0])
  })

  it('[UND-49] is told to be impossible while a later import has corrected its rows', async () => {
    const first = await imported('held', january)
    const second = await imported('held', `${header}3,2026-01-17,1,1\n`)
    const held = await imports.undone('held', first.id)
    expect(held).toMatchObject({
      state: 'done',
      problem: `Rows of this import were corrected since by ${second.id}. Undo what corrected them first.`,
    })
    expect(await scores('held')).toEqual({ 1: 1, 4: 1, 5: 1 })
  })

  it('[UND-49] what was undone can be imported again', async () => {
    const { id } = await imported('again', january)
    await imports.undone('again', id)
    const again = await imported('again', january)
    expect(again.counts).toMatchObject({ rowsAlreadyThere: 0, answersKept: 5 })
  })

  it('[UND-49] is refused for a dry run, one undone before, and one of another workspace', async () => {
    const { undo } = imports.room.router.imports
    const code = (workspace: string, id: string) => refusalCode(call(undo, { workspace, id }, { context }))
    const dry = await imports.imported('refused', january, { mapping, dryRun: true })
    const { id } = await imported('refused', january)
    await imports.undone('refused', id)
    expect(await code('refused', dry.id)).toBe('UNDERSTANDING_IMPORT_KEPT_NOTHING')
    expect(await code('refused', id)).toBe('UNDERSTANDING_IMPORT_KEPT_NOTHING')
    expect(await code('others', id)).toBe('UNDERSTANDING_IMPORT_UNKNOWN')
  })
})

describe('what was refused and what waits', () => {
  const bad = `${header}1,2026-01-15,9,x\n2,2026-01-16,4,"a ""b"", c"\n`

  it('[UND-50] every rejected row is in a file, with its reasons and as it stands', async () => {
    const { id } = await imported('rejected', bad)
    const file = await call(
      imports.room.router.imports.rejectedFile,
      { workspace: 'rejected', id },
      { context },
    )
    expect((await file.text()).replaceAll('\u202f', ' ')).toBe(
      [
        '\ufefffile,line,column,value,reason,raison,row',
        ',2,till,9,"is outside the scale 1 to 5; if it is no answer, add it to `notGiven`","est hors de l’échelle de 1 à 5 ; si ce n’est pas une réponse, ajoutez-le à `notGiven`","1,2026-01-15,9,x"',
        ',2,advice,x,is not a score; add it to `notGiven` or to `values` of the mapping,n’est pas une note ; ajoutez-le à `notGiven` ou à `values` de la correspondance,"1,2026-01-15,9,x"',
        ',3,advice,"a ""b"", c",is not a score; add it to `notGiven` or to `values` of the mapping,n’est pas une note ; ajoutez-le à `notGiven` ou à `values` de la correspondance,"2,2026-01-16,4,""a """"b"""", c"""',
        '',
      ]
        .join('\n')
        .replace('\ufeff', ''),
    )
  })

  it('[UND-163] reasons are told in the language of the reader', async () => {
    const { id } = await imported('told-in-french', bad)
    const asked = { workspace: 'told-in-french', id }
    const french = { context: { ...context, locale: 'fr' as const } }
    const { firstRejected } = await call(imports.room.router.imports.get, asked, french)
    const { rejected } = await call(imports.room.router.imports.rejected, asked, french)
    expect(rejected.map(({ reason }) => reason.replaceAll('\u202f', ' '))).toEqual(
      firstRejected.map(({ reason }) => reason.replaceAll('\u202f', ' ')),
    )
    expect(rejected[0]!.reason).toMatch(/^est hors de l’échelle de 1 à 5/)
  })

  it('[UND-50] beyond those that can be listed, all of them are still in the file', async () => {
    const rows = Array.from({ length: 12_000 }, (_, row) => `${row},2026-01-15,9,1\n`).join('')
    const { id, counts } = await imported('many', header + rows)
    const asked = { workspace: 'many', id }
    const listed = await call(imports.room.router.imports.rejected, asked, { context })
    const file = await call(imports.room.router.imports.rejectedFile, asked, { context })
    expect([counts.rowsRejected, listed.rejected.length, listed.truncated]).toEqual([12_000, 10_000, true])
    expect((await file.text()).trimEnd().split('\n')).toHaveLength(12_001)
  })

  it('[UND-51] touchpoints that nobody designed are told, in a dry run as well', async () => {
    const dry = await imports.imported('unmapped', january, { mapping, dryRun: true })
    const kept = await imported('unmapped', january)
    expect([dry, kept].map(({ unknownTouchpoints }) => unknownTouchpoints)).toEqual([
      [{ key: 'advice', facts: 2 }],
      [{ key: 'advice', facts: 2 }],
    ])
  })
})

describe('saved mappings', () => {
  const router = () => imports.room.router.mappings

  it('[UND-52] one is kept as it was written, listed, read, replaced and removed', async () => {
    const { list, get, put, remove } = router()
    const [asked, input] = [{ workspace: 'saved', key: 'till' }, { workspace: 'saved' }]
    await call(put, { ...asked, mapping }, { context })
    await call(put, { ...asked, mapping: mapping.replace('Till survey', 'Till') }, { context })
    const saved = await call(get, asked, { context })
    expect(saved).toMatchObject({ key: 'till', savedBy: 'local' })
    expect(saved.mapping).toContain('# What the till asks.\nmapping: 1\nname: Till\n')
    expect((await call(list, input, { context })).mappings).toEqual([saved])
    await call(remove, asked, { context })
    expect((await call(list, input, { context })).mappings).toEqual([])
  })

  it('[UND-52] one that does not fit is refused, and one of another workspace is not there', async () => {
    const { get, put, remove } = router()
    const asked = { workspace: 'saved', key: 'till' }
    await call(put, { ...asked, mapping }, { context })
    const bad = { ...asked, mapping: mapping.replace('answers:', 'anwsers:') }
    expect(await refusalCode(call(put, bad, { context }))).toBe('UNDERSTANDING_MAPPING_INVALID')
    const theirs = { workspace: 'others', key: 'till' }
    expect(await refusalCode(call(get, theirs, { context }))).toBe('UNDERSTANDING_MAPPING_UNKNOWN')
    expect(await refusalCode(call(remove, theirs, { context }))).toBe('UNDERSTANDING_MAPPING_UNKNOWN')
  })
})

describe('a preview', () => {
  const shop = `mapping: 1
name: Shop
source: shop
files:
  orders: { name: "orders.csv" }
  people: { name: "people.csv" }
tables:
  - from: orders
    join: [{ file: people, key: buyer, columns: [person] }]
    row:
      id: "{order}"
      person: "{person}"
      aliases: ["{buyer}"]
      date: { text: "{day}" }
    interactions:
      - name: delivered
        touchpoint: delivery
        direction: out
        value: late
        valueUnit: days
    outcomes:
      - { kind: revenue, value: paid, valueUnit: EUR }
`
  const preview = async (workspace: string, files: Readonly<Record<string, string>>) => {
    const uploads = []
    for (const [name, text] of Object.entries(files))
      uploads.push(await imports.upload(workspace, text, name))
    return call(
      imports.room.router.imports.preview,
      { workspace, uploads, mapping: shop, rows: 2 },
      { context },
    )
  }

  it('[UND-53] shows in words what the first rows would become, and what is wrong with them', async () => {
    const { rows, problem } = await preview('preview', {
      'orders.csv':
        'order,buyer,day,late,paid\no1,b1,2026-01-15,2,30\no2,b2,soon,1,9\no3,b1,2026-01-17,0,5\n',
      'people.csv': 'buyer,person\nb1,ann\nb2,bea\n',
    })
    expect([problem, rows.length]).toEqual([null, 2])
    expect(rows[0]).toMatchObject({
      line: 2,
      id: 'o1',
      person: 'ann',
      occurredAt: '2026-01-15T00:00:00.000Z',
    })
    expect(rows[0]!.facts.map(({ said }) => said.en)).toEqual([
      'delivered · delivery, went out = 2 days',
      'revenue, of the person: 30 EUR',
      'also known as b1',
    ])
    expect(rows[1]!.rejected).toMatchObject([{ line: 3, column: '{day}', value: 'soon' }])
    expect(await imports.answersIn('preview')).toBe(0)
  })

  it('[UND-53] [UND-44] tells why files cannot be read, and refuses those that do not go together', async () => {
    const lacking = await preview('preview', { 'orders.csv': 'order\n1\n', 'people.csv': 'buyer,person\n' })
    expect(lacking.problem).toMatch(/^The mapping names "buyer", "day"/)
    const code = (files: Readonly<Record<string, string>>) => refusalCode(preview('preview', files))
    expect(await code({ 'orders.csv': 'order\n1\n' })).toBe('UNDERSTANDING_FILE_MISSING')
    expect(await code({ 'orders.csv': 'a\n', 'people.csv': 'a\n', 'more.csv': 'a\n' })).toBe(
      'UNDERSTANDING_FILE_UNEXPECTED',
    )
    expect(await code({})).toBe('UNDERSTANDING_NO_FILE')
  })
})
