import type { Message, Question } from '../../../foundations/warehouse/message.ts'
import type { EventFacts } from './event.facts.ts'
import type { JournalEntry } from './event-journal.ts'

/** Messages kept in one go. */
const messagesTogether = 5_000

/** Keeps what a process that died had written down and not kept; what it had kept is recognised and not counted twice. */
export async function keepEntries(
  { keep }: Pick<EventFacts, 'keep'>,
  entries: readonly JournalEntry[],
): Promise<void> {
  const questions = new Map<string, Question>()
  for (const [workspace, own] of Map.groupBy(entries, (entry) => entry.workspace)) {
    const messages = own.flatMap((entry) => entry.messages as Message[])
    for (let from = 0; from < messages.length; from += messagesTogether) {
      const together = messages.slice(from, from + messagesTogether)
      await keep(
        workspace,
        together.map((message) => revived(message, questions)),
      )
    }
  }
}

/** A message as it was: moments are dates again, and the same question is one object again. */
function revived(message: Message, questions: Map<string, Question>): Message {
  const answers = message.answers?.map((answer) => ({ ...answer, question: one(answer.question, questions) }))
  return {
    ...dated(message),
    ...(answers && { answers }),
    ...(message.interactions && { interactions: message.interactions.map(dated) }),
    ...(message.outcomes && { outcomes: message.outcomes.map(dated) }),
  }
}

function dated<Fact extends { readonly occurredAt?: Date }>(fact: Fact): Fact {
  return fact.occurredAt === undefined ? fact : { ...fact, occurredAt: new Date(fact.occurredAt) }
}

function one(question: Question, questions: Map<string, Question>): Question {
  const text = JSON.stringify(question)
  const known = questions.get(text)
  if (known) return known
  questions.set(text, question)
  return question
}
