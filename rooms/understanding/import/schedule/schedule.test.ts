import { once } from 'node:events'
import { appendFile, mkdir, readdir, readFile, rmdir, stat, symlink, utimes } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { context, refusalCode } from '../test-import-room.ts'
import { tillMapping } from '../test-till-survey.ts'
import { type Inbox, openInbox } from './test-inbox.ts'

const workspaces = [
  ...['once', 'young', 'same', 'unfit', 'links', 'untouched', 'due', 'told', 'mine', 'other', 'again'],
  ...['mapping', 'mended', 'gone', 'undone', 'names'],
]
let inbox: Inbox
beforeAll(async () => {
  inbox = await openInbox(workspaces)
})
afterAll(() => inbox.close())

const rows = (...lines: readonly string[]) => `no,till\n${lines.join('\n')}\n`
const fileOf = (record: Awaited<ReturnType<Inbox['run']>>, name: string) =>
  record.files.find((file) => file.name === name)

it('[UND-151] each file that fits is imported once, as an upload is', async () => {
  await inbox.drop('once/lyon/monday.csv', rows('1,5', '2,9'))
  await inbox.drop('once/lyon/TUESDAY.CSV', rows('3,4'))
  await inbox.drop('once/lyon/.hidden.csv', rows('4,4'))
  await inbox.drop('once/lyon/notes.txt', 'by hand')
  await inbox.drop('once/elsewhere.csv', rows('5,4'))
  await inbox.put('once', { folder: 'lyon' })
  expect((await inbox.run('once')).counts).toMatchObject({ imported: 2, failed: 0, waiting: 0 })
  const [second, first, ...others] = await inbox.imported('once')
  expect(others).toEqual([])
  expect([second, first].map((record) => record?.fileName).sort()).toEqual(['TUESDAY.CSV', 'monday.csv'])
  const monday = [first, second].find((record) => record?.fileName === 'monday.csv')!
  expect(monday).toMatchObject({ state: 'done', counts: { rowsKept: 1, rowsRejected: 1 } })
  const rejected = await call(
    inbox.room.router.imports.rejectedFile,
    { workspace: 'once', id: monday.id },
    { context },
  )
  expect(await rejected.text()).toContain(',3,till,9,')
  await inbox.run('once')
  expect(await inbox.imported('once')).toHaveLength(2)
  expect(await inbox.answersIn('once')).toBe(2)
})

it('[UND-151] what was undone is not imported again by itself, and is under a new name', async () => {
  await inbox.drop('undone/a.csv', rows('1,5'))
  await inbox.put('undone')
  await inbox.run('undone')
  const [record] = await inbox.imported('undone')
  await inbox.undone('undone', record!.id)
  expect((await inbox.run('undone')).counts).toMatchObject({ undone: 1, imported: 0 })
  expect(await inbox.answersIn('undone')).toBe(0)
  await inbox.drop('undone/b.csv', rows('1,5'))
  expect((await inbox.run('undone')).counts).toMatchObject({ undone: 1, imported: 1 })
  expect(await inbox.answersIn('undone')).toBe(1)
})

it('[UND-152] a file just written waits until it stays the same from one look to the next', async () => {
  const path = await inbox.drop('young/a.csv', rows('1,5'), 2)
  await inbox.put('young')
  const first = await inbox.run('young')
  expect(first.counts).toMatchObject({ waiting: 1, imported: 0 })
  expect(fileOf(first, 'a.csv')?.reason).toContain('may still be written')
  await appendFile(path, '2,4\n')
  expect((await inbox.run('young')).counts).toMatchObject({ waiting: 1, imported: 0 })
  expect((await inbox.run('young')).counts).toMatchObject({ waiting: 0, imported: 1 })
  expect(await inbox.answersIn('young')).toBe(2)
})

it('[UND-152] a moment in the future is no sign of rest', async () => {
  await inbox.drop('young/b.csv', rows('3,5'), -3600)
  expect((await inbox.run('young')).counts).toMatchObject({ waiting: 1 })
  expect((await inbox.run('young')).counts).toMatchObject({ waiting: 0, imported: 2 })
})

it('[UND-153] the same content under a new name is told, and a file that changed is imported again', async () => {
  const path = await inbox.drop('same/a.csv', rows('1,5'))
  await inbox.drop('same/b.csv', rows('1,5'))
  await inbox.put('same')
  const first = await inbox.run('same')
  expect(first.counts).toMatchObject({ imported: 1, same: 1 })
  expect(first.files.map(({ name, reason }) => [name, reason])).toEqual([
    ['b.csv', 'It holds what "a.csv" held, which is imported already.'],
  ])
  await utimes(path, 1, 1)
  expect((await inbox.run('same')).counts).toMatchObject({ imported: 1, same: 1 })
  expect(await inbox.imported('same')).toHaveLength(1)
  await inbox.drop('same/a.csv', rows('1,3'), 50)
  expect((await inbox.run('same')).counts).toMatchObject({ imported: 1, same: 1 })
  const [latest] = await inbox.imported('same')
  expect(latest?.counts).toMatchObject({ rowsReplaced: 1 })
  expect(await inbox.answersIn('same')).toBe(1)
})

it('[UND-154] what cannot be read is told once with its reason, and hinders no other file', async () => {
  await inbox.drop('unfit/a.csv', 'till,no till\n1,5\n', 90)
  await inbox.drop('unfit/z.csv', rows('1,5'))
  await mkdir(join(inbox.inbox, 'unfit', 'folder.csv'))
  const pipe = createServer()
  await once(pipe.listen(join(inbox.inbox, 'unfit', 'pipe.csv')), 'listening')
  onTestFinished(() => void pipe.close())
  await inbox.put('unfit')
  const record = await inbox.run('unfit')
  expect(record.counts).toMatchObject({ imported: 1, failed: 3 })
  expect(fileOf(record, 'folder.csv')?.reason).toBe('It is no file, but a folder, a pipe or a device.')
  expect(fileOf(record, 'pipe.csv')?.reason).toBe('It is no file, but a folder, a pipe or a device.')
  expect(fileOf(record, 'a.csv')?.reason).toContain('no')
  expect(await inbox.answersIn('unfit')).toBe(1)
})

it('[UND-154] it is tried again once it changes, or somebody asks, and not before', async () => {
  await inbox.drop('again/a.csv', 'no,shop\n1,5\n')
  await inbox.put('again', { everyMinutes: 1 })
  await inbox.minutePasses('again')
  expect(await inbox.imported('again')).toHaveLength(1)
  await expire('again')
  const second = await inbox.minutePasses('again')
  expect(second.counts.failed).toBe(1)
  expect(await inbox.imported('again')).toHaveLength(1)
  await inbox.run('again')
  expect(await inbox.imported('again')).toHaveLength(2)
  await inbox.drop('again/a.csv', rows('1,5'))
  await expire('again')
  expect((await inbox.minutePasses('again')).counts).toMatchObject({ imported: 1, failed: 0 })
})

it('[UND-154] it is tried again once the mapping that failed is mended', async () => {
  await inbox.drop('mended/a.csv', 'no,shop\n1,5\n')
  await inbox.put('mended', { everyMinutes: 1 })
  expect((await inbox.minutePasses('mended')).counts.failed).toBe(1)
  const mapping = tillMapping.replace('till: till', 'shop: till')
  await call(inbox.room.router.mappings.put, { workspace: 'mended', key: 'till', mapping }, { context })
  await expire('mended')
  expect((await inbox.minutePasses('mended')).counts).toMatchObject({ imported: 1, failed: 0 })
})

it('[UND-154] a file that failed and is taken away is told no more', async () => {
  await mkdir(join(inbox.inbox, 'gone', 'a.csv'))
  await inbox.put('gone')
  expect((await inbox.run('gone')).counts.failed).toBe(1)
  await rmdir(join(inbox.inbox, 'gone', 'a.csv'))
  expect((await inbox.run('gone')).counts.failed).toBe(0)
})

/** As if the last look lay an hour back. */
async function expire(workspace: string): Promise<void> {
  await inbox.ledger.asSystem((tx) =>
    tx.execute(
      sql`update import_schedule_look set asked_at = asked_at - interval '1 hour' where workspace = ${workspace}`,
    ),
  )
}

it('[UND-150] a link is refused, whether it is the file, the folder or a folder above', async () => {
  const secret = await inbox.drop('other/secret.csv', rows('1,5'))
  await inbox.drop('links/own.csv', rows('2,5'))
  await symlink(secret, join(inbox.inbox, 'links', 'stolen.csv'))
  await symlink(join(inbox.inbox, 'other'), join(inbox.inbox, 'links', 'door'))
  await inbox.drop('other/deep/secret.csv', rows('3,5'))
  await inbox.put('links')
  const own = await inbox.run('links')
  expect(own.counts).toMatchObject({ imported: 1, failed: 1 })
  expect(fileOf(own, 'stolen.csv')?.reason).toContain('It is a link.')
  for (const folder of ['door', 'door/deep']) {
    await inbox.put('links', { folder })
    const record = await inbox.run('links')
    expect(record.problem).toBe(
      `The folder "links/${folder}" is a link or leads through one. Name a folder that lies in the inbox itself.`,
    )
  }
  expect(await inbox.answersIn('links')).toBe(1)
})

it('[UND-150] a folder that leads up or out is refused', async () => {
  for (const folder of ['..', '../other', 'a/../../other', '/etc', 'a//b', '.', 'a\\..\\b', 'a/.', 'x\0'])
    await expect(inbox.put('links', { folder })).rejects.toThrow()
  for (const pattern of ['../*.csv', '/etc/passwd', 'a\\b', ''])
    await expect(inbox.put('links', { pattern })).rejects.toThrow()
  expect((await inbox.put('links', { folder: 'a/..b/c' })).folder).toBe('a/..b/c')
})

it('[UND-155] files are neither moved, changed nor deleted', async () => {
  const path = await inbox.drop('untouched/a.csv', rows('1,5'))
  const before = await stat(path, { bigint: true })
  await inbox.put('untouched')
  await inbox.run('untouched')
  const after = await stat(path, { bigint: true })
  expect([after.ino, after.mtimeNs, after.ctimeNs]).toEqual([before.ino, before.mtimeNs, before.ctimeNs])
  expect(await readFile(path, 'utf8')).toBe(rows('1,5'))
  expect(await readdir(join(inbox.inbox, 'untouched'))).toEqual(['a.csv'])
})

it('[UND-156] a folder is looked into every so many minutes, and where paused only when asked', async () => {
  await inbox.drop('due/a.csv', rows('1,5'))
  expect((await inbox.put('due', { everyMinutes: 5, paused: true })).nextLookAt).toBe(null)
  expect((await inbox.minutePasses('due')).lastLookAt).toBe(null)
  await inbox.put('due', { everyMinutes: 5 })
  const first = await inbox.minutePasses('due')
  expect(first.counts.imported).toBe(1)
  const { lastLookAt } = first
  expect(Date.parse(first.nextLookAt!) - Date.parse(lastLookAt!)).toBeGreaterThan(4 * 60_000)
  expect((await inbox.minutePasses('due')).lastLookAt).toBe(lastLookAt)
  await expire('due')
  expect(Date.parse((await inbox.minutePasses('due')).lastLookAt!)).toBeGreaterThan(Date.parse(lastLookAt!))
  await inbox.put('due', { everyMinutes: 5, paused: true })
  await inbox.drop('due/b.csv', rows('2,5'))
  expect((await inbox.run('due')).counts.imported).toBe(2)
})

it('[UND-157] reasons are told in the language of the reader', async () => {
  await symlink('/etc/hostname', join(inbox.inbox, 'told', 'a.csv'))
  await inbox.put('told')
  await inbox.run('told')
  const { schedules } = inbox.room.router
  const french = { ...context, locale: 'fr' as const }
  const list = () => call(schedules.list, { workspace: 'told' }, { context: french })
  expect((await list()).schedules[0]!.files[0]!.reason).toBe(
    'C’est un lien. Seuls les fichiers qui se trouvent eux-mêmes dans le dossier sont importés.',
  )
  await inbox.put('told', { folder: 'nowhere' })
  await inbox.run('told')
  expect((await list()).schedules[0]!.problem).toMatch(
    /^Le dossier «\stold\/nowhere\s» n’existe pas\. Créez-le dans le dossier de dépôt du serveur\.$/,
  )
})

it('[UND-159] a schedule is seen, run and removed in its own workspace alone', async () => {
  const { schedules } = inbox.room.router
  await inbox.put('mine')
  const elsewhere = { workspace: 'other', key: 'tills' }
  expect((await call(schedules.list, { workspace: 'other' }, { context })).schedules).toEqual([])
  expect(await refusalCode(call(schedules.run, elsewhere, { context }))).toBe(
    'UNDERSTANDING_SCHEDULE_UNKNOWN',
  )
  expect(await refusalCode(call(schedules.remove, elsewhere, { context }))).toBe(
    'UNDERSTANDING_SCHEDULE_UNKNOWN',
  )
  await call(schedules.remove, { workspace: 'mine', key: 'tills' }, { context })
  expect((await call(schedules.list, { workspace: 'mine' }, { context })).schedules).toEqual([])
})

it('[UND-160] an import begun and not remembered, because the server was killed, is begun again and counts once', async () => {
  await inbox.drop('names/a.csv', rows('1,5', '2,4'))
  await inbox.put('names')
  await inbox.run('names')
  await inbox.ledger.asSystem((tx) =>
    tx.execute(sql`delete from import_schedule_file where workspace = 'names'`),
  )
  expect((await inbox.run('names')).counts.imported).toBe(1)
  const [again] = await inbox.imported('names')
  expect(await inbox.imported('names')).toHaveLength(2)
  expect(again?.counts).toMatchObject({ rowsKept: 2, rowsAlreadyThere: 2 })
  expect(await inbox.answersIn('names')).toBe(2)
})

it('[UND-161] a mapping that is not saved, or joins files, is refused; one removed since is told', async () => {
  const { mappings } = inbox.room.router
  expect(await refusalCode(inbox.put('mapping', { mapping: 'none' }))).toBe('UNDERSTANDING_MAPPING_UNKNOWN')
  const joined = `mapping: 1
name: Orders
source: shop
files: { orders: { name: "orders*.csv" }, people: { name: "people*.csv" } }
tables:
  - from: orders
    join: [{ file: people, key: buyer, columns: [till] }]
    row: { id: "{no}", date: { text: "2026-01-15" } }
    answers: [{ kind: csat, scale: { low: 1, high: 5 }, columns: { till: till } }]
`
  await call(mappings.put, { workspace: 'mapping', key: 'joined', mapping: joined }, { context })
  expect(await refusalCode(inbox.put('mapping', { mapping: 'joined' }))).toBe(
    'UNDERSTANDING_SCHEDULE_JOINS_FILES',
  )
  await inbox.drop('mapping/a.csv', rows('1,5'))
  await inbox.put('mapping')
  await call(mappings.remove, { workspace: 'mapping', key: 'till' }, { context })
  const record = await inbox.run('mapping')
  expect(record.problem).toContain('There is no saved mapping "till".')
  expect(record.counts).toMatchObject({ imported: 0, failed: 0 })
})
