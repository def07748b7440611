import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { shelfMaker } from './disk-shelf.job.ts'
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

it('[UND-54] digests on disk are told apart as those in memory are, also where they stand at the end of a shelf', () => {
  const { visit } = seenDigests(shelfMaker(2 ** 18))
  const rows = 400_000
  const digestOfRow = (row: number) => hash('sha256', `${row}`, 'buffer')
  const last = (row: number) => {
    const digest = digestOfRow(row)
    digest.writeUInt32LE(0xffffffff, 0)
    return digest
  }
  let known = 0
  for (let row = 0; row < rows; row++) known += visit(digestOfRow(row), () => 1 + (row % 255))!
  for (let row = 0; row < 200; row++) known += visit(last(row), () => 9)!
  expect(known).toBe(0)
  for (let row = 0; row < rows; row += 97) expect(visit(digestOfRow(row), () => 3)).toBe(1 + (row % 255))
  for (let row = 0; row < rows; row += 97) expect(visit(digestOfRow(row), (byte) => byte)).toBe(3)
  for (let row = 0; row < 200; row++) expect(visit(last(row), (byte) => byte)).toBe(9)
})

it('[UND-54] equal rows are counted beyond what a byte holds', () => {
  const { idOf } = rowIds()
  const ids = Array.from({ length: 1000 }, () => idOf(['4', 'the same']))
  expect([new Set(ids).size, ids[999]!.split(':')[1]]).toEqual([1000, '1000'])
})
