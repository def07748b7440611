import { expect, it } from 'vitest'
import { branchOf, groupingsOf, segmentOf } from './figure-question.ts'

it('[MEA-81] figures are grouped by at most two different groupings', () => {
  expect(groupingsOf(undefined)).toEqual([])
  expect(groupingsOf('')).toEqual([])
  expect(groupingsOf('touchpoint, segment:trip')).toEqual(['touchpoint', 'segment:trip'])
  expect(groupingsOf('year,quarter')).toEqual(['year', 'quarter'])
  for (const nonsense of ['week', 'unit,unit', 'unit,month,channel', 'segment:', 'Unit', 'segment:a b']) {
    expect(groupingsOf(nonsense)).toBeNull()
  }
})

it('[MEA-82] a segment is a name and a value with a colon between; the value may hold more colons', () => {
  expect(segmentOf('trip:business')).toEqual({ name: 'trip', value: 'business' })
  expect(segmentOf('hour:08:30')).toEqual({ name: 'hour', value: '08:30' })
  for (const nonsense of ['', 'trip', ':business', 'trip:']) expect(segmentOf(nonsense)).toBeNull()
})

it('[MEA-21] a unit stands for itself and all that belong to it, at any depth', () => {
  const units = [
    { key: 'west', name: 'West' },
    { key: 'bay', name: 'Bay', parent: 'west' },
    { key: 'sfo', name: 'SFO', parent: 'bay' },
    { key: 'oak', name: 'OAK', parent: 'bay' },
    { key: 'east', name: 'East' },
  ]
  expect(branchOf(units, 'west')).toEqual(['west', 'bay', 'sfo', 'oak'])
  expect(branchOf(units, 'oak')).toEqual(['oak'])
  expect(branchOf(units, 'nowhere')).toEqual(['nowhere'])
})
