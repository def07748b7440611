import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleWorkspace } from '../server/sample-workspace.ts'
import { ownDirectory, startTestServer, type } from './test-command-line.ts'

let directory: Awaited<ReturnType<typeof ownDirectory>>
beforeAll(async () => {
  directory = await ownDirectory()
})
afterAll(() => directory.remove())

it('[CLI-60] the sample is written as files, and what was written is told', async () => {
  const out = join(directory.path, 'sample')
  const line = ['sample', '--people', '50', '--seed', '3', '--end-day', '2026-06-30', '--out', out, '--json']
  const { code, out: told } = await type(line)
  expect(code).toBe(0)
  const { facts, people, seed } = JSON.parse(told)
  expect([people, seed]).toEqual([50, 3])
  expect(Object.keys(facts).sort()).toEqual(['aliases', 'answers', 'interactions', 'outcomes', 'profiles'])
  expect(await readdir(out)).toContain('answers.jsonl')
})

it.each([
  ['--people', 'many'],
  ['--seed', '0.5'],
  ['--end-day', '30 June'],
])('[CLI-60] %s %s is told to be typed wrong', async (option, value) => {
  const { code, err } = await type(['sample', '--out', directory.path, option, value])
  expect(code).toBe(2)
  expect(err).toContain(option)
})

it('[CLI-61] the sample needs no workspace named beside one of one’s own, and is removed alone', async () => {
  const { client, data, stop } = await startTestServer()
  try {
    await client.access.workspaces.add(sampleWorkspace)
    const measures = await type(['measures', '--data', data, '--json'])
    expect(measures.code).toBe(0)
    expect(await type(['sample', 'remove', '--data', data])).toMatchObject({
      code: 0,
      out: 'The sample organisation is removed.\n',
    })
    const { workspaces } = await client.access.me({})
    expect(workspaces.map(({ key }) => key)).toEqual(['airport'])
    expect((await type(['sample', 'remove', '--data', data])).code).toBe(1)
  } finally {
    await stop()
  }
})

it('[CLI-60] where nothing says where to write, that is asked for', async () => {
  const { code, err } = await type(['sample', '--people', '50'])
  expect([code, err]).toEqual([2, expect.stringContaining('--out')])
})
