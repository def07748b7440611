import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditEntry } from '../../../foundations/ledger/audit.ts'
import { canonicalYaml } from './canonical-yaml.ts'
import { checkExperience } from './check-experience.ts'
import { experience } from './test-experience.ts'
import { openTestRooms, testOutlines } from './test-rooms.ts'

let rooms: Awaited<ReturnType<typeof openTestRooms>>
beforeAll(async () => {
  rooms = await openTestRooms()
})
afterAll(() => rooms.ledger.close())

const inWorkspace = (workspace: string) => ({ workspace, actor: 'person:1' })
const english = (text: string) => ({ text, language: 'en' as const })
const files = () => rooms.strategy.records.files
const apply = (workspace: string, text: string) => files().apply(inWorkspace(workspace), english(text))
const exported = (workspace: string) => files().export(inWorkspace(workspace))

/** The canonical form of a file, worked out without any store. */
function canonical(text: string): string {
  const { stated } = checkExperience({ text, outlines: testOutlines, held: {}, language: 'en' })
  return canonicalYaml(testOutlines, stated)
}

const file = `tutti: 1
teams: [ { name: { fr: Informatique, en: IT }, key: it }, { key: ops, name: Operations } ]
units: []
touchpoints:
- name: 'Wi-Fi'
  owner: it
  key: wifi
`

const canonicalFile = `# yaml-language-server: $schema=./experience.schema.json

tutti: 1

teams:
  - key: it
    name: { en: IT, fr: Informatique }
  - key: ops
    name: Operations

units: []

measures: []

touchpoints:
  - key: wifi
    name: Wi-Fi
    owner: it

journeys: []

standards: []

charter: []
`

it('[STR-40] a file says what the workspace holds, section by section; what it leaves out is left alone', async () => {
  await apply('forty', file)
  await apply('forty', 'tutti: 1\nteams: [ { key: it, name: IT } ]\n')
  const text = await exported('forty')
  expect(text).toContain('key: wifi') // its section was not in the second file
  expect(text).not.toContain('ops') // its section was, without it
})

it('[STR-41] a file with a finding changes nothing at all', async () => {
  await apply('forty-one', file)
  const outcome = await apply(
    'forty-one',
    'tutti: 1\nteams: []\nunits: [ { key: u, name: U, parent: none } ]\n',
  )
  expect(outcome.changes).toEqual([])
  expect(outcome.findings.map(({ line, path }) => [line, path])).toEqual([
    [2, 'teams'], // the touchpoint wifi is still owned by the team it
    [3, 'units[0].parent'],
  ])
  expect(await exported('forty-one')).toBe(canonicalFile)
})

it('[STR-42] applying tells what was created, changed and removed; applying again tells nothing', async () => {
  const first = await apply('forty-two', file)
  expect(first.changes.map(({ section, key, change }) => `${section} ${key} ${change}`)).toEqual([
    'teams it created',
    'teams ops created',
    'touchpoints wifi created',
  ])
  expect((await apply('forty-two', file)).changes).toEqual([])
  const second = await apply('forty-two', 'tutti: 1\nteams: [ { key: it, name: Tech } ]\n')
  expect(second.changes).toEqual([
    { section: 'teams', key: 'it', change: 'changed' },
    { section: 'teams', key: 'ops', change: 'removed' },
  ])
})

it('[STR-43] the export states every section, in one form only', async () => {
  await apply('forty-three', file)
  expect(await exported('forty-three')).toBe(canonicalFile)
})

it('[STR-44] whatever a sound file holds comes back byte for byte in its canonical form', async () => {
  await fc.assert(
    fc.asyncProperty(experience, async (values) => {
      const text = canonicalYaml(testOutlines, values)
      expect(canonical(text)).toBe(text)
      const { findings } = await apply('forty-four', text)
      expect(findings).toEqual([])
      expect(await exported('forty-four')).toBe(text)
    }),
    { numRuns: 60 },
  )
})

it('[STR-45] what is exported from one workspace makes another equal to it', async () => {
  await apply('here', file)
  await apply('there', 'tutti: 1\nunits: [ { key: u, name: U } ]\n')
  await apply('there', await exported('here'))
  expect(await exported('there')).toBe(await exported('here'))
})

it('[STR-46] checking tells what applying would do, and does nothing', async () => {
  const outcome = await files().check(inWorkspace('forty-six'), english(file))
  expect(outcome.changes).toHaveLength(3)
  expect(await exported('forty-six')).not.toContain('wifi')
})

it('[STR-47] every change enters the audit trail with the one who made it', async () => {
  await apply('forty-seven', file)
  await apply('forty-seven', 'tutti: 1\nteams: [ { key: ops, name: Operations }, { key: it, name: Tech } ]\n')
  const trail = await rooms.ledger.inWorkspace(inWorkspace('forty-seven'), (tx) =>
    tx.select().from(auditEntry).orderBy(auditEntry.id),
  )
  expect(trail.map(({ actor, action, subject }) => `${actor} ${action} ${subject}`)).toEqual([
    'person:1 team.created it',
    'person:1 team.created ops',
    'person:1 touchpoint.created wifi',
    'person:1 team.changed ops', // it now comes first
    'person:1 team.changed it',
  ])
})
