import type { Answer, Question } from '../../../foundations/warehouse/message.ts'
import { type CellReader, columnReader, type Fault, type ReaderContext } from './cell-reader.ts'
import type { Choices } from './fact-columns.ts'
import { reason } from './row-reasons.ts'

/** Whether each choice of a question was made; null where nobody answered it. */
type Made = ReadonlyMap<string, boolean> | null

export interface ChoicesReader {
  /** Adds answers of the kind `choice`; tells whether the question was left open. */
  readonly answers: (cells: readonly string[], faults: Fault[], found: Answer[]) => number
  /** Adds segments. */
  readonly segments: (cells: readonly string[], faults: Fault[], found: Record<string, string>) => void
}

/** What a row says on a question that allows several choices. */
export function choicesReader(choices: Choices, context: ReaderContext): ChoicesReader {
  const read = 'column' in choices ? packedReader(choices, context) : boxesReader(choices, context)
  const { name, as } = choices
  const answers = choiceAnswers(choices)
  return {
    answers: (cells, faults, found) => {
      if (as === 'segments') return 0
      const made = read(cells, faults)
      for (const [choice, chosen] of made ?? []) found.push(answers.get(choice)![chosen ? 1 : 0])
      return made === null ? 1 : 0
    },
    segments: (cells, faults, found) => {
      if (as === 'answers') return
      for (const [choice, chosen] of read(cells, faults) ?? [])
        found[`${name}-${choice}`.slice(0, 63)] = chosen ? 'yes' : 'no'
    },
  }
}

function choiceAnswers(choices: Choices): Map<string, readonly [no: Answer, yes: Answer]> {
  const scale = { low: 0, high: 1 }
  return new Map(
    choicesOf(choices).map((choice) => {
      const key = `${choices.name}:${choice}`
      const question: Question = {
        ...{ key, kind: 'choice', touchpoint: choices.touchpoint ?? '', scale },
        asked: null,
      }
      const answer = (score: number): Answer => ({ question, score, scoreAsked: score, text: '' })
      return [choice, [answer(0), answer(1)]]
    }),
  )
}

function choicesOf(choices: Choices): string[] {
  if (!('column' in choices)) return [...new Set(Object.values(choices.columns))]
  const { values, otherwise } = choices
  return [...new Set([...Object.values(values), ...(otherwise ? [otherwise] : [])])]
}

function boxesReader(
  { columns, checked }: Extract<Choices, { checked: string[] }>,
  context: ReaderContext,
): CellReader<Made> {
  const marks = new Set(checked)
  const boxes = Object.entries(columns).map(
    ([column, choice]) => [choice, columnReader(column, context)] as const,
  )
  return (cells) => {
    const made = new Map<string, boolean>()
    let answered = false
    for (const [choice, read] of boxes) {
      const chosen = marks.has(read(cells))
      answered ||= chosen
      made.set(choice, chosen || made.get(choice) === true)
    }
    return answered ? made : null
  }
}

function packedReader(
  choices: Extract<Choices, { column: string }>,
  context: ReaderContext,
): CellReader<Made> {
  const { column, delimiter, values, otherwise } = choices
  const read = columnReader(column, context)
  const words = new Map(Object.entries(values))
  const all = choicesOf(choices)
  return (cells, faults) => {
    const value = read(cells)
    if (value === '') return null
    const made = new Map(all.map((choice) => [choice, false]))
    for (const text of value.split(delimiter)) {
      const word = text.trim()
      const choice = words.get(word) ?? otherwise
      if (choice !== undefined) made.set(choice, true)
      else if (word !== '') faults.push({ column, value: word, reason: unknownChoice })
    }
    return made
  }
}

const unknownChoice = reason('unknownChoice')
