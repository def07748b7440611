import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkImports } from './imports.check.ts'
import { checkNames } from './names.check.ts'
import { checkProblems } from './problems.check.ts'
import { checkSizes } from './sizes.check.ts'
import { readSourceTree } from './source-tree.ts'
import { checkSpec } from './spec.check.ts'
import { checkWords } from './words.check.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'tutti-new-'))
const checks = [checkImports, checkSizes, checkNames, checkSpec, checkProblems, checkWords]
const written: string[] = []

function run(program: string, ...given: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(program, given, {
    cwd: copy,
    env: { ...process.env, CI: 'true' },
  })
  return { status, said: `${stdout}${stderr}` }
}

function scaffold(kind: string, place: string): void {
  const { status, said } = run(process.execPath, 'checks/new.ts', kind, place)
  expect(said).toContain('Run npm run docs')
  expect(status).toBe(0)
  written.push(...said.split('\n').filter((line) => /^(rooms|doors)\/\S+$/.test(line)))
}

beforeAll(() => {
  for (const path of readSourceTree(project).paths) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(join(project, path), join(copy, path))
  }
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'))
  scaffold('measure', 'measurement/top-score')
  scaffold('drawer', 'governance/improvement-idea')
  scaffold('drawer', 'design/story')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

it('[CHK-90] what is written breaks no rule of the house', () => {
  const tree = readSourceTree(copy)
  const found = checks.flatMap((check) => check(tree)).filter(({ file }) => written.includes(file))
  expect(found.map(({ file, message }) => `${file}: ${message}`)).toEqual([])
  expect(
    run('node_modules/.bin/biome', 'check', ...written.filter((path) => path.endsWith('.ts'))),
  ).toMatchObject({
    status: 0,
  })
})

it('[CHK-90] what is written compiles', () => {
  const own = { extends: './tsconfig.json', include: written.filter((path) => /\.tsx?$/.test(path)) }
  writeFileSync(join(copy, 'tsconfig.written.json'), JSON.stringify(own))
  const { said } = run(
    'node_modules/.bin/tsc',
    '-p',
    'tsconfig.written.json',
    '--noEmit',
    '--pretty',
    'false',
  )
  expect(said.split('\n').filter((line) => written.some((path) => line.startsWith(path)))).toEqual([])
})

it('[CHK-90] the tests that are written pass, and are more than none', () => {
  const tests = written.filter((path) => path.endsWith('.test.ts'))
  expect(tests).toHaveLength(3)
  const { status, said } = run('node_modules/.bin/vitest', 'run', '--reporter=json', ...tests)
  expect(said).toContain('"numFailedTests":0')
  expect(said).toContain('"numPassedTests":11')
  expect(status).toBe(0)
})

it('[CHK-91] a room that does not exist, a name in capitals and a thing that exists are refused in a sentence', () => {
  const refusal = (kind: string, place: string) => run(process.execPath, 'checks/new.ts', kind, place)
  expect(refusal('drawer', 'kitchen/stove')).toEqual({ status: 1, said: 'There is no room "kitchen".\n' })
  expect(refusal('drawer', 'design/Story').said).toMatch(/^Write: npm run new/)
  expect(refusal('drawer', 'design/story').said).toBe('rooms/design/story exists already.\n')
  expect(refusal('measure', 'measurement/nps').said).toMatch(/nps\.measure\.ts exists already/)
})
