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
import {
  type ParetoParameters,
  paretoAlive,
  paretoExpected,
  paretoLogLikelihood,
} from '../../repurchase/pareto-nbd.ts'
import type { PurchaseHistory } from '../../repurchase/purchase-history.ts'
import type { Table } from '../csv-table.ts'
import { type KeyAnswers, keysLike, withKeys } from '../mismatches.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, matrixIn, numberIn, objectIn } from './numbers-in.ts'

const NO_LIMITS = { smallestN: 0, fewestRepeaters: 0 }

const kindIn = (title: string): BetaGeometricKind => (/\bM(BG|odified)/i.test(title) ? 'mbg' : 'bg')

function historiesOf(data: Table): PurchaseHistory[] {
  const [repeats, recency, observed] = ['frequency', 'recency', 'T'].map((name) => data.numbers(name))
  return Array.from(repeats!, (x, i) => ({ repeats: x, recency: recency![i]!, observed: observed![i]! }))
}

/** What a fitted model says of one customer. */
interface CustomerFigures {
  readonly alive: (history: PurchaseHistory) => number
  readonly expected: (history: PurchaseHistory, weeks: number) => number
}

/** Answers such as "p_alive_ID1", "p_alive_x0_T38.86", "expected_39w_ID1", "sum_exp_26w", "sum_p_alive". */
function figuresByName(data: Table, { alive, expected }: CustomerFigures): KeyAnswers[] {
  const histories = historiesOf(data)
  const ids = data.text(data.columns[0]!)
  const customer = (id: string) => {
    const place = ids.indexOf(id)
    if (place < 0) throw new RangeError(`there is no customer ${id}`)
    return histories[place]!
  }
  const total = (figure: (history: PurchaseHistory) => number) =>
    histories.reduce((sum, history) => sum + figure(history), 0)
  return [
    keysLike(/^p_alive_ID(.+)$/, (id) => alive(customer(id!))),
    keysLike(/^p_alive_x0_T([\d.]+)$/, (observed) =>
      alive({ repeats: 0, recency: 0, observed: Number(observed) }),
    ),
    keysLike(/^(?:expected|exp)_([\d.]+)w_ID(.+)$/, (weeks, id) => expected(customer(id!), Number(weeks))),
    keysLike(/^sum_exp(?:ected)?_([\d.]+)w$/, (weeks) =>
      total((history) => expected(history, Number(weeks))),
    ),
    keysLike(/^sum_p_alive$/, () => total(alive)),
  ]
}

const inOrder = ({ r, alpha, a, b }: BetaGeometricParameters) => [r, alpha, a, b]

function fittedBetaGeometric(data: Table, kind: BetaGeometricKind) {
  const { parameters, logLikelihood } = succeed(fitBetaGeometric(historiesOf(data), kind, NO_LIMITS))
  const customerOf = (history: PurchaseHistory): BetaGeometricCustomer => ({ history, parameters, kind })
  const known = {
    ...parameters,
    logLik: logLikelihood,
    [kind]: inOrder(parameters),
    [`${kind}_logLik`]: logLikelihood,
  }
  const figures: CustomerFigures = {
    alive: (history) => betaGeometricAlive(customerOf(history)),
    expected: (history, weeks) => betaGeometricExpected(customerOf(history), weeks),
  }
  return withKeys(known, ...figuresByName(data, figures))
}

function fittedPareto(data: Table) {
  const { parameters, logLikelihood } = succeed(fitPareto(historiesOf(data), NO_LIMITS))
  const { r, alpha, s, beta } = parameters
  const known = { ...parameters, logLik: logLikelihood, pareto: [r, alpha, s, beta] }
  const figures: CustomerFigures = {
    alive: (history) => paretoAlive(parameters, history),
    expected: (history, weeks) => paretoExpected(parameters, history, weeks),
  }
  return withKeys({ ...known, pareto_logLik: logLikelihood }, ...figuresByName(data, figures))
}

function fittedSpend(data: Table) {
  const values = data.numbers('monetary_value')
  const spends = Array.from(data.numbers('frequency'), (repeats, i) => ({ repeats, meanValue: values[i]! }))
  const { parameters, customers, logLikelihood } = succeed(
    fitGammaGamma(
      spends.filter(({ repeats }) => repeats > 0),
      { fewest: 4 },
    ),
  )
  return withKeys(
    { ...parameters, n: customers, logLik: logLikelihood },
    keysLike(/^E_M_x(\d+)_([\d.]+)$/, (repeats, value) =>
      expectedSpend(parameters, { repeats: Number(repeats), meanValue: Number(value) }),
    ),
  )
}

/** Figures of one customer, at any horizon under names such as "exp_39w" and "p_return_26w". */
function figuresOf(history: PurchaseHistory, given: CaseInput, kind: BetaGeometricKind): KeyAnswers {
  const seen = { x: history.repeats, tx: history.recency, T: history.observed }
  const parameter = (name: string) => numberIn(given, name)
  const shared = { r: parameter('r'), alpha: parameter('alpha') }
  if (has(given, 's', 'beta')) {
    const parameters: ParetoParameters = { ...shared, s: parameter('s'), beta: parameter('beta') }
    return withKeys(
      {
        ...seen,
        loglik: paretoLogLikelihood(parameters, history),
        p_alive: paretoAlive(parameters, history),
      },
      keysLike(/^exp_([\d.]+)w$/, (weeks) => paretoExpected(parameters, history, Number(weeks))),
    )
  }
  const customer = { history, parameters: { ...shared, a: parameter('a'), b: parameter('b') }, kind }
  return withKeys(
    { ...seen, loglik: betaGeometricLogLikelihood(customer), p_alive: betaGeometricAlive(customer) },
    keysLike(/^exp_([\d.]+)w$/, (weeks) => betaGeometricExpected(customer, Number(weeks))),
    keysLike(/^p_return_([\d.]+)w$/, (weeks) => unaidedReturn(customer, Number(weeks))),
  )
}

function pointwise(input: CaseInput, title: string) {
  return matrixIn(input, 'customers').map(([repeats = 0, recency = 0, observed = 0]) =>
    figuresOf({ repeats, recency, observed }, objectIn(input, 'params'), kindIn(title)),
  )
}

function spendOf(input: CaseInput) {
  const parameters = { p: numberIn(input, 'p'), q: numberIn(input, 'q'), v: numberIn(input, 'v') }
  return matrixIn(input, 'cases').map(([repeats = 0, meanValue = 0]) =>
    expectedSpend(parameters, { repeats, meanValue }),
  )
}

/** Repurchase without a contract: fits, single customers, and spend. The title names the model. */
export const btyd: Adapter = (input, { table, title }) => {
  if (has(input, 'params', 'customers')) return pointwise(input, title)
  if (has(input, 'p', 'q', 'v')) return spendOf(input)
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  const isSpend = /gamma.?gamma|spend/i.test(title) || !/NBD/.test(title)
  if (isSpend && data.columns.includes('monetary_value')) return fittedSpend(data)
  return /Pareto/i.test(title) ? fittedPareto(data) : fittedBetaGeometric(data, kindIn(title))
}
