import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { commandCheck } from './command-check.ts'
import { type Check, runChecks } from './run-checks.ts'
import { readSourceTree } from './source-tree.ts'
import { treeOf } from './test-tree.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

async function linesOf(checks: readonly Check[]): Promise<{ lines: string[]; failed: number }> {
  const lines: string[] = []
  let ms = 0
  const nowMs = () => {
    ms += 500
    return ms
  }
  const failed = await runChecks({ root: treeOf({}).root, checks, nowMs, say: (line) => lines.push(line) })
  return { lines, failed }
}

it('[CHK-70] every check says its result and duration, and the last line sums up', async () => {
  const finding = { file: 'a.ts', line: 3, rule: 'sizes', message: 'too long', remedy: 'Shorten it.' }
  const broken = () => {
    throw new Error('a.ts cannot be parsed')
  }
  const { lines, failed } = await linesOf([
    { name: 'sizes', run: () => [finding] },
    { name: 'imports', run: broken },
    { name: 'words', run: () => [] },
  ])
  expect(failed).toBe(2)
  expect(lines).toEqual([
    'FAIL  sizes               0.5 s  1 finding',
    '      a.ts:3 — sizes: too long → Shorten it.',
    'FAIL  imports             0.5 s  1 finding',
    '      . — check: a.ts cannot be parsed → Correct what is named.',
    'ok    words               0.5 s',
    '1 checks passed, 2 failed',
  ])
})

it('[CHK-71] a program that fails is shown with what it said, one that succeeds is silent', async () => {
  const tree = readSourceTree(root.replace(/\/$/, ''))
  const good = commandCheck({ program: 'biome', given: ['--version'], remedy: 'r' })
  const bad = commandCheck({ program: 'biome', given: ['no-such-command'], remedy: 'r' })
  expect(await good(tree)).toEqual([])
  const [finding] = await bad(tree)
  expect(finding?.message).toContain('biome no-such-command ended with')
  expect(finding?.message).toContain('got `no-such-command`')
})

it('[CHK-72] the pinned Node passes the guard', () => {
  expect(execFileSync(process.execPath, ['checks/node-version.mjs'], { cwd: root }).toString()).toBe('')
})

it('[CHK-72] an older Node is told which was found, which is needed and what to do', () => {
  const pretend = "Object.defineProperty(process, 'versions', { value: { node: '20.1.0' } });"
  const code = `${pretend} await import('./checks/node-version.mjs')`
  const told = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root })
  expect(told.status).toBe(1)
  expect(told.stderr.toString()).toMatch(
    /^Tutti runs on Node 24\.\d+\.\d+.*Node 20\.1\.0 was found.*npm ci --ignore-scripts=false/,
  )
})
