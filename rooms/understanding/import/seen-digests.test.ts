import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { rowIds } from './row-ids.ts'
import { seenDigests } from './seen-digests.ts'

it('[UND-54] as many digests as a file has rows are told apart, in six bytes for each place', () => {
  const { visit } = seenDigests()
  const before = process.memoryUsage().arrayBuffers
  const rows = 1_000_000
  let known = 0
  for (let row = 0; row < rows; row++) known += visit(hash('sha256', `${row}`, 'buffer'), () => 7)!
  expect(known).toBe(0)
  for (let row = 0; row < rows; row += 1000)
    expect(visit(hash('sha256', `${row}`, 'buffer'), (byte) => byte)).toBe(7)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 ** 2)
})

it('[UND-54] equal rows are counted beyond what a byte holds', () => {
  const { idOf } = rowIds()
  const ids = Array.from({ length: 1000 }, () => idOf(['4', 'the same']))
  expect([new Set(ids).size, ids[999]!.split(':')[1]]).toEqual([1000, '1000'])
})
