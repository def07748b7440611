import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropFile, scheduleAtRest } from './schedule/test-inbox.ts'
import { context, type ImportRoom, openImportRoom, refusalCode } from './test-import-room.ts'
import { tillMapping as mapping } from './test-till-survey.ts'

const before = process.env.TMPDIR
const disk = mkdtempSync(join(tmpdir(), 'tutti-small-disk-'))
const filler = join(disk, 'filler')
const isMounted = mounted()

/** A disk of its own and of a known size; false where this process may not make one. */
function mounted(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('Full disks are not tested: no disk of a known size can be mounted here.')
    return false
  }
}

/** Fills the disk but for some bytes. */
async function fill(leaving: number): Promise<void> {
  const { bavail, bsize } = await statfs(disk)
  await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - leaving)))
}

const rows = 20_000
const file = `no,till\n${Array.from({ length: rows }, (_, row) => `${row},${(row % 5) + 1}`).join('\n')}\n`

describe.skipIf(!isMounted)('on a disk that is full', () => {
  let imports: ImportRoom

  beforeAll(async () => {
    process.env.TMPDIR = disk
    imports = await openImportRoom({ inbox: join(disk, 'inbox') })
  })

  afterAll(async () => {
    await rm(filler, { force: true })
    await imports.close()
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    execFileSync('umount', ['-l', disk])
    await rm(disk, { recursive: true, force: true })
  })

  it('[UND-164] an upload is refused with a sentence, and no part of it stays', async () => {
    await fill(64 * 1024)
    expect(await refusalCode(imports.upload('upload', file))).toBe('UNDERSTANDING_DISK_FULL')
    await rm(filler)
    expect(await readdir(join(imports.directory, 'uploads', 'upload'))).toEqual([])
  })

  it('[UND-164] an import ends as failed and says so; once there is room it adds what was missing, once', async () => {
    const upload = await imports.upload('keep', file)
    await fill(16 * 1024)
    const { start } = imports.room.router.imports
    const { id } = await call(start, { workspace: 'keep', upload, mapping, dryRun: false }, { context })
    const failed = await imports.ended('keep', id)
    await rm(filler)
    expect(failed.state).toBe('failed')
    expect(failed.problem).toMatch(/^The disk of the server is full\. What was kept until then stays/)
    const again = await imports.imported('keep', file, { mapping })
    expect(again).toMatchObject({ state: 'done', counts: { rowsKept: rows, rowsRejected: 0 } })
    expect(await imports.answersIn('keep')).toBe(rows)
  })

  it('[UND-164] a file of a folder waits until there is room, and is then imported once', async () => {
    const one = { workspace: 'folder', key: 'tills' }
    const { mappings, schedules } = imports.room.router
    await dropFile(join(disk, 'inbox', 'folder', 'till.csv'), file)
    await call(mappings.put, { workspace: 'folder', key: 'till', mapping }, { context })
    await call(schedules.put, { ...one, name: 'Tills', mapping: 'till' }, { context })
    const look = async () => {
      await call(schedules.run, one, { context })
      return scheduleAtRest(imports, one)
    }
    await fill(64 * 1024)
    expect((await look()).files).toMatchObject([{ name: 'till.csv', state: 'waiting' }])
    await rm(filler)
    expect((await look()).counts).toMatchObject({ imported: 1, waiting: 0, failed: 0 })
    expect(await imports.answersIn('folder')).toBe(rows)
  })
})
