import { penaltyReward } from '../../importance/penalty-reward.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, textIn, wordsIn } from './numbers-in.ts'

/** "score<=2", "score==5" and the like as a test. */
function ruleOf(text: string): (score: number) => boolean {
  const [, sign, border] = text.match(/(<=|>=|==|=|<|>)\s*([\d.]+)/) ?? []
  if (!sign) throw new RangeError(`"${text}" is no rule such as score<=2`)
  const at = Number(border)
  const tests: Readonly<Record<string, (score: number) => boolean>> = {
    '<=': (score) => score <= at,
    '>=': (score) => score >= at,
    '==': (score) => score === at,
    '<': (score) => score < at,
    '>': (score) => score > at,
  }
  return tests[sign === '=' ? '==' : sign]!
}

/** Penalty–reward contrast of every column but the outcome. */
export const prca: Adapter = (input, { table }) => {
  if (!has(input, 'data', 'penalty', 'reward', 'y')) return undefined
  const whole = table(input.data)
  const data = whole.complete(whole.columns)
  const names = has(input, 'x')
    ? wordsIn(input, 'x')
    : data.columns.filter((name) => name !== input.y && name !== 'id')
  const result = succeed(
    penaltyReward(
      data.numbers(textIn(input, 'y')),
      names.map((name) => ({ name, values: data.numbers(name) })),
      { isLow: ruleOf(textIn(input, 'penalty')), isTop: ruleOf(textIn(input, 'reward')) },
    ),
  )
  const attributes = result.touchpoints.map(({ name, penalty, reward, range, asymmetry, kind }) => {
    return [name, { penalty, reward, range, ia: asymmetry, kind }]
  })
  return { intercept: result.intercept, R2: result.r2, attributes: Object.fromEntries(attributes) }
}
