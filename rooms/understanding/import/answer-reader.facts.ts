import type { Answer, Question } from '../../../foundations/warehouse/message.ts'
import type { Lookup } from './cell-lookup.ts'
import {
  type CellReader,
  columnOfLookup,
  columnReader,
  type Fault,
  keyReader,
  type ReaderContext,
} from './cell-reader.ts'
import type { AnswerColumns, CommentColumn } from './fact-columns.ts'
import { isNotGiven } from './quantity-reader.ts'
import { remembered } from './remembered.ts'
import { reason } from './row-reasons.ts'

/** Adds the answers of a row to those found; tells how many were not given. */
export type AnswersReader = (cells: readonly string[], faults: Fault[], found: Answer[]) => number

/** What a cell says on one question: an answer, none, or what is wrong with it. Answers that say the same are one object. */
type Read = Answer | null | { readonly reason: string }

/** Answers to the questions of one group: all on the same scale. */
export function scoresReader(asked: AnswerColumns, context: ReaderContext): AnswersReader {
  const about = asked.touchpoint === undefined ? null : touchpointReader(asked.touchpoint, context)
  const columns = Object.entries(asked.columns).map(([column, touchpoint]) => ({
    column,
    touchpoint,
    read: columnReader(column, context),
    answerOf: remembered((touchpoint) => answerOf({ key: column, asked, touchpoint }, context)),
  }))
  return (cells, faults, found) => {
    const of = about?.(cells, faults)
    let notGiven = 0
    for (const { column, touchpoint, read, answerOf } of columns) {
      const value = read(cells)
      const answer = answerOf(of ?? touchpoint)(value)
      if (answer === null) notGiven += 1
      else if ('reason' in answer) faults.push({ column, value, ...answer })
      else found.push(answer)
    }
    return notGiven
  }
}

interface AskedQuestion {
  readonly key: string
  readonly asked: AnswerColumns
  readonly touchpoint: string
}

function answerOf({ key, asked, touchpoint }: AskedQuestion, { numberOf }: ReaderContext) {
  const { kind, scale, notGiven, values } = asked
  const question: Question = { key, kind, touchpoint, scale, asked: asked.asked ?? null }
  const ends = asked.asked ?? scale
  const [low, high] = [Math.min(ends.low, ends.high), Math.max(ends.low, ends.high)]
  const words = values && new Map(Object.entries(values))
  return remembered((value): Read => {
    if (value === '' || isNotGiven(value, notGiven, numberOf)) return null
    const score = words ? words.get(value) : numberOf(value)
    if (score === undefined || Number.isNaN(score)) return { reason: reason('notAScore') }
    if (score < low || score > high) return { reason: reason('offScale', { ...ends }) }
    return { question, score: rescaled(score, asked), scoreAsked: score, text: '' }
  })
}

/** A score as asked, put on the declared scale. */
function rescaled(score: number, { scale, asked }: AnswerColumns): number {
  if (!asked) return score
  return scale.low + ((score - asked.low) / (asked.high - asked.low)) * (scale.high - scale.low)
}

/** What the answer of a row is about, where the row says so. */
function touchpointReader(lookup: Lookup, context: ReaderContext): CellReader<string> {
  const read = keyReader(lookup, context)
  const column = columnOfLookup(lookup)
  const raw = typeof lookup === 'string' ? columnReader(lookup, context) : () => ''
  return (cells, faults) => {
    const key = read(cells, faults)
    if (key === '') faults.push({ column, value: raw(cells), reason: reason('noTouchpoint') })
    return key
  }
}

/** What people wrote in one column. */
export function commentReader({ column, touchpoint }: CommentColumn, context: ReaderContext): AnswersReader {
  const read = columnReader(column, context)
  const question: Question = { key: column, kind: 'comment', touchpoint, scale: null, asked: null }
  return (cells, _, found) => {
    const text = read(cells)
    if (text !== '') found.push({ question, score: null, scoreAsked: null, text })
    return 0
  }
}
