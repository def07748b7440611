import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Message } from '../foundations/warehouse/message.ts'
import { openWarehouse, type Warehouse } from '../foundations/warehouse/warehouse.ts'
import { loadSample, removeSample, type SampleProgress, type SampleWorkspace } from './load-sample.ts'
import type { SampleSize } from './sample-world.ts'
import { simulateSample } from './simulate-sample.ts'
import { writeSampleFiles } from './write-sample-files.ts'

const size: SampleSize = { people: 300, employees: 60, seed: 5, endDay: '2026-06-30' }
const directory = mkdtempSync(join(tmpdir(), 'tutti-sample-'))
let warehouse: Warehouse

beforeAll(async () => {
  warehouse = await openWarehouse({ location: { directory: join(directory, 'warehouse') } })
})
afterAll(async () => {
  await warehouse.close()
  rmSync(directory, { recursive: true })
})

function workspaceNamed(name: string, applied: string[] = []): SampleWorkspace {
  return {
    applyExperience: async (yaml) => applied.push(yaml),
    keepEncoded: (encoded, options) => warehouse.keepEncoded(name, encoded, options),
    takeOut: (origin) => warehouse.takeOut(name, origin),
  }
}

const messages = [...simulateSample(size)].flatMap((batch) => batch.messages)

function factsByKind(): Record<string, number> {
  const counts = { answers: 0, interactions: 0, outcomes: 0, aliases: 0, profiles: 0 }
  for (const { answers, interactions, outcomes, aliases, profile } of messages) {
    counts.answers += answers?.length ?? 0
    counts.interactions += interactions?.length ?? 0
    counts.outcomes += outcomes?.length ?? 0
    counts.aliases += aliases?.length ?? 0
    counts.profiles += profile ? 1 : 0
  }
  return counts
}

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, count) => total + count, 0)

const visit: Message = {
  ...messages.find(({ interactions = [] }) => interactions.length > 0)!,
  id: 'of-somebody-else',
  answers: undefined,
  outcomes: undefined,
}

it('[SAM-50] [SAM-52] loads all facts with progress, and takes out these and nothing else', async () => {
  const applied: string[] = []
  const workspace = workspaceNamed('acme', applied)
  await warehouse.keep('acme', [visit], { origin: 'another' })
  const told: SampleProgress[] = []
  const done = await loadSample(workspace, size, { onProgress: (progress) => told.push(progress) })
  expect(applied[0]).toContain('The house that keeps its word')
  expect(done).toEqual({ shareDone: 1, factsKept: sum(factsByKind()) })
  expect(told.at(-1)).toEqual(done)
  expect(await loadSample(workspace, size)).toEqual({ shareDone: 1, factsKept: 0 })
  await removeSample(workspace)
  const left = await warehouse.takeOut('acme', 'another')
  expect(left).toMatchObject({ messages: 1 })
  expect(await warehouse.takeOut('acme', 'sample')).toEqual({ messages: 0, facts: 0 })
})

it('[SAM-51] loading that is stopped takes out what it had kept', async () => {
  const stop = new AbortController()
  const workspace = workspaceNamed('stopped')
  const keepEncoded: SampleWorkspace['keepEncoded'] = async (encoded, options) => {
    stop.abort(new Error('enough'))
    return workspace.keepEncoded(encoded, options)
  }
  const larger = { ...size, people: 3_000 }
  await expect(loadSample({ ...workspace, keepEncoded }, larger, { signal: stop.signal })).rejects.toThrow(
    'enough',
  )
  expect(await warehouse.takeOut('stopped', 'sample')).toEqual({ messages: 0, facts: 0 })
})

it('[SAM-51] a size that cannot be simulated fails as such', async () => {
  await expect(loadSample(workspaceNamed('failed'), { ...size, people: -1 })).rejects.toThrow(
    'number of people',
  )
})

it('[SAM-53] files hold each fact once', async () => {
  const out = join(directory, 'files')
  const { facts } = await writeSampleFiles(size, { directory: out })
  expect(facts).toEqual(factsByKind())
  expect(readdirSync(out).sort()).toEqual([
    'aliases.jsonl',
    'answers.jsonl',
    'experience.yaml',
    'interactions.jsonl',
    'outcomes.jsonl',
    'planted-truths.yaml',
    'profiles.jsonl',
  ])
  const lines = readFileSync(join(out, 'answers.jsonl'), 'utf8').trimEnd().split('\n')
  expect(lines.length).toBe(factsByKind().answers)
  const [message] = messages.filter(({ answers = [] }) => answers.length > 0)
  const { question, score } = message!.answers![0]!
  expect(JSON.parse(lines[0]!)).toMatchObject({
    message: message!.id,
    occurredAt: message!.occurredAt.toISOString(),
    question: question.key,
    touchpoint: question.touchpoint,
    score,
  })
})
