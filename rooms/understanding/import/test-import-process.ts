import { call } from '@orpc/server'
import { context, openImportRoom } from './test-import-room.ts'

/**
 * A server that imports one file: says `begun`, then each number of rows it has come to, then `done` with the answers
 * there are. Killed by the test at any moment and started again, or ends by itself.
 */
setTimeout(() => process.exit(1), 300_000).unref()
const [directory, mapping, rows] = process.argv.slice(2)
const said = (line: string) => process.stdout.write(`${line}\n`)

function file(): string {
  const lines = Array.from({ length: Number(rows) }, (_, row) => {
    const day = `2026-0${(row % 6) + 1}-15`
    return `${row},${day},lyon,${(row % 5) + 1},${row % 3}`
  })
  return `no,day,shop,till,advice\n${lines.join('\n')}\n`
}

const imports = await openImportRoom({ kept: directory! })
const { list, start } = imports.room.router.imports
const [open] = (await call(list, { workspace: 'crash' }, { context })).imports
const id = open
  ? open.id
  : (
      await call(
        start,
        {
          workspace: 'crash',
          upload: await imports.upload('crash', file()),
          mapping: mapping!,
          dryRun: false,
        },
        { context },
      )
    ).id
said('begun')
const record = await imports.once('crash', id, ({ state, counts }) => {
  said(String(counts.rowsRead))
  return state === 'done'
})
const rowsFound = await imports.warehouse.columns('crash', {
  sql: 'SELECT toUInt32(uniqExact(message)) AS messages FROM answers',
  parameters: {},
})
const found = {
  answers: await imports.answersIn('crash'),
  messages: [...rowsFound.numbers('messages')][0],
}
said(`done ${JSON.stringify({ ...record.counts, ...found })}`)
await imports.close()
