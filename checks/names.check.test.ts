import { expect, it } from 'vitest'
import { checkNames } from './names.check.ts'
import { treeOf } from './test-tree.ts'

function faults(files: Readonly<Record<string, string>>): string[] {
  return checkNames(treeOf(files)).map(({ file, rule }) => `${file} ${rule}`)
}

it('[CHK-13] telling names in kebab-case stand', () => {
  const files = {
    'foundations/statistics/wilson-interval.ts': 'export const wilsonInterval = 1\n',
    'foundations/statistics/net-promoter-score.ts': 'export const npsOfBins = 1\n',
    'rooms/design/touchpoint.ledger.ts': 'export const touchpointRecords = 1\n',
    'rooms/design/contract.ts': 'export const designContract = 1\n',
    'vitest.config.ts': 'export default {}\n',
  }
  expect(faults(files)).toEqual([])
})

it('[CHK-13] capitals, empty words, default exports and names that find nothing are found', () => {
  const files = {
    'rooms/design/touchPoint.ts': 'export const touchPoint = 1\n',
    'rooms/design/date-utils.ts': 'export const dateOf = 1\n',
    'rooms/design/types.ts': 'export type Types = 1\n',
    'doors/cli/main.ts': 'export default 1\n',
    'foundations/http/safety.ts': 'export const refuseForeignOrigin = 1\n',
  }
  expect(faults(files)).toEqual([
    'doors/cli/main.ts names/default',
    'foundations/http/safety.ts names/export',
    'rooms/design/date-utils.ts names/empty',
    'rooms/design/touchPoint.ts names/case',
    'rooms/design/types.ts names/empty',
  ])
})

it('[CHK-13] a file that only hands on what others export needs no export of its own name', () => {
  const files = { 'foundations/statistics/statistics.ts': "export * from './estimate.ts'\n" }
  expect(faults(files)).toEqual([])
})
