import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Message } from '../../../foundations/warehouse/message.ts'
import type { JournalEntry } from './event-journal.ts'
import { keepEntries } from './journal-entries.facts.ts'
import { openJournal, takeJournal } from './journal-files.job.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-journal-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const question = { key: 'q', kind: 'csat', touchpoint: 'desk', scale: { low: 1, high: 5 }, asked: null }
const message = (id: string): Message => ({
  ...{ id, occurredAt: new Date('2026-06-10T12:00:00.123Z'), population: 'customers', person: 'ada' },
  ...{ source: 's', unit: '', offer: '', channel: '', language: 'fr', weight: 1, segments: { tier: 'gold' } },
  answers: [{ question, score: 4, scoreAsked: null, text: 'é\n' }],
  outcomes: [
    {
      ...{ kind: 'revenue', subject: 'person', touchpoint: '', value: 1.5, valueUnit: 'EUR' },
      occurredAt: new Date('2026-05-01T00:00:00Z'),
    },
  ],
})

interface Kept {
  readonly workspace: string
  readonly messages: readonly Message[]
}

/** What is kept of the journal, call by call. */
async function taken(): Promise<Kept[]> {
  const found: Kept[] = []
  const keep = async (workspace: string, messages: readonly Message[]) => {
    found.push({ workspace, messages })
    return undefined as never
  }
  await takeJournal(directory, (entries: readonly JournalEntry[]) => keepEntries({ keep }, entries))
  return found
}

it('[UND-171] what was written down and not settled is handed over as it was, once', async () => {
  const journal = await openJournal(directory)
  await Promise.all(['a', 'b'].map((id) => journal.write('acme', [message(id)])))
  const kept = await taken()
  expect(kept).toEqual([{ workspace: 'acme', messages: [message('a'), message('b')] }])
  const [one, other] = kept[0]!.messages.map(({ answers }) => answers![0]!.question)
  expect(one).toBe(other)
  expect(await taken()).toEqual([])
})

it('[UND-171] what is settled leaves nothing behind, and the rest stays until it is', async () => {
  const journal = await openJournal(directory)
  const [first, second] = await Promise.all([
    journal.write('acme', [message('a')]),
    journal.write('globex', [message('b')]),
  ])
  first()
  expect(await readdir(directory)).toHaveLength(1)
  second()
  await journal.close()
  expect(await readdir(directory)).toEqual([])
})

it('[UND-171] a line that a dying process left half written is passed over', async () => {
  const journal = await openJournal(directory)
  await journal.write('acme', [message('a')])
  const [file] = await readdir(directory)
  await appendFile(join(directory, file!), '{"workspace":"acme","messages":[{"id":"ha')
  expect((await taken()).map(({ messages }) => messages[0]!.id)).toEqual(['a'])
})

it('[UND-171] where nothing can be written the sender is told, and what comes after is written elsewhere', async () => {
  const journal = await openJournal(directory)
  await rm(directory, { recursive: true })
  await expect(journal.write('acme', [message('a')])).rejects.toThrow('ENOENT')
  await writeFile(directory, 'in the way')
  await expect(journal.write('acme', [message('b')])).rejects.toThrow('ENOTDIR')
  await rm(directory)
  const again = await openJournal(directory)
  await again.write('acme', [message('c')])
  const [file] = await readdir(directory)
  expect(await readFile(join(directory, file!), 'utf8')).toContain('"id":"c"')
})
