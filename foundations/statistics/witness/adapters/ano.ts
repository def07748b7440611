import { suppressGroups } from '../../suppression/suppress-groups.ts'
import type { Adapter, CaseInput, Json } from '../oracle-case.ts'
import { has, isObject, numberIn, textIn } from './numbers-in.ts'

/** The threshold as an own key, or as the words of the rule or the title say it ("k=5"). */
function thresholdOf(input: CaseInput, title: string): number {
  if (has(input, 'k')) return numberIn(input, 'k')
  const said = `${textIn(input, 'rule')} ${title}`.match(/\bk\s*=\s*(\d+)/)
  return said ? Number(said[1]) : 5
}

const groupsOf = (line: CaseInput) =>
  Object.entries(line).map(([name, people]) => ({ name, people: Number(people) }))

/** Primary and complementary suppression of the groups of one or several lines. */
export const ano: Adapter = (input, { title }) => {
  if (!Array.isArray(input.cases)) return undefined
  const k = thresholdOf(input, title)
  const lines = (input.cases as readonly Json[]).filter(isObject)
  const outcomes = lines.map((line) => suppressGroups(groupsOf(line), k))
  return { shown: outcomes.map(({ shown }) => shown), hidden: outcomes.map(({ hidden }) => hidden) }
}
