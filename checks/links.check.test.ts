import { expect, it } from 'vitest'
import { checkLinks } from './links.check.ts'
import { treeOf } from './test-tree.ts'

const files = {
  'package.json': '{ "scripts": { "start": "a", "check": "b" } }',
  'docs/errors.md':
    'See [the house](../HOUSE.md#sizes), [itself](#top) and [out](https://example.org/none).\n',
  'HOUSE.md':
    'Run `npm run check` and `npm start`. Read `docs/errors.md`, `rooms/<room>/measures/<name>.ts`.\n',
}

it('[CHK-44] links, files and scripts that are there stand', () => {
  expect(checkLinks(treeOf(files))).toEqual([])
})

it('[CHK-44] a script that runs a file that is not there is found', () => {
  const scripts = '{ "scripts": { "check": "node checks/check.ts && node checks/none.ts" } }'
  const found = checkLinks(treeOf({ 'package.json': scripts, 'checks/check.ts': '' }))
  expect(found.map(({ message }) => message)).toEqual(['a script runs checks/none.ts, which is not there'])
})

it('[CHK-44] a link, a file or a script that is not there is found', () => {
  const text =
    '[a](docs/none.md)\n`doors/cli/none.ts`\nnpm run none\nnpx tutti apply examples/none.yaml\nnpm test\n'
  const found = checkLinks(treeOf({ ...files, 'README.md': text }))
  expect(found.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    'README.md:1 docs/none.md is not there',
    'README.md:2 doors/cli/none.ts is not there',
    'README.md:3 package.json has no script "none"',
    'README.md:4 examples/none.yaml is not there',
    'README.md:5 package.json has no script "test"',
  ])
})
