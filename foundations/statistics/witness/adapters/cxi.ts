import { netBoxOfBins } from '../../proportions/net-box.ts'
import { netBoxIndex } from '../../proportions/net-box-index.ts'
import { binsOfScores } from '../../score-bins.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { completeIn, has, numbersIn } from './numbers-in.ts'

/** Two boxes at either end of the scale, of five points unless said otherwise. */
function boxesIn(input: CaseInput) {
  const [lowest = 1, highest = 5] = has(input, 'scale') ? numbersIn(input, 'scale') : []
  return { upper: { from: highest - 1, to: highest }, lower: { from: lowest, to: lowest + 1 } }
}

/** Net-box index over the questions of the input: every list of numbers but the scale is one question; people who left one out are left out. */
export const cxi: Adapter = (input) => {
  const names = Object.keys(input).filter((key) => Array.isArray(input[key]) && key !== 'scale')
  if (names.length === 0) return undefined
  const questions = completeIn(input, ...names)
  const boxes = boxesIn(input)
  const nets = questions.map(
    (scores) => 100 * (netBoxOfBins(binsOfScores(scores), boxes).value ?? Number.NaN),
  )
  return {
    ...Object.fromEntries(names.map((name, index) => [name, nets[index]])),
    index: netBoxIndex(questions, boxes).value,
  }
}
