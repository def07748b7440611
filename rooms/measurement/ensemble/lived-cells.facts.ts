import { codedTexts } from '../../../foundations/warehouse/coded-texts.ts'
import { drawnOnly, shareDrawn } from '../../../foundations/warehouse/drawn-people.ts'
import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import { type CountedFigure, countedAs } from '../measures/counted-figure.ts'
import { numberOf } from '../purchases/person-number.ts'
import { conditionsOf } from '../purchases/purchases.facts.ts'
import type { LivedCells } from './levels-of-places.ts'

/** Whose marks are read, and how each counts in the level of a place. */
export interface LivedAsked {
  readonly kind: string
  readonly population: 'customers' | 'prospects' | 'employees'
  readonly from: string
  readonly to: string
  readonly units?: readonly string[] | undefined
  readonly segment?: { readonly name: string; readonly value: string } | undefined
  readonly figure: CountedFigure
  readonly scale: { readonly low: number; readonly high: number }
}

/** Marks by touchpoint, and the same by channel and unit: of employees fewer, where a crossing would tell of single ones. */
export interface LivedRead {
  readonly cells: LivedCells
  readonly placed: LivedCells
  /** Share of the people who were read. */
  readonly drawn: number
}

/** Who is not known is somebody else each time. */
const who = numberOf("if(person = '', toString(message), person)")

/** Marks read at most; of more, people are drawn by lot. */
const mostMarks = 4_000_000

/** Reads marks summed by person, touchpoint, channel and unit; of employees, whom no one may read one by one, by score. */
export function livedFacts(warehouse: Warehouse) {
  async function ofPeople(
    workspace: string,
    asked: LivedAsked,
  ): Promise<{ cells: LivedCells; drawn: number }> {
    const { kind, population, from, to, units, segment } = asked
    const { where: chosen, parameters: values } = conditionsOf({ units, segment })
    const where = `kind = {kind:String} AND score IS NOT NULL AND population = {population:String}
AND toDate(occurred_at) >= {first:Date} AND toDate(occurred_at) <= {last:Date}${chosen}`
    const parameters = { kind, population, first: from, last: to, ...values }
    const all = await warehouse.columns(workspace, {
      sql: `SELECT toFloat64(count()) AS n FROM answers WHERE ${where}`,
      parameters,
    })
    const drawn = shareDrawn(Number(all.numbers('n')[0]), mostMarks)
    const read = await warehouse.columns(workspace, {
      sql: `SELECT ${who} AS buyer, toString(touchpoint) AS place, toString(channel) AS way, toString(unit) AS branch,
sum(toFloat64(weight)) AS weights, sum(toFloat64(weight) * ${countedIn(asked)}) AS marks
FROM answers WHERE ${[where, ...drawnOnly(drawn)].join(' AND ')} GROUP BY buyer, place, way, branch ORDER BY buyer`,
      parameters,
      onePerson: true,
    })
    const people = read.numbers('buyer') as Float64Array
    const cells = {
      people,
      times: new Float64Array(people.length).fill(1),
      weights: read.numbers('weights') as Float64Array,
      marks: read.numbers('marks') as Float64Array,
      touchpoints: read.texts('place'),
      channels: read.texts('way'),
      units: read.texts('branch'),
    }
    return { cells, drawn }
  }

  async function ofEmployees(
    workspace: string,
    asked: LivedAsked,
    by: readonly ('touchpoint' | 'unit')[],
  ): Promise<LivedCells> {
    const { kind, from, to, units, segment } = asked
    const { histograms } = await warehouse.histograms(workspace, {
      ...{ kinds: [kind], population: 'employees', from, to, units, segment },
      by,
    })
    const rows = histograms.flatMap(({ group, bins }) =>
      bins.map(({ score, n, weight }) => ({ ...group, score, n, weight: weight / n })),
    )
    const column = (of: (row: (typeof rows)[number], at: number) => number) => Float64Array.from(rows, of)
    return {
      people: column((_, at) => at),
      times: column(({ n }) => n),
      weights: column(({ weight }) => weight),
      marks: column(({ weight, score }) => weight * counted(asked, score)),
      touchpoints: codedTexts(rows.map(({ touchpoint = '' }) => touchpoint)),
      channels: codedTexts(rows.map(() => '')),
      units: codedTexts(rows.map(({ unit = '' }) => unit)),
    }
  }

  return async (workspace: string, asked: LivedAsked): Promise<LivedRead> => {
    if (asked.population !== 'employees') {
      const { cells, drawn } = await ofPeople(workspace, asked)
      return { cells, placed: cells, drawn }
    }
    const [cells, placed] = await Promise.all([
      ofEmployees(workspace, asked, ['touchpoint']),
      ofEmployees(workspace, asked, ['touchpoint', 'unit']),
    ])
    return { cells, placed, drawn: 1 }
  }
}
export type LivedFacts = ReturnType<typeof livedFacts>

/** What a score counts as in the level, in SQL. */
function countedIn({ figure, scale }: LivedAsked): string {
  const score = 'toFloat64(assumeNotNull(score))'
  if (figure === null) return `least(greatest(${score}, ${scale.low}), ${scale.high})`
  const inBox = ({ from, to }: { from: number; to: number }) => `${score} >= ${from} AND ${score} <= ${to}`
  const { against } = figure
  return against ? `multiIf(${inBox(figure)}, 100, ${inBox(against)}, -100, 0)` : `if(${inBox(figure)}, 1, 0)`
}

function counted({ figure, scale }: LivedAsked, score: number): number {
  return figure === null ? Math.min(scale.high, Math.max(scale.low, score)) : countedAs(figure, score)
}
