import { expect, it } from 'vitest'
import { driversSaid } from './drivers-said.ts'

const estimate = (value: number, low: number, high: number) => ({
  ...{ value, low, high, n: 400, level: 0.95, method: 'bootstrap-percentile' },
})

function driver(name: string, { p, ranks }: { p: number; ranks: { best: number; worst: number } }) {
  return {
    ...{ kind: 'csat', touchpoint: name, name, isLived: false, p, ranks, correlation: 0.1, inflation: 1 },
    ...{ share: estimate(0.01, 0.004, 0.02), effect: estimate(0.02, 0.01, 0.03), figureEffect: null },
    ...{ performance: estimate(3, 2.9, 3.1), quadrant: 'protect', signConflict: false },
  }
}

function said(drivers: readonly object[]): string {
  const result = {
    ...{
      measure: { key: 'nps', name: 'NPS', unit: 'points' },
      outcome: null,
      why: null,
      n: 400,
      complete: 400,
    },
    ...{ fewest: 400, drawn: 1, cases: 'available', r2: estimate(0.02, 0.01, 0.03), drivers },
  }
  return driversSaid(result as never).headline.en
}

it('[MEA-130] the first is said to weigh most where resamples leave it first, to stand beside another where two are told, and alone where others may weigh as much', () => {
  const [sure, first] = [
    { best: 1, worst: 1 },
    { best: 1, worst: 4 },
  ]
  const idle = driver('till', { p: 0.4, ranks: first })
  expect(said([driver('advice', { p: 0.001, ranks: sure }), idle])).toMatch(/^advice weighs most on NPS/)
  expect(
    said([driver('advice', { p: 0.001, ranks: first }), driver('club', { p: 0.01, ranks: first })]),
  ).toMatch(/^advice and club weigh most on NPS; which/)
  expect(said([driver('advice', { p: 0.001, ranks: first }), idle])).toBe(
    'advice alone is told to weigh on NPS: it goes with 0.4 to 2.0% of what sets answers apart; others may weigh as much.',
  )
  expect(said([idle])).toMatch(/^Nothing that was asked beside it goes with NPS/)
})
