import { type FactKind, factKinds, type Message } from '../foundations/warehouse/message.ts'

/** Kinds of facts that the sample has; nothing of it is held back. */
export const sampleFactKinds = factKinds.filter((kind) => kind !== 'held')

/** The facts of a message as lines of JSON by kind: one object a fact, with what stands in the message for all of them. */
export function factLines(message: Message): Partial<Record<FactKind, string>> {
  const { answers = [], interactions = [], outcomes = [], aliases = [], profile, ...rest } = message
  const { id, occurredAt, population, person, source, ...whole } = rest
  const who = { message: id, occurredAt, population, person, source }
  const common = { ...who, ...whole }
  return {
    ...(answers.length > 0 && {
      answers: linesOf(answers, ({ question, ...answer }) => {
        const { scale, asked, key, ...about } = question
        return { ...common, question: key, ...about, low: scale?.low, high: scale?.high, ...answer }
      }),
    }),
    ...(interactions.length > 0 && {
      interactions: linesOf(interactions, (interaction) => merged(common, interaction)),
    }),
    ...(outcomes.length > 0 && { outcomes: linesOf(outcomes, (outcome) => merged(common, outcome)) }),
    ...(aliases.length > 0 && { aliases: linesOf(aliases, (alias) => ({ ...who, alias })) }),
    ...(profile && { profiles: linesOf([profile], (one) => ({ ...who, ...one })) }),
  }
}

function linesOf<Fact>(facts: readonly Fact[], line: (fact: Fact) => object): string {
  return facts.map((fact) => `${JSON.stringify(line(fact))}\n`).join('')
}

/** What a fact says of itself takes the place of what its message says; what it leaves out does not. */
function merged(common: object, fact: object): object {
  return { ...common, ...Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== undefined)) }
}
