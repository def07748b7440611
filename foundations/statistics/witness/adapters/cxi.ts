import { netBoxOfBins } from '../../proportions/net-box.ts'
import { netBoxIndex } from '../../proportions/net-box-index.ts'
import { binsOfScores } from '../../score-bins.ts'
import type { Adapter } from '../oracle-case.ts'
import { numbersIn } from './numbers-in.ts'

const BOXES = { upper: { from: 4, to: 5 }, lower: { from: 1, to: 2 } }

/** Net-box index over the questions of the input: every list of numbers is one question on five points. */
export const cxi: Adapter = (input) => {
  const names = Object.keys(input).filter((key) => Array.isArray(input[key]) && key !== 'scale')
  const questions = names.map((name) => numbersIn(input, name))
  if (questions.length === 0) return undefined
  const nets = questions.map(
    (scores) => 100 * (netBoxOfBins(binsOfScores(scores), BOXES).value ?? Number.NaN),
  )
  return {
    ...Object.fromEntries(names.map((name, index) => [name, nets[index]])),
    index: netBoxIndex(questions, BOXES).value,
  }
}
