import type { FactorAnalysis } from '../../scales/confirmatory-factor-analysis.ts'
import { confirmatoryFactorAnalysis } from '../../scales/confirmatory-factor-analysis.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, textIn } from './numbers-in.ts'

/** Fit of a factor model under lavaan's names. */
export function lavaanFit({ fit }: FactorAnalysis) {
  return {
    chisq: fit.chiSquared,
    df: fit.degreesOfFreedom,
    pvalue: fit.p,
    cfi: fit.cfi,
    tli: fit.tli,
    rmsea: fit.rmsea,
    srmr: fit.srmr,
    logl: fit.logLikelihood,
  }
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six']

/** Items of each factor in lavaan's notation: "f1 =~ x1 + x2; f2 =~ x3 + x4". */
function factorsInModel(model: string): string[][] {
  return model
    .split(/[;\n]/)
    .filter((line) => line.includes('=~'))
    .map((line) =>
      line
        .split('=~')[1]!
        .split('+')
        .map((item) => item.trim()),
    )
}

/** Neighbouring columns share a factor, as many as the words say ("3 factors x 3 items"), or those whose names share letters. */
function factorsOfColumns(columns: readonly string[], words: string): string[][] {
  const [, said] = words.match(/(\d+|one|two|three|four|five|six)[ -]factors?/i) ?? []
  const stems = [...new Set(columns.map((name) => name.replace(/_?\d+$/, '')))]
  const count = said ? Number(said) || NUMBERS.indexOf(said.toLowerCase()) + 1 : stems.length
  if (stems.length === count) {
    return stems.map((stem) => columns.filter((name) => name.replace(/_?\d+$/, '') === stem))
  }
  if (columns.length % count !== 0) {
    throw new RangeError(
      `${columns.length} columns cannot be shared among ${count} factors; name them in "model"`,
    )
  }
  const each = columns.length / count
  return Array.from({ length: count }, (_, factor) => columns.slice(factor * each, (factor + 1) * each))
}

/** Confirmatory factor analysis; the factors are those of the model, or told by the title and the columns. */
export const cfa: Adapter = (input, { table, title }) => {
  if (!has(input, 'data')) return undefined
  const whole = table(input.data)
  const named = factorsInModel(textIn(input, 'model'))
  const factors =
    named.length > 0 ? named : factorsOfColumns(whole.columns, `${textIn(input, 'model')} ${title}`)
  const items = factors.flat()
  const data = whole.complete(items)
  const factorOf = factors.flatMap((list, factor) => list.map(() => factor))
  const result = succeed(
    confirmatoryFactorAnalysis(
      items.map((name) => data.numbers(name)),
      factorOf,
    ),
  )
  return {
    fit: lavaanFit(result),
    std_loadings: result.standardisedLoadings,
    factor_cor: result.factorCorrelations,
  }
}
