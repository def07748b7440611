import { pearson } from '../../association/correlation.ts'
import { confirmatoryFactorAnalysis } from '../../scales/confirmatory-factor-analysis.ts'
import { keyedAnswers, type ScaleDimension, scaleScores } from '../../scales/experience-scale.ts'
import { reliability } from '../../scales/reliability.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { lavaanFit } from './cfa.ts'
import { succeed } from './formula.ts'
import { has, wordsIn } from './numbers-in.ts'

const SCALE = { lowest: 1, highest: 7 }
const NAMES: Readonly<Record<string, string>> = {
  sen: 'sensory',
  aff: 'affective',
  beh: 'behavioural',
  int: 'intellectual',
}

/** Columns such as sen1, sen2, aff1 by the letters they share. */
function dimensionsIn(input: CaseInput, data: Table): ScaleDimension[] {
  const reversed = new Set(wordsIn(input, 'reverse'))
  const stems = [...new Set(data.columns.map((name) => name.replace(/\d+$/, '')))]
  return stems.map((stem) => ({
    name: NAMES[stem] ?? stem,
    items: data.columns
      .filter((name) => name.replace(/\d+$/, '') === stem)
      .map((name) => ({ answers: data.numbers(name), isReversed: reversed.has(name) })),
  }))
}

function pairsOf<T, R>(list: readonly T[], figure: (a: T, b: T) => R): R[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => figure(a, b)))
}

/** Brand Experience Score with the quality of its dimensions. */
export const bes: Adapter = (input, { table }) => {
  if (!has(input, 'data', 'reverse')) return undefined
  const dimensions = dimensionsIn(input, table(input.data))
  const scores = scaleScores(dimensions, SCALE)
  const keyed = dimensions.map(({ items }) => items.map((item) => keyedAnswers(item, SCALE)))
  const items = keyed.flat()
  const factorOf = keyed.flatMap((list, factor) => list.map(() => factor))
  const named = (figure: (i: number) => number | null) =>
    Object.fromEntries(dimensions.map(({ name }, i) => [name, figure(i)]))
  return {
    dimension_0_100: named((i) => scores.dimensions[i]!.score.value),
    score_0_100: scores.total.value,
    se_0_100: scores.total.standardError,
    alpha: named((i) => succeed(reliability(keyed[i]!)).alpha),
    dim_cor: pairsOf(scores.dimensions, (a, b) => pearson(a.perPerson, b.perPerson)),
    cfa4: lavaanFit(succeed(confirmatoryFactorAnalysis(items, factorOf))),
    cfa1: lavaanFit(
      succeed(
        confirmatoryFactorAnalysis(
          items,
          items.map(() => 0),
        ),
      ),
    ),
  }
}
