import { covarianceMatrix } from '../../association/correlation-matrix.ts'
import { confirmatoryFactorAnalysis } from '../../scales/confirmatory-factor-analysis.ts'
import { omegaOfLoadings, reliability, standardisedAlpha } from '../../scales/reliability.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { byName, succeed } from './formula.ts'
import { has, numberIn, numbersIn, textIn, wordsIn } from './numbers-in.ts'

/** The items by name, the columns between brackets, or all columns. */
function itemsIn(input: CaseInput, { columns }: Table): readonly string[] {
  if (has(input, 'items')) return wordsIn(input, 'items')
  const said = textIn(input, 'data').match(/\(columns? ([^)]*)\)/)?.[1]
  return said ? said.split(/\s*(?:,| and )\s*/) : columns
}

function ofItems(input: CaseInput, whole: Table) {
  const names = itemsIn(input, whole)
  const data = whole.complete(names)
  const items = names.map((name) => data.numbers(name))
  const result = succeed(reliability(items))
  const sds = covarianceMatrix(items).diagonal().map(Math.sqrt)
  const standardised = items.map((item, i) => item.map((value) => value / sds[i]!))
  const { standardisedLoadings } = succeed(
    confirmatoryFactorAnalysis(
      standardised,
      items.map(() => 0),
    ),
  )
  const { omega, averageVarianceExtracted } = succeed(omegaOfLoadings(standardisedLoadings))
  return {
    n: result.n,
    k: result.items,
    alpha_raw: result.alpha,
    alpha_std: result.standardisedAlpha,
    mean_r: result.meanCorrelation,
    item_total_corrected: byName(names, result.correctedItemTotal),
    alpha_if_dropped: byName(names, result.alphaIfDropped.map(Number)),
    ml1_loadings: byName(names, standardisedLoadings),
    omega_total_std: omega,
    AVE: averageVarianceExtracted,
  }
}

function ofSummaries(input: CaseInput) {
  const { omega, averageVarianceExtracted } = succeed(omegaOfLoadings(numbersIn(input, 'loadings')))
  return {
    alpha_std: standardisedAlpha(numberIn(input, 'k'), numberIn(input, 'mean_r')),
    omega,
    AVE: averageVarianceExtracted,
  }
}

/** Reliability of items, or from k, mean correlation and loadings. */
export const rel: Adapter = (input, { table }) => {
  if (has(input, 'k', 'mean_r', 'loadings')) return ofSummaries(input)
  return has(input, 'data') ? ofItems(input, table(input.data)) : undefined
}
