import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ownDirectory, type } from './test-command-line.ts'

let directory: Awaited<ReturnType<typeof ownDirectory>>
beforeAll(async () => {
  directory = await ownDirectory()
})
afterAll(() => directory.remove())

const noServer = () => ['--data', join(directory.path, 'none')]

it.each([
  [['sing'], 'There is no command "sing".'],
  [['check'], 'The argument "file" is missing.'],
  [['export', '--loud'], 'There is no option "--loud".'],
  [['export', '--lang', 'de'], 'A value does not fit: '],
])('[CLI-1] %o is told to be typed wrong, with exit code 2', async (line, sentence) => {
  const outcome = await type(line)
  expect([outcome.code, outcome.out]).toEqual([2, ''])
  expect(outcome.err).toContain(sentence)
})

it('[CLI-1] help and version end well, and no command at all does not', async () => {
  expect(await type(['--version'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  })
  const help = await type(['measures', '--help'])
  expect([help.code, help.out]).toEqual([0, expect.stringContaining('--touchpoint <key>')])
  expect((await type([])).code).toBe(2)
})

it('[CLI-3] without a server, one sentence says so and how to start it', async () => {
  const outcome = await type(['measures', ...noServer()])
  expect([outcome.code, outcome.out]).toEqual([1, ''])
  expect(outcome.err).toMatch(/^No server runs here: .*none holds no address\.\nStart it with `npm start`/)
})

it('[CLI-4] an address where nothing answers is named', async () => {
  const outcome = await type(['export', '--url', 'http://127.0.0.1:9', '--key', 'k', '--json'])
  expect(outcome.code).toBe(1)
  expect(JSON.parse(outcome.out).problem).toMatchObject({
    code: 'CLI_SERVER_SILENT',
    title: 'No server answers at http://127.0.0.1:9.',
  })
})

it('[CLI-5] an address without a key is not asked', async () => {
  const outcome = await type(['export', '--url', 'http://127.0.0.1:9'])
  expect([outcome.code, outcome.err]).toEqual([2, expect.stringContaining('needs a key')])
})

it('[CLI-8] the language is that of --lang, or of the machine, or English', async () => {
  const french = 'Aucun serveur ne tourne ici'
  const spoken = async (line: string[], variables: Record<string, string>) =>
    (await type(['export', ...noServer(), ...line], { variables })).err
  expect(await spoken([], { LANG: 'fr_FR.UTF-8' })).toContain(french)
  expect(await spoken(['--lang=fr'], { LANG: 'en_GB.UTF-8' })).toContain(french)
  expect(await spoken([], { LANG: 'de_DE.UTF-8' })).toContain('No server runs here')
  const help = await type(['--help', '--lang', 'fr'])
  expect(help.out).toContain('Démarrer le serveur.')
})

it('[CLI-10] away from a server a file is checked alone, and says so', async () => {
  const file = join(directory.path, 'experience.yaml')
  await writeFile(file, 'tutti: 1\nteams:\n  - key: it\n    nmae: IT\n')
  const broken = await type(['check', file, ...noServer()])
  expect(broken).toEqual({
    code: 1,
    out: [
      `${file}:3:5 "name" is missing — Add "name: …".`,
      `${file}:4:5 there is no field "nmae" here — Did you mean "name"?`,
      '',
    ].join('\n'),
    err: '',
  })
  await writeFile(file, 'tutti: 1\nteams:\n  - key: it\n    name: IT\n')
  const sound = await type(['check', file, '--json', ...noServer()])
  expect([sound.code, JSON.parse(sound.out)]).toEqual([0, { against: 'file', findings: [], changes: [] }])
})

it('[CLI-9] a file that is not there is told by name', async () => {
  const outcome = await type(['check', join(directory.path, 'nowhere.yaml'), ...noServer()])
  expect([outcome.code, outcome.err]).toEqual([2, expect.stringContaining('nowhere.yaml')])
})
