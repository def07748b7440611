import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { context, type ImportRoom, openImportRoom, refusalCode } from '../test-import-room.ts'
import { scheduleProblems } from './schedule.contract.ts'

let imports: ImportRoom
beforeAll(async () => {
  imports = await openImportRoom()
})
afterAll(() => imports.close())

it('[UND-158] without an inbox the list says so, and every deed names the setting and what to do', async () => {
  const { schedules } = imports.room.router
  expect(await call(schedules.list, { workspace: 'acme' }, { context })).toEqual({
    inbox: false,
    schedules: [],
  })
  const one = { workspace: 'acme', key: 'tills' }
  const answers = [
    call(schedules.put, { ...one, name: 'Tills', mapping: 'till' }, { context }),
    call(schedules.remove, one, { context }),
    call(schedules.run, one, { context }),
  ]
  for (const answer of answers) expect(await refusalCode(answer)).toBe('UNDERSTANDING_INBOX_NOT_SET')
  const { hint } = scheduleProblems.UNDERSTANDING_INBOX_NOT_SET
  expect(hint.en).toBe('Set `TUTTI_INBOX` to a folder that the server can read, and start the server again.')
  expect(hint.fr).toContain('TUTTI_INBOX')
})
