import { cusumChart, ewmaChart, individualsChart, shareChart } from '../../change/control-charts.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, numbersIn } from './numbers-in.ts'

/** Positions counted from 1. */
const fromOne = (positions: readonly number[]) => positions.map((position) => position + 1)
const firstFromOne = (position: number | null) => (position === null ? null : position + 1)

const processIn = (input: CaseInput) => ({ target: numberIn(input, 'mu0'), sigma: numberIn(input, 'sigma') })

function cusum(input: CaseInput) {
  const options = { ...processIn(input), k: numberIn(input, 'k'), h: numberIn(input, 'h') }
  const chart = cusumChart(numbersIn(input, 'x'), options)
  return { cplus: chart.up, cminus: chart.down, first_signal: firstFromOne(chart.firstSignal) }
}

function ewma(input: CaseInput) {
  const options = { ...processIn(input), lambda: numberIn(input, 'lambda'), width: numberIn(input, 'L') }
  const chart = ewmaChart(numbersIn(input, 'x'), options)
  return {
    z: chart.averages,
    ucl: chart.upper,
    lcl: chart.lower,
    first_signal: firstFromOne(chart.firstSignal),
  }
}

function shares(input: CaseInput) {
  const sizes = numbersIn(input, 'n')
  const chart = succeed(
    shareChart(
      numbersIn(input, 'x').map((x, i) => ({ x, n: sizes[i]! })),
      { fewestPoints: 2 },
    ),
  )
  return {
    pbar: chart.centre,
    sigma_z: chart.sigmaZ,
    ucl_p: chart.plainUpper,
    lcl_p: chart.plainLower,
    ucl_pprime: chart.upper,
    lcl_pprime: chart.lower,
    signals_p: fromOne(chart.plainSignals),
    signals_pprime: fromOne(chart.signals),
  }
}

function individuals(input: CaseInput) {
  const chart = succeed(individualsChart(numbersIn(input, 'x'), { fewestPoints: 2 }))
  return {
    mean: chart.mean,
    mr_bar: chart.meanMovingRange,
    unpl: chart.upper,
    lnpl: chart.lower,
    url: chart.movingRangeUpper,
    beyond: fromOne(chart.beyond),
    mr_beyond: fromOne(chart.rangeBeyond),
    first_run_of_8: firstFromOne(chart.runs[0] ?? null),
  }
}

/** Control charts: which one, the parameters say. */
export const spc: Adapter = (input) => {
  if (has(input, 'x', 'mu0', 'k', 'h')) return cusum(input)
  if (has(input, 'x', 'mu0', 'lambda', 'L')) return ewma(input)
  if (has(input, 'x', 'n')) return shares(input)
  return has(input, 'x') ? individuals(input) : undefined
}
