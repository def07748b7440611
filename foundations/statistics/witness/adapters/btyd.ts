import {
  type BetaGeometricCustomer,
  type BetaGeometricKind,
  type BetaGeometricParameters,
  betaGeometricAlive,
  betaGeometricExpected,
  betaGeometricLogLikelihood,
  unaidedReturn,
} from '../../repurchase/beta-geometric.ts'
import { fitBetaGeometric, fitPareto } from '../../repurchase/fit-repurchase.ts'
import { expectedSpend, fitGammaGamma } from '../../repurchase/gamma-gamma.ts'
import { paretoAlive, paretoLogLikelihood } from '../../repurchase/pareto-nbd.ts'
import type { PurchaseHistory } from '../../repurchase/purchase-history.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter, CaseInput, Json } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, objectIn } from './numbers-in.ts'

const HORIZONS_WEEKS = [4, 8, 12, 13, 20, 26, 30, 39, 52, 104]
const NO_LIMITS = { smallestN: 0, fewestRepeaters: 0 }

const kindIn = (title: string): BetaGeometricKind => (/\bMBG/.test(title) ? 'mbg' : 'bg')

function historiesOf(data: Table): PurchaseHistory[] {
  const [repeats, recency, observed] = ['frequency', 'recency', 'T'].map((name) => data.numbers(name))
  return Array.from(repeats!, (x, i) => ({ repeats: x, recency: recency![i]!, observed: observed![i]! }))
}

/** Figures of every customer under names such as "p_alive_ID1" and "p_alive_x0_T38.86". */
function aliveByName(
  ids: readonly string[],
  histories: readonly PurchaseHistory[],
  alive: (history: PurchaseHistory) => number,
) {
  return histories.flatMap((history, i) => {
    const named = [[`p_alive_ID${ids[i]}`, alive(history)]]
    return history.repeats === 0 ? [...named, [`p_alive_x0_T${history.observed}`, alive(history)]] : named
  })
}

function fittedBetaGeometric(data: Table, kind: BetaGeometricKind) {
  const histories = historiesOf(data)
  const ids = data.text(data.columns[0]!)
  const { parameters, logLikelihood } = succeed(fitBetaGeometric(histories, kind, NO_LIMITS))
  const customerOf = (history: PurchaseHistory): BetaGeometricCustomer => ({ history, parameters, kind })
  const alive = (history: PurchaseHistory) => betaGeometricAlive(customerOf(history))
  const forecasts = HORIZONS_WEEKS.flatMap((weeks) => {
    const expected = histories.map((history) => betaGeometricExpected(customerOf(history), weeks))
    const total = expected.reduce((sum, value) => sum + value, 0)
    return [
      [`sum_exp_${weeks}w`, total],
      ...expected.map((value, i) => [`expected_${weeks}w_ID${ids[i]}`, value]),
    ]
  })
  const inOrder = ({ r, alpha, a, b }: BetaGeometricParameters) => [r, alpha, a, b]
  return {
    ...parameters,
    logLik: logLikelihood,
    [kind]: inOrder(parameters),
    [`${kind}_logLik`]: logLikelihood,
    sum_p_alive: histories.reduce((sum, history) => sum + alive(history), 0),
    ...Object.fromEntries(forecasts),
    ...Object.fromEntries(aliveByName(ids, histories, alive)),
  }
}

function fittedPareto(data: Table) {
  const histories = historiesOf(data)
  const { parameters, logLikelihood } = succeed(fitPareto(histories, NO_LIMITS))
  const alive = (history: PurchaseHistory) => paretoAlive(parameters, history)
  return {
    ...parameters,
    logLik: logLikelihood,
    ...Object.fromEntries(aliveByName(data.text(data.columns[0]!), histories, alive)),
  }
}

function fittedSpend(data: Table) {
  const values = data.numbers('monetary_value')
  const spends = Array.from(data.numbers('frequency'), (repeats, i) => ({ repeats, meanValue: values[i]! }))
  const { parameters, customers, logLikelihood } = succeed(
    fitGammaGamma(spends.filter(({ repeats }) => repeats > 0)),
  )
  const expected = spends.map((spend) => [
    `E_M_x${spend.repeats}_${spend.meanValue}`,
    expectedSpend(parameters, spend),
  ])
  return { ...parameters, n: customers, logLik: logLikelihood, ...Object.fromEntries(expected) }
}

const triplesIn = (list: Json | undefined) =>
  Array.isArray(list) ? (list as readonly (readonly number[])[]) : []

/** Figures at every horizon, under names such as "exp_39w" and "p_return_26w". */
function ahead(customer: BetaGeometricCustomer) {
  return HORIZONS_WEEKS.flatMap((weeks) => [
    [`exp_${weeks}w`, betaGeometricExpected(customer, weeks)],
    [`p_return_${weeks}w`, unaidedReturn(customer, weeks)],
  ])
}

function pointwise(input: CaseInput, title: string) {
  const given = objectIn(input, 'params')
  const kind = kindIn(title)
  return triplesIn(input.customers).map(([repeats = 0, recency = 0, observed = 0]) => {
    const history = { repeats, recency, observed }
    const seen = { x: repeats, tx: recency, T: observed }
    const parameter = (name: string) => numberIn(given, name)
    const shared = { r: numberIn(given, 'r'), alpha: numberIn(given, 'alpha') }
    if (has(given, 's', 'beta')) {
      const parameters = { ...shared, s: parameter('s'), beta: parameter('beta') }
      return {
        ...seen,
        loglik: paretoLogLikelihood(parameters, history),
        p_alive: paretoAlive(parameters, history),
      }
    }
    const customer = { history, parameters: { ...shared, a: parameter('a'), b: parameter('b') }, kind }
    return {
      ...seen,
      loglik: betaGeometricLogLikelihood(customer),
      p_alive: betaGeometricAlive(customer),
      ...Object.fromEntries(ahead(customer)),
    }
  })
}

function spendOf(input: CaseInput) {
  const parameters = { p: numberIn(input, 'p'), q: numberIn(input, 'q'), v: numberIn(input, 'v') }
  return triplesIn(input.cases).map(([repeats = 0, meanValue = 0]) =>
    expectedSpend(parameters, { repeats, meanValue }),
  )
}

/** Repurchase without a contract: fits, single customers, and spend. The title names the model. */
export const btyd: Adapter = (input, { table, title }) => {
  if (has(input, 'params', 'customers')) return pointwise(input, title)
  if (has(input, 'p', 'q', 'v')) return spendOf(input)
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  if (data.columns.includes('monetary_value')) return fittedSpend(data)
  return /Pareto/.test(title) ? fittedPareto(data) : fittedBetaGeometric(data, kindIn(title))
}
