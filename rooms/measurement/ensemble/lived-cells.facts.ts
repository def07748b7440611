import type { Warehouse } from '../../../foundations/warehouse/warehouse.ts'
import type { CountedFigure } from '../drivers/response-table.ts'
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

const who = `toFloat64(bitShiftRight(cityHash64(if(person = '', toString(message), person)), 11))`

/** Marks read at most; of more, people are drawn by lot. */
const mostMarks = 4_000_000

/** Reads marks summed by person, touchpoint, channel and unit; of employees, whom no one may read one by one, by score. */
export function livedFacts(warehouse: Warehouse) {
  async function ofPeople(
    workspace: string,
    asked: LivedAsked,
  ): Promise<{ cells: LivedCells; drawn: number }> {
    const { kind, population, from, to, units, segment } = asked
    const where = [
      'kind = {kind:String} AND score IS NOT NULL AND population = {population:String}',
      ' AND toDate(occurred_at) >= {first:Date} AND toDate(occurred_at) <= {last:Date}',
      ...(units === undefined ? [] : [' AND unit IN {units:Array(String)}']),
      ...(segment === undefined ? [] : [' AND segments[{name:String}] = {of:String}']),
    ].join('')
    const parameters = {
      ...{ kind, population, first: from, last: to },
      ...(units === undefined ? {} : { units }),
      ...(segment === undefined ? {} : { name: segment.name, of: segment.value }),
    }
    const counted = await warehouse.columns(workspace, {
      sql: `SELECT toFloat64(count()) AS n FROM answers WHERE ${where}`,
      parameters,
    })
    const drawn = Math.min(1, mostMarks / Math.max(1, (counted.numbers('n') as Float64Array)[0] ?? 0))
    const lot = drawn < 1 ? ` AND cityHash64(person) % 1000 < ${Math.floor(1000 * drawn)}` : ''
    const read = await warehouse.columns(workspace, {
      sql: `SELECT ${who} AS buyer, toString(touchpoint) AS place, toString(channel) AS way, toString(unit) AS branch,
sum(toFloat64(weight)) AS weights, sum(toFloat64(weight) * ${countedIn(asked)}) AS marks
FROM answers WHERE ${where}${lot} GROUP BY buyer, place, way, branch ORDER BY buyer`,
      parameters,
      onePerson: true,
    })
    const [places, ways, branches] = [read.texts('place'), read.texts('way'), read.texts('branch')]
    const people = read.numbers('buyer') as Float64Array
    const cells = {
      people,
      times: new Float64Array(people.length).fill(1),
      weights: read.numbers('weights') as Float64Array,
      marks: read.numbers('marks') as Float64Array,
      touchpoints: { codes: places.codes, names: places.values },
      channels: { codes: ways.codes, names: ways.values },
      units: { codes: branches.codes, names: branches.values },
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
      touchpoints: coded(rows.map(({ touchpoint = '' }) => touchpoint)),
      channels: coded(rows.map(() => '')),
      units: coded(rows.map(({ unit = '' }) => unit)),
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
  if (figure === 'nps') return `if(${score} >= 9, 100, if(${score} <= 6, -100, 0))`
  if (figure === null) return `least(greatest(${score}, ${scale.low}), ${scale.high})`
  return `if(${score} >= ${figure.from} AND ${score} <= ${figure.to}, 1, 0)`
}

function counted({ figure, scale }: LivedAsked, score: number): number {
  if (figure === 'nps') return score >= 9 ? 100 : score <= 6 ? -100 : 0
  if (figure === null) return Math.min(scale.high, Math.max(scale.low, score))
  return Number(score >= figure.from && score <= figure.to)
}

function coded(values: readonly string[]) {
  const names = [...new Set(values)]
  const places = new Map(names.map((name, at) => [name, at]))
  return { codes: Uint32Array.from(values, (value) => places.get(value)!), names }
}
