import type { Statement } from './engine.ts'

/** A statement of a room over the relations below, with the values bound to its placeholders. */
export interface RelationStatement extends Statement {
  /** Read people under one name each, whatever name a source has for them. It costs a join; without it, the source's own. */
  readonly onePerson?: boolean
}

/**
 * What a statement of a room may read: facts of customers and prospects of one workspace. Employees are not among them; what they
 * answered is read through the ways that keep groups from being too small.
 */
const relations = {
  answers: {
    table: 'answer',
    columns:
      'message, occurred_at, population, question, kind, touchpoint, unit, offer, channel, source, score, scale_low, scale_high, language, weight, segments',
  },
  interactions: {
    table: 'interaction',
    columns:
      'message, occurred_at, population, name, direction, touchpoint, sender, unit, offer, channel, source, value, value_unit, properties, language, weight, segments',
  },
  outcomes: {
    table: 'outcome',
    columns:
      'message, occurred_at, population, kind, subject, touchpoint, unit, offer, channel, source, value, value_unit, weight, segments',
  },
} as const
type Relation = keyof typeof relations

const named = `(SELECT alias, argMin(person, occurred_at) AS person FROM alias WHERE workspace = {workspace:String} GROUP BY alias)`

/** The statement of a room, bound to one workspace; a mistake throws, before anything is read. */
export function boundStatement(statement: RelationStatement, workspace: string): Statement {
  const { sql, parameters, onePerson = false } = statement
  const words = wordsOf(sql)
  refuseOtherTables(words)
  const used = (Object.keys(relations) as Relation[]).filter((name) => words.includes(name))
  const definitions = used.map((name) => `${name} AS (${relationSelect(name, onePerson)})`)
  const own = /^\s*WITH\s/i.test(sql) ? `,\n${sql.replace(/^\s*WITH\s/i, '')}` : `\n${sql}`
  return { sql: `WITH ${definitions.join(',\n')}${own}`, parameters: { ...parameters, workspace } }
}

function relationSelect(name: Relation, onePerson: boolean): string {
  const { table, columns } = relations[name]
  const where = `workspace = {workspace:String} AND population != 'employees'`
  if (!onePerson) return `SELECT ${columns}, person FROM ${table} WHERE ${where}`
  const own = columns
    .split(', ')
    .map((column) => `fact.${column} AS ${column}`)
    .join(', ')
  return `SELECT ${own}, if(known.person = '', fact.person, known.person) AS person
FROM (SELECT ${columns}, person FROM ${table} WHERE ${where}) AS fact GLOBAL ANY LEFT JOIN ${named} AS known ON known.alias = fact.person`
}

/** Words and signs of a statement, without its texts and comments. */
function wordsOf(sql: string): string[] {
  const bare = sql.replaceAll(/'(?:[^'\\]|\\.|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g, " '' ")
  return bare.match(/[A-Za-z_][A-Za-z0-9_]*|[^\sA-Za-z0-9_]/g) ?? []
}

/** What is read from has to be a relation, a part of the statement, or numbers; never a table as it lies, nor anything outside. */
function refuseOtherTables(words: readonly string[]): void {
  const parts = new Set(
    words.filter(
      (_, at) =>
        (words[at + 1] ?? '').toUpperCase() === 'AS' && ['(', 'SELECT'].includes(words[at + 2] ?? ''),
    ),
  )
  const mayRead = (word: string) => word === '(' || word === 'numbers' || word in relations || parts.has(word)
  words.forEach((word, at) => {
    if (word === ';' || word === '`' || word === '"')
      throw new RangeError(`A statement over facts holds no ${word}`)
    if (!['FROM', 'JOIN'].includes(word.toUpperCase())) return
    for (let next = at + 1; next < words.length; next = afterComma(words, next)) {
      if (!mayRead(words[next]!) || words[next + 1] === '.')
        throw new RangeError(
          `A statement over facts reads from answers, interactions or outcomes, not from "${words[next]}".`,
        )
    }
  })
}

/** Where the next relation of a list of them stands, when a comma follows the one at this place or its alias; else the end. */
function afterComma(words: readonly string[], at: number): number {
  if (words[at] === '(') return words.length
  const alias = (words[at + 1] ?? '').toUpperCase() === 'AS' ? 3 : 1
  return words[at + alias] === ',' ? at + alias + 1 : words.length
}
