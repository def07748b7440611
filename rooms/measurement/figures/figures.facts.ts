import type { Grouping } from '../../../foundations/warehouse/histogram-query.contract.ts'
import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { FigureQuery, Period } from '../contract.ts'
import { countedAs, type KindCounted, kindCounted } from '../measures/counted-kind.ts'
import { answersOfPeople, answersOfQuestions } from './answers-of-questions.ts'
import type { Group, GroupAnswers } from './figure.ts'
import type { AnswerFacts, AnswersRead, AnswersWanted } from './figure-answers.ts'

const commentsRead = 20

export function figureFacts(warehouse: Warehouse): AnswerFacts {
  return {
    answers: (workspace, wanted, period) => readAnswers({ warehouse, workspace }, wanted, period),
    comments: (workspace, filter, { from, to }) =>
      warehouse.texts(workspace, { ...filter, kinds: [], from, to, limit: commentsRead }),
    span: (workspace, population) => warehouse.span(workspace, population),
  }
}

interface Bound {
  readonly warehouse: Warehouse
  readonly workspace: string
}

async function readAnswers(bound: Bound, wanted: AnswersWanted, period: Period): Promise<AnswersRead> {
  const { kinds, promisedKinds, ...asked } = wanted
  const { by } = asked
  const byTouchpoint: Grouping[] = by.includes('touchpoint') ? [...by] : [...by, 'touchpoint']
  const [groups, touchpoints] = await Promise.all([
    count(bound, { ...asked, kinds }, period),
    count(bound, { ...asked, kinds: promisedKinds, by: byTouchpoint }, period),
  ])
  return {
    byGroup: groups.answers,
    byTouchpoint: touchpoints.answers,
    queries: [...groups.queries, ...touchpoints.queries],
  }
}

type Counted = Omit<AnswersWanted, 'promisedKinds'>

interface CountedAnswers {
  readonly answers: readonly GroupAnswers[]
  readonly queries: readonly FigureQuery[]
}

/** Counts answers, interactions, outcomes and composites of each population, each from where they lie. */
async function count(bound: Bound, { kinds, ...counted }: Counted, period: Period): Promise<CountedAnswers> {
  const groups = Map.groupBy(kinds.map(kindCounted), ({ population, facts }) => `${population}/${facts}`)
  const read = await Promise.all(
    [...groups.values()].map((of) => countFacts(bound, { ...counted, of }, period)),
  )
  return {
    answers: read.flatMap(({ answers }) => answers),
    queries: read.flatMap(({ queries }) => queries),
  }
}

async function countFacts(
  { warehouse, workspace }: Bound,
  {
    by,
    composites,
    followed,
    of,
    ...counted
  }: Omit<Counted, 'kinds'> & { readonly of: readonly KindCounted[] },
  { from, to }: Period,
): Promise<CountedAnswers> {
  const { facts, population } = of[0]!
  const filter = population ? { ...counted.filter, population } : counted.filter
  if (facts !== 'answers' && by.includes('question')) return { answers: [], queries: [] }
  const apart = facts === 'answers' && tellsQuestionsApart({ filter, by })
  const grouped: Grouping[] = apart ? [...by, 'question'] : [...by]
  const read = await warehouse.histograms(workspace, {
    ...filter,
    facts,
    kinds: of.map(({ kind }) => kind),
    composites,
    followed,
    from,
    to,
    by: grouped,
  })
  const { source, statement } = read
  const query = { source, sql: statement.sql, parameters: { ...statement.parameters } }
  const answers = read.histograms.map(({ kind, group, bins, hidden, people }) => ({
    kind: countedAs({ population, facts, kind }),
    group: group as Group,
    bins: people === undefined ? bins : answersOfPeople(bins, people),
    hidden,
  }))
  return { answers: apart ? answersOfQuestions(answers) : answers, queries: [query] }
}

/** Employees' answers are not told apart by question: it would make groups smaller, and hide more of them. */
function tellsQuestionsApart({ filter, by }: Pick<AnswersWanted, 'filter' | 'by'>): boolean {
  return filter.population !== 'employees' && !by.includes('question')
}
