import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { daysUploadsStay } from './clear-uploads.job.ts'
import { importRecords } from './import.ledger.ts'
import { readMapping } from './read-mapping.ts'
import { context, type ImportRoom, openImportRoom, refusalCode } from './test-import-room.ts'
import { tillMapping as mapping } from './test-till-survey.ts'

const file = 'no,till\n1,5\n2,9\n'

let imports: ImportRoom
beforeAll(async () => {
  imports = await openImportRoom()
})
afterAll(() => imports.close())

const place = (workspace: string, name = '') => join(imports.directory, 'uploads', workspace, name)
const clear = () => imports.room.schedules.find(({ name }) => name === 'understanding.clear-uploads')!.run()

async function age(path: string, days: number): Promise<void> {
  const moment = Date.now() / 1000 - days * 86_400
  await utimes(path, moment, moment)
}

it('[UND-166] a month after, the file and its refused rows leave the disk; what was imported stays', async () => {
  const { id } = await imports.imported('acme', file, { mapping })
  for (const name of await readdir(place('acme'))) await age(place('acme', name), daysUploadsStay + 1)
  expect(await readdir(place('acme'))).toContain(`${id}.rejected.csv`)
  await clear()
  expect(await readdir(place('acme'))).toEqual([])
  expect(await imports.answersIn('acme')).toBe(1)
})

it('[UND-166] a younger file stays, and an older one is then unknown by its name', async () => {
  const young = await imports.upload('ages', file)
  const old = await imports.upload('ages', file)
  await age(place('ages', young), daysUploadsStay - 1)
  await age(place('ages', old), daysUploadsStay + 1)
  await clear()
  expect(await readdir(place('ages'))).toEqual([young])
  const { start } = imports.room.router.imports
  const asked = { workspace: 'ages', upload: old, mapping, dryRun: false }
  expect(await refusalCode(call(start, asked, { context }))).toBe('UNDERSTANDING_UPLOAD_UNKNOWN')
})

it('[UND-166] what a killed server left half written goes after a day, and a file that is awaited stays', async () => {
  const upload = await imports.upload('open', file)
  await age(place('open', upload), daysUploadsStay + 1)
  await writeFile(place('open', `${upload}x.part`), 'no,ti')
  await age(place('open', `${upload}x.part`), 2)
  const read = readMapping(mapping, 'en')
  if (!('mapping' in read)) throw new Error('The mapping of this test does not fit.')
  const uploads = [{ id: upload, fileName: 'till.csv', bytes: file.length }]
  const open = { uploads, bytes: file.length, mapping: read.mapping, dryRun: false }
  await importRecords(imports.ledger).add({ workspace: 'open', actor: 'local' }, open)
  await clear()
  expect(await readdir(place('open'))).toEqual([upload])
})
