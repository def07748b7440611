import type { Answer, Question } from '../../../foundations/warehouse/message.ts'
import type { CompiledAnswer, CompiledRule } from './compile-event-table.ts'
import { type EventFault, fault } from './sound-event.ts'
import { type JsonObject, keyOf } from './value-source.ts'

interface AnsweredRule {
  readonly rule: CompiledRule
  readonly touchpoint: string
  /** Name of the event, which stands for the question where the rule names none. */
  readonly name: string
}

/** The answers that an event gives; an answer without score and text was not given. */
export function answersOf(
  event: JsonObject,
  { rule, touchpoint, name }: AnsweredRule,
): Answer[] | EventFault {
  const answers: Answer[] = []
  for (const compiled of rule.answers) {
    const [asked, text] = [compiled.score(event), compiled.text(event)]
    const question = questionOf(compiled, { touchpoint, name, ends: askedEnds(event, compiled) })
    if (asked === null && text === '') continue
    if (asked !== null && isOutside(asked, question)) {
      const { low, high } = question.asked ?? question.scale!
      return fault('score-outside-scale', `score ${asked} lies outside ${low} to ${high}`)
    }
    const score = asked === null ? null : onScale(asked, question)
    answers.push({ question, score, scoreAsked: question.asked ? asked : null, text })
  }
  return answers
}

interface Ends {
  readonly low: number
  readonly high: number
}

function askedEnds(event: JsonObject, { asked }: CompiledAnswer): Ends | null {
  if (!asked) return null
  const [low, high] = [asked.low(event), asked.high(event)]
  return low === null || high === null || low === high ? null : { low, high }
}

interface AskedQuestion {
  readonly touchpoint: string
  readonly name: string
  readonly ends: Ends | null
}

const questions = new WeakMap<CompiledAnswer, Map<string, Question>>()
const questionsMax = 1_000

/** One object for all answers to one question, as facts want it. */
function questionOf(compiled: CompiledAnswer, { touchpoint, name, ends }: AskedQuestion): Question {
  const known = questions.get(compiled) ?? new Map<string, Question>()
  questions.set(compiled, known)
  const asked = `${touchpoint}\n${name}\n${ends?.low}\n${ends?.high}`
  const found = known.get(asked)
  if (found) return found
  const { kind, question, scale } = compiled.answer
  const differs = ends !== null && (ends.low !== scale.low || ends.high !== scale.high)
  const made: Question = {
    ...{ kind, touchpoint, scale },
    key: question ?? (keyOf(name) || kind),
    asked: differs ? ends : null,
  }
  if (known.size >= questionsMax) known.clear()
  known.set(asked, made)
  return made
}

function isOutside(score: number, { scale, asked }: Question): boolean {
  const { low, high } = asked ?? scale!
  return score < Math.min(low, high) || score > Math.max(low, high)
}

/** A score as asked, put on the declared scale: ends on ends, straight between. */
function onScale(score: number, { scale, asked }: Question): number {
  if (!asked || !scale) return score
  return scale.low + ((score - asked.low) / (asked.high - asked.low)) * (scale.high - scale.low)
}
