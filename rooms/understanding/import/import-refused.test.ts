import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { context, type ImportRoom, openImportRoom } from './test-import-room.ts'
import { tillMapping as mapping } from './test-till-survey.ts'

let imports: ImportRoom

beforeAll(async () => {
  imports = await openImportRoom()
})

afterAll(async () => {
  await rm(imports.directory, { recursive: true, force: true })
})

it('[UND-57, UND-167] where the engine is gone it ends as failed, and says what becomes of the rows, to each in their language', async () => {
  const file = 'no,till\n1,5\n2,4\n'
  expect((await imports.imported('refused', file, { mapping })).state).toBe('done')
  await imports.warehouse.close()
  const failed = await imports.imported('refused', 'no,till\n3,5\n', { mapping })
  expect(failed).toMatchObject({
    state: 'failed',
    counts: { rowsKept: 0, answersKept: 0 },
    problem:
      'The rows could not be kept; the log of the server says why. What was kept until then stays, and is recognised when the file is imported again.',
  })
  expect(imports.errors).toHaveLength(1)
  const french = await call(
    imports.room.router.imports.get,
    { workspace: 'refused', id: failed.id },
    { context: { ...context, locale: 'fr' } },
  )
  expect(french.problem).toMatch(/^Les lignes n’ont pas pu être gardées\s; le journal/)
})

it('[UND-57] where the file has gone from the disk it ends as failed as well', async () => {
  const upload = await imports.upload('gone', 'no,till\n1,5\n')
  await rm(join(imports.directory, 'uploads', 'gone', upload))
  const { id } = await call(
    imports.room.router.imports.start,
    { workspace: 'gone', upload, mapping, dryRun: true },
    { context },
  )
  expect((await imports.ended('gone', id)).state).toBe('failed')
})
