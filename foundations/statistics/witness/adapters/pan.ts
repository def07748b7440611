import { betweenUnits, fixedEffects } from '../../panel/fixed-effects.ts'
import { panelChain } from '../../panel/panel-chain.ts'
import { freedSlope, panelLink } from '../../panel/panel-link.ts'
import type { PanelMatrix } from '../../panel/panel-matrix.ts'
import { interceptOf } from '../../regression/design-matrix.ts'
import { leastSquares } from '../../regression/least-squares.ts'
import type { Adapter, CaseInput, Json } from '../oracle-case.ts'
import { columnOf, parseFormula, succeed } from './formula.ts'
import { has, textIn } from './numbers-in.ts'

/** "csat_it" names the column csat; "unit FE" is no column. */
const columnName = (term: string) => term.replace(/_i(?:,?)t$/, '')

/** Unit after unit, null where there is no figure. */
function matrixIn(input: CaseInput, values: string, variances?: string): PanelMatrix {
  const numbers = (name: string) =>
    (input[name] as readonly Json[]).map((value) => (value === null ? Number.NaN : Number(value)))
  return {
    units: Number(input.units),
    periods: Number(input.periods),
    values: numbers(values),
    variances: variances && numbers(variances),
  } as PanelMatrix
}

const draws = { draws: 50, seed: 1 }

function linkCase(input: CaseInput): unknown {
  const [x, m, y] = [matrixIn(input, 'x', 'variances'), matrixIn(input, 'mediator'), matrixIn(input, 'y')]
  const link = succeed(panelLink({ x: { matrix: x, lag: Number(input.lag) }, y: m }))
  const held = panelLink({ x: { matrix: m, lag: 1 }, y, controls: [{ matrix: y, lag: 1 }] })
  return { link: { ...link, freed: freedSlope(link, draws).value }, held: succeed(held) }
}

function chainCase(input: CaseInput): unknown {
  const lags = input.lags as unknown as readonly [number, number]
  const mediator = matrixIn(input, 'mediator', 'mediatorVariances')
  const data = { x: matrixIn(input, 'x', 'variances'), mediator, y: matrixIn(input, 'y'), lags }
  const { n, units, ...paths } = succeed(panelChain(data, draws))
  const values = Object.entries(paths).map(([name, estimate]) => [name, estimate.value])
  return { n, units, ...Object.fromEntries(values) }
}

/** Panel regression; the first column is the unit, and the second the period when period effects are asked for. */
export const pan: Adapter = (input, { table, title }) => {
  if (has(input, 'mediator', 'lag')) return linkCase(input)
  if (has(input, 'mediator', 'lags')) return chainCase(input)
  if (!has(input, 'data', 'model')) return undefined
  const { response, terms } = parseFormula(textIn(input, 'model'))
  const whole = table(input.data)
  const names = terms.filter((term) => !/\bFE$/.test(term)).map(columnName)
  const data = whole.complete([columnName(response), ...names])
  const predictors = terms
    .filter((term) => !/\bFE$/.test(term))
    .map((term) => ({ name: columnName(term), values: columnOf(columnName(term), data) }))
  const isTwoWay = /(period|time|year|wave|month|week) FE|two-?way/i.test(
    `${textIn(input, 'model')} ${title}`,
  )
  const y = columnOf(columnName(response), data)
  const units = data.text(data.columns[0]!)
  const panel = { y, predictors, units, periods: isTwoWay ? data.text(data.columns[1]!) : undefined }
  const { coefficients } = succeed(fixedEffects(panel))
  const named = (figure: (i: number) => number) =>
    Object.fromEntries(coefficients.map(({ name }, i) => [name, figure(i)]))
  return {
    pooled_ols: succeed(leastSquares(y, [interceptOf(y.length), ...predictors])).coefficients[1],
    between: succeed(betweenUnits(panel)).coefficients[1],
    within_twoway: coefficients[0]!.value,
    se_arellano_HC0: coefficients[0]!.arellanoError,
    se_CR1_lsdv: coefficients[0]!.standardError,
    coef: named((i) => coefficients[i]!.value),
    se: named((i) => coefficients[i]!.classicalError),
  }
}
