import { bestAssignment } from '../../optimisation/best-assignment.ts'
import { averageJaccard, topicAgreement } from '../../text/topic-stability.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, matrixIn, wordsIn } from './numbers-in.ts'

/** Words as numbers, the same word always the same. */
function numberedWords() {
  const numbers = new Map<string, number>()
  return (words: readonly string[]) =>
    words.map((word) => {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      return number
    })
}

/** Similarity of two rankings, of two sets of rankings, or the best pairing of a table of similarities. */
export const stab: Adapter = (input) => {
  const numbered = numberedWords()
  if (has(input, 'ranking1', 'ranking2'))
    return {
      average_jaccard: averageJaccard(
        numbered(wordsIn(input, 'ranking1')),
        numbered(wordsIn(input, 'ranking2')),
      ),
    }
  if (has(input, 'topics1', 'topics2')) {
    const sets = ['topics1', 'topics2'].map((key) => (input[key] as string[][]).map(numbered))
    return { agreement: topicAgreement(sets[0]!, sets[1]!) }
  }
  if (!has(input, 'similarity')) return undefined
  const table = matrixIn(input, 'similarity')
  const columns = bestAssignment(table)
  const total = columns.reduce((sum, column, row) => sum + table[row]![column]!, 0)
  return { columns, total, mean: total / columns.length }
}
