import { expect, it } from 'vitest'
import { checkLock } from './lock.check.ts'
import { platformOf, withPlatformPackages } from './platform-packages.ts'
import { treeOf } from './test-tree.ts'

function faults(packages: Readonly<Record<string, unknown>>): string[] {
  const tree = treeOf({
    'package-lock.json': JSON.stringify({ packages: { '': { name: 'tutti' }, ...packages } }),
  })
  return checkLock(tree).map(({ rule, message }) => `${rule} ${message}`)
}

it('[CHK-50] a package that names where it was fetched is found', () => {
  const kept = { version: '1.0.0', license: 'MIT' }
  expect(faults({ 'node_modules/a': kept })).toEqual([])
  expect(faults({ 'node_modules/a': { ...kept, resolved: 'https://example.org/a.tgz' } })).toEqual([
    'lock/address node_modules/a names where it was fetched',
  ])
})

it('[CHK-50] a project without lock file is found', () => {
  expect(checkLock(treeOf({}))).toMatchObject([{ rule: 'lock/missing' }])
})

it('[CHK-51] free licences stand, alone, in a choice and together', () => {
  const licences = ['MIT', '(GPL-3.0 OR MIT)', 'MIT AND ISC', 'Apache-2.0']
  expect(
    faults(Object.fromEntries(licences.map((license, index) => [`node_modules/${index}`, { license }]))),
  ).toEqual([])
})

it('[CHK-51] a licence that is not free, that binds what is shipped, or that is unknown is found', () => {
  const packages = {
    'node_modules/a': { license: 'GPL-3.0' },
    'node_modules/b': { license: 'MIT AND GPL-3.0' },
    'node_modules/c': { license: 'SEE LICENSE IN LICENSE', dev: true },
    'node_modules/d': {},
  }
  expect(faults(packages)).toEqual([
    'lock/licence node_modules/a has the licence "GPL-3.0"',
    'lock/licence node_modules/b has the licence "MIT AND GPL-3.0"',
    'lock/licence node_modules/c has the licence "SEE LICENSE IN LICENSE"',
    'lock/licence node_modules/d has the licence "unknown"',
  ])
})

const parser = {
  version: '1.2.0',
  license: 'MIT',
  dev: true,
  optionalDependencies: { '@p/binding-linux-arm64-musl': '1.2.0' },
}

it('[CHK-52] a package for another platform that the lock file leaves out is found, and completing the file adds it', () => {
  const packages = { 'node_modules/z': { license: 'MIT' }, 'node_modules/parser': parser }
  expect(faults(packages)).toEqual([
    'lock/platform node_modules/parser asks for @p/binding-linux-arm64-musl@1.2.0, which is not there: npm ci would refuse the file',
  ])
  const complete = withPlatformPackages(packages)
  expect(faults(complete)).toEqual([])
  expect(Object.keys(complete)[0]).toBe('node_modules/@p/binding-linux-arm64-musl')
  expect(complete['node_modules/@p/binding-linux-arm64-musl']).toEqual({
    version: '1.2.0',
    cpu: ['arm64'],
    libc: ['musl'],
    os: ['linux'],
    dev: true,
    license: 'MIT',
    optional: true,
  })
})

it('[CHK-52] a package beside the one that asks, or above it, is there', () => {
  const inner = { license: 'MIT', optionalDependencies: { a: '1', b: '1' } }
  const there = { license: 'MIT' }
  const packages = {
    'node_modules/x/node_modules/y': inner,
    'node_modules/x/node_modules/a': there,
    'node_modules/b': there,
  }
  expect(faults(packages)).toEqual([])
})

it.each([
  ['@biomejs/cli-win32-x64', { os: ['win32'], cpu: ['x64'] }],
  ['@chdb/lib-linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }],
  ['@oxc-parser/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
])('[CHK-52] %s says its platform', (name, platform) => {
  expect(platformOf(name)).toEqual(platform)
})
