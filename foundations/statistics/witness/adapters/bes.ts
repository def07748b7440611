import { pearson } from '../../association/correlation.ts'
import { confirmatoryFactorAnalysis } from '../../scales/confirmatory-factor-analysis.ts'
import {
  type AnswerScale,
  keyedAnswers,
  type ScaleDimension,
  scaleScores,
} from '../../scales/experience-scale.ts'
import { reliability } from '../../scales/reliability.ts'
import type { Table } from '../csv-table.ts'
import { keysLike, withKeys } from '../mismatches.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { lavaanFit } from './cfa.ts'
import { succeed } from './formula.ts'
import { has, textIn, wordsIn } from './numbers-in.ts'

const SEVEN_POINTS = { lowest: 1, highest: 7 }
const NAMES: Readonly<Record<string, string>> = {
  sen: 'sensory',
  aff: 'affective',
  beh: 'behavioural',
  int: 'intellectual',
}

/** Columns such as sen1, sen2, aff1 by the letters they share. */
function dimensionsIn(input: CaseInput, data: Table): ScaleDimension[] {
  const reversed = new Set(wordsIn(input, 'reverse'))
  const unknown = [...reversed].find((name) => !data.columns.includes(name))
  if (unknown) throw new RangeError(`no column ${unknown}; there are ${data.columns.join(', ')}`)
  const items = data.columns.filter((name) => /\d+$/.test(name))
  const stems = [...new Set(items.map((name) => name.replace(/_?\d+$/, '')))]
  return stems.map((stem) => ({
    name: NAMES[stem] ?? stem,
    items: items
      .filter((name) => name.replace(/_?\d+$/, '') === stem)
      .map((name) => ({ answers: data.numbers(name), isReversed: reversed.has(name) })),
  }))
}

/** The scale as [1, 7], "1..7" or as the title says it ("items 1..5"); seven points otherwise. */
function scaleIn(input: CaseInput, title: string): AnswerScale {
  if (Array.isArray(input.scale)) {
    const [lowest = 1, highest = 7] = input.scale.map(Number)
    return { lowest, highest }
  }
  const said = `${textIn(input, 'scale')} ${title}`.match(/(\d+)\.\.(\d+)/)
  return said ? { lowest: Number(said[1]), highest: Number(said[2]) } : SEVEN_POINTS
}

function pairsOf<T, R>(list: readonly T[], figure: (a: T, b: T) => R): R[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => figure(a, b)))
}

/** Brand Experience Score with the quality of its dimensions. */
export const bes: Adapter = (input, { table, title }) => {
  if (!has(input, 'data', 'reverse')) return undefined
  const scale = scaleIn(input, title)
  const data = table(input.data)
  const dimensions = dimensionsIn(input, data.complete(data.columns))
  const scores = scaleScores(dimensions, scale)
  const keyed = dimensions.map(({ items }) => items.map((item) => keyedAnswers(item, scale)))
  const items = keyed.flat()
  const factorOf = keyed.flatMap((list, factor) => list.map(() => factor))
  const named = (figure: (i: number) => number | null) =>
    Object.fromEntries(dimensions.map(({ name }, i) => [name, figure(i)]))
  const known = {
    dimension_0_100: named((i) => scores.dimensions[i]!.score.value),
    score_0_100: scores.total.value,
    se_0_100: scores.total.standardError,
    alpha: named((i) => succeed(reliability(keyed[i]!)).alpha),
    dim_cor: pairsOf(scores.dimensions, (a, b) => pearson(a.perPerson, b.perPerson)),
  }
  const factorModel = (factors: number) => {
    if (factors !== 1 && factors !== dimensions.length) return undefined
    const assignment = factors === 1 ? items.map(() => 0) : factorOf
    return lavaanFit(succeed(confirmatoryFactorAnalysis(items, assignment)))
  }
  return withKeys(
    known,
    keysLike(/^cfa(\d+)$/, (factors) => factorModel(Number(factors))),
  )
}
