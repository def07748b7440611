import { expect, it } from 'vitest'
import { checkImports } from './imports.check.ts'
import { treeOf } from './test-tree.ts'

const contracts = {
  'rooms/strategy/contract.ts': 'export const pillar = 1\n',
  'rooms/design/contract.ts':
    "import { pillar } from '../strategy/contract.ts'\nexport const touchpoint = pillar\n",
}

function faults(files: Readonly<Record<string, string>>): string[] {
  return checkImports(treeOf(files)).map(({ file, line, rule }) => `${file}:${line ?? ''} ${rule}`)
}

it('[CHK-1] a later room reads the contract of an earlier one', () => {
  expect(faults(contracts)).toEqual([])
})

it('[CHK-1] an earlier room may not read a later one, nor any room what lies behind a contract', () => {
  const files = {
    ...contracts,
    'rooms/strategy/coherence.ts':
      "import { touchpoint } from '../design/contract.ts'\nexport const c = touchpoint\n",
    'rooms/strategy/pillar.ts': 'export const p = 1\n',
    'rooms/design/score.ts': "import { p } from '../strategy/pillar.ts'\nexport const score = p\n",
  }
  expect(faults(files)).toEqual([
    'rooms/design/score.ts:1 imports/table',
    'rooms/strategy/coherence.ts:1 imports/table',
  ])
})

it('[CHK-2] each suffix reaches its own foundation', () => {
  const files = {
    'foundations/ledger/ledger.ts': 'export const ledger = 1\n',
    'foundations/warehouse/warehouse.ts': 'export const warehouse = 1\n',
    'foundations/http/problem.ts': 'export const problem = 1\n',
    'foundations/ui/figure.tsx': 'export const figure = 1\n',
    'rooms/design/thing.ledger.ts': "import '../../foundations/ledger/ledger.ts'\n",
    'rooms/design/thing.facts.ts': "import '../../foundations/warehouse/warehouse.ts'\n",
    'rooms/design/thing.routes.ts':
      "import '../../foundations/http/problem.ts'\nimport './thing.ledger.ts'\n",
    'rooms/design/thing.page.tsx': "import '../../foundations/ui/figure.tsx'\n",
  }
  expect(faults(files)).toEqual([])
})

it('[CHK-2] no suffix reaches the foundation of another', () => {
  const files = {
    'foundations/ledger/ledger.ts': 'export const ledger = 1\n',
    'foundations/warehouse/warehouse.ts': 'export const warehouse = 1\n',
    'foundations/ui/figure.tsx': 'export const figure = 1\n',
    'rooms/design/a.ts': "import '../../foundations/ledger/ledger.ts'\n",
    'rooms/design/b.ledger.ts': "import '../../foundations/warehouse/warehouse.ts'\n",
    'rooms/design/c.facts.ts': "import '../../foundations/ledger/ledger.ts'\n",
    'rooms/design/d.routes.ts': "import '../../foundations/ledger/ledger.ts'\n",
    'rooms/design/e.page.tsx': "import './b.ledger.ts'\n",
    'rooms/design/room.ts': "import '../../foundations/ui/figure.tsx'\nimport './e.page.tsx'\n",
  }
  expect(faults(files)).toEqual([
    'rooms/design/a.ts:1 imports/table',
    'rooms/design/b.ledger.ts:1 imports/table',
    'rooms/design/c.facts.ts:1 imports/table',
    'rooms/design/d.routes.ts:1 imports/table',
    'rooms/design/e.page.tsx:1 imports/table',
    'rooms/design/room.ts:1 imports/table',
    'rooms/design/room.ts:2 imports/table',
  ])
})

it('[CHK-3] a foundation that reads a room, a door, or the inside of another foundation is found', () => {
  const files = {
    ...contracts,
    'doors/server/wiring.ts': 'export const wiring = 1\n',
    'foundations/access/caller.ts': 'export const caller = 1\n',
    'foundations/http/a.ts': "import '../../rooms/strategy/contract.ts'\n",
    'foundations/http/b.ts': "import '../../doors/server/wiring.ts'\n",
    'foundations/http/c.ts': "import '../access/caller.ts'\n",
    'foundations/statistics/d.ts': "import '../access/caller.ts'\n",
  }
  expect(faults(files)).toEqual([
    'foundations/http/a.ts:1 imports/table',
    'foundations/http/b.ts:1 imports/table',
    'foundations/http/c.ts:1 imports/table',
    'foundations/statistics/d.ts:1 imports/table',
  ])
})

it('[CHK-3] access and jobs rest on the ledger, all on statistics, and contracts are common ground', () => {
  const files = {
    'foundations/ledger/ledger.ts': 'export const ledger = 1\n',
    'foundations/statistics/mean.ts': 'export const mean = 1\n',
    'foundations/access/caller.contract.ts': 'export const caller = 1\n',
    'foundations/access/a.ts': "import '../ledger/ledger.ts'\nimport '../statistics/mean.ts'\n",
    'foundations/jobs/b.ts': "import '../ledger/ledger.ts'\n",
    'foundations/http/c.ts': "import '../access/caller.contract.ts'\n",
    'rooms/design/d.ts': "import '../../foundations/access/caller.contract.ts'\n",
    'rooms/design/e.facts.ts': "import type { C } from '../../foundations/access/caller.contract.ts'\n",
  }
  expect(faults(files)).toEqual([])
  const bad = {
    ...files,
    'rooms/design/e.facts.ts': "import '../../foundations/access/caller.contract.ts'\n",
  }
  expect(faults(bad)).toEqual(['rooms/design/e.facts.ts:1 imports/table'])
})

it('[CHK-4] a contract that reads code, a value of statistics, Node or another package is found', () => {
  const files = {
    'foundations/statistics/estimate.ts': 'export type Estimate = 1\nexport const none = 1\n',
    'rooms/strategy/pillar.ts': 'export const p = 1\n',
    'rooms/strategy/contract.ts': `import { p } from './pillar.ts'
import { none } from '../../foundations/statistics/estimate.ts'
import type { Estimate } from '../../foundations/statistics/estimate.ts'
import 'node:fs'
import 'yaml'
import 'zod'
export const all: [Estimate, number, number] = [1, p, none]
`,
  }
  expect(faults(files)).toEqual([
    'rooms/strategy/contract.ts:1 imports/table',
    'rooms/strategy/contract.ts:2 imports/table',
    'rooms/strategy/contract.ts:4 imports/package',
    'rooms/strategy/contract.ts:5 imports/package',
  ])
})

it('[CHK-5] packages are held by their foundation, their door or their suffix', () => {
  const good = {
    'foundations/warehouse/engine.ts': "import 'chdb'\n",
    'foundations/ledger/engine.ts': "import 'pg'\n",
    'foundations/statistics/fit.ts': "import 'ml-matrix'\n",
    'rooms/design/thing.ledger.ts': "import 'drizzle-orm/pg-core'\n",
    'rooms/design/thing.page.tsx': "import '@mantine/core'\n",
    'doors/web/main.tsx': "import 'react-dom/client'\n",
  }
  expect(faults(good)).toEqual([])
  const bad = {
    'foundations/ledger/engine.ts': "import 'chdb'\n",
    'rooms/design/thing.ts': "import 'react'\nimport 'node:fs'\n",
    'rooms/design/thing.facts.ts': "import '@clickhouse/client'\n",
    'doors/server/start.ts': "import 'pg'\n",
    'doors/cli/import.ts': "import 'left-pad'\n",
  }
  expect(faults(bad)).toEqual([
    'doors/cli/import.ts:1 imports/package',
    'doors/server/start.ts:1 imports/package',
    'foundations/ledger/engine.ts:1 imports/package',
    'rooms/design/thing.facts.ts:1 imports/package',
    'rooms/design/thing.ts:1 imports/package',
    'rooms/design/thing.ts:2 imports/package',
  ])
})

it('[CHK-6] a circle of three files is found once, and a straight line is none', () => {
  const files = {
    'doors/cli/a.ts': "import './b.ts'\n",
    'doors/cli/b.ts': "import './c.ts'\n",
    'doors/cli/c.ts': "import './a.ts'\n",
    'doors/cli/d.ts': "import './a.ts'\n",
  }
  expect(faults(files)).toEqual(['doors/cli/a.ts: imports/circle'])
})

it('[CHK-7] no form of import escapes', () => {
  const target = "'../../doors/server/wiring.ts'"
  const files = {
    'doors/server/wiring.ts': 'export const wiring = 1\nexport type Wiring = 1\n',
    'foundations/http/a.ts': `export { wiring } from ${target}
export * from ${target}
export const late = () => import(${target})
export type W = import(${target}).Wiring
export const old = require(${target})
import type { Wiring } from ${target}
export const w: Wiring = 1
`,
  }
  const lines = [1, 2, 3, 4, 5, 6].map((line) => `foundations/http/a.ts:${line} imports/table`)
  expect(faults(files)).toEqual(lines)
})

it('[CHK-8] a server that rests on a development dependency is found, a screen and a test are not', () => {
  const files = {
    'package.json': '{ "dependencies": { "pg": "1" }, "devDependencies": { "fastify": "1", "react": "1" } }',
    'foundations/http/server.ts': "import 'fastify'\n",
    'foundations/http/server.test.ts': "import 'fastify'\n",
    'foundations/ui/figure.tsx': "import 'react'\n",
  }
  expect(faults(files)).toEqual(['foundations/http/server.ts:1 imports/production'])
})

it('[CHK-9] an unknown room, an unknown suffix and a missing file are found', () => {
  const files = {
    'rooms/kitchen/stove.ts': 'export const stove = 1\n',
    'rooms/design/thing.service.ts': 'export const thing = 1\n',
    'rooms/design/cell.tsx': 'export const cell = 1\n',
    'rooms/design/thing.ts': "import './nowhere.ts'\n",
  }
  expect(faults(files)).toEqual([
    'rooms/design/cell.tsx: imports/place',
    'rooms/design/thing.service.ts: imports/place',
    'rooms/kitchen/stove.ts: imports/place',
    'rooms/design/thing.ts:1 imports/missing',
  ])
})
