import { expect, it } from 'vitest'
import type { Touchpoint } from '../../design/contract.ts'
import { touchpointsOfTeam } from './promises-of-team.ts'

const place = (key: string, owner?: string) => ({ key, name: key, owner }) as Touchpoint
const touchpoints = [place('till', 'shops'), place('call', 'help'), place('oven', 'shops'), place('van')]

it('[GOV-17] a team sees what it answers for, and everybody all', () => {
  const keys = (team?: string) => touchpointsOfTeam(touchpoints, team).map(({ key }) => key)
  expect(keys('shops')).toEqual(['till', 'oven'])
  expect(keys('gone')).toEqual([])
  expect(keys()).toEqual(['till', 'call', 'oven', 'van'])
})
