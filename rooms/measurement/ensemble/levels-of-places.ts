/** A column of texts, each row by the place of its text among the values. */
export interface CodedTexts {
  readonly codes: ArrayLike<number>
  readonly values: readonly string[]
}

/** Marks summed by person and place, people one after the other. */
export interface LivedCells {
  /** A number of the person of each row. */
  readonly people: Float64Array
  /** People who gave the same: 1 where people are told apart. */
  readonly times: Float64Array
  /** Weight of the marks of a row, and the marks times their weight. */
  readonly weights: Float64Array
  readonly marks: Float64Array
  readonly touchpoints: CodedTexts
  readonly channels: CodedTexts
  readonly units: CodedTexts
}

/** Levels of places with the covariance that people who judge several of them bring. */
export interface Levels {
  readonly names: readonly string[]
  readonly levels: readonly number[]
  readonly covariance: readonly (readonly number[])[]
  /** People behind each, and behind them all. */
  readonly people: readonly number[]
  readonly everybody: number
}

/** Mean mark of every touchpoint. */
export function touchpointLevels(cells: LivedCells): Levels {
  const { sums, weights } = totals(cells, cells.touchpoints)
  const levels = sums.map((sum, at) => sum / weights[at]!)
  const score = (row: number) => {
    const at = cells.touchpoints.codes[row]!
    return { at, value: (cells.marks[row]! - cells.weights[row]! * levels[at]!) / weights[at]! }
  }
  const width = levels.length
  return {
    ...{ names: cells.touchpoints.values, levels },
    covariance: spreadOfScores(cells, width, (row) => [score(row)]).map((row) => Array.from(row)),
    ...peopleBehind(cells, cells.touchpoints),
  }
}

/**
 * Level of every channel or unit at equal touchpoints: the mean mark of all, and how far its marks lie from the means of the touchpoints they
 * were given to. Where a touchpoint is found in one place only, nothing tells the two apart and it moves no level.
 */
export function levelsAtEqualTouchpoints(cells: LivedCells, places: CodedTexts): Levels {
  const { touchpoints, marks, weights: rowWeights } = cells
  const touched = totals(cells, touchpoints)
  const means = touched.sums.map((sum, at) => sum / touched.weights[at]!)
  const all =
    touched.sums.reduce((sum, one) => sum + one, 0) / touched.weights.reduce((sum, one) => sum + one, 0)
  const apart = (row: number) => marks[row]! - rowWeights[row]! * means[touchpoints.codes[row]!]!
  const placed = totals({ ...cells, marks: marks.map((_, row) => apart(row)) }, places)
  const distances = placed.sums.map((sum, at) => sum / placed.weights[at]!)
  const width = places.values.length + touchpoints.values.length
  const both = spreadOfScores(cells, width, (row) => {
    const [place, touchpoint] = [places.codes[row]!, touchpoints.codes[row]!]
    const own = (apart(row) - rowWeights[row]! * distances[place]!) / placed.weights[place]!
    return [
      { at: place, value: own },
      { at: places.values.length + touchpoint, value: apart(row) / touched.weights[touchpoint]! },
    ]
  })
  const shares = sharesOfTouchpoints(cells, places, placed.weights)
  return {
    names: places.values,
    levels: distances.map((distance) => all + distance),
    covariance: carriedThrough(both, shares),
    ...peopleBehind(cells, places),
  }
}

/** Share of the marks of each place that was given to each touchpoint. */
function sharesOfTouchpoints(
  { times, weights, touchpoints }: LivedCells,
  { codes, values: names }: CodedTexts,
  totalWeights: readonly number[],
): number[][] {
  const shares = names.map(() => touchpoints.values.map(() => 0))
  for (let row = 0; row < weights.length; row++) {
    const place = codes[row]!
    shares[place]![touchpoints.codes[row]!]! += (times[row]! * weights[row]!) / totalWeights[place]!
  }
  return shares
}

/** Covariance of the levels of places, from that of own marks (first) and of the means of touchpoints (behind), which move each place by its shares. */
function carriedThrough(both: readonly Float64Array[], shares: readonly (readonly number[])[]): number[][] {
  const behind = shares.length
  const moved = both.map((row) =>
    shares.map(
      (own, place) => row[place]! - own.reduce((sum, share, at) => sum + share * row[behind + at]!, 0),
    ),
  )
  return shares.map((own, place) =>
    shares.map(
      (_, other) =>
        moved[place]![other]! - own.reduce((sum, share, at) => sum + share * moved[behind + at]![other]!, 0),
    ),
  )
}

function totals(
  { times, weights, marks }: Pick<LivedCells, 'times' | 'weights' | 'marks'>,
  { codes, values: names }: CodedTexts,
): { sums: number[]; weights: number[] } {
  const sums = new Array<number>(names.length).fill(0)
  const total = new Array<number>(names.length).fill(0)
  for (let row = 0; row < marks.length; row++) {
    sums[codes[row]!]! += times[row]! * marks[row]!
    total[codes[row]!]! += times[row]! * weights[row]!
  }
  return { sums, weights: total }
}

interface Score {
  readonly at: number
  readonly value: number
}

/** Sum over people of the products of what each adds to every level: their covariance, clustered by person. */
function spreadOfScores(
  { people, times }: LivedCells,
  width: number,
  scoresOf: (row: number) => readonly Score[],
): Float64Array[] {
  const products = Array.from({ length: width }, () => new Float64Array(width))
  const own = new Float64Array(width)
  let touched: number[] = []
  let persons = 0
  const close = (last: number) => {
    for (const i of touched) for (const j of touched) products[i]![j]! += times[last]! * own[i]! * own[j]!
    for (const at of touched) own[at] = 0
    persons += times[last]!
    touched = []
  }
  for (let row = 0; row < people.length; row++) {
    for (const { at, value } of scoresOf(row)) {
      if (!touched.includes(at)) touched.push(at)
      own[at]! += value
    }
    if (row + 1 === people.length || people[row + 1] !== people[row]) close(row)
  }
  const factor = persons > 1 ? persons / (persons - 1) : 1
  return products.map((row) => row.map((one) => factor * one))
}

function peopleBehind({ people, times }: LivedCells, { codes, values: names }: CodedTexts) {
  const counts = new Array<number>(names.length).fill(0)
  const last = new Array<number>(names.length).fill(Number.NaN)
  let everybody = 0
  for (let row = 0; row < people.length; row++) {
    const at = codes[row]!
    if (last[at] !== people[row]) counts[at]! += times[row]!
    last[at] = people[row]!
    if (row === 0 || people[row - 1] !== people[row]) everybody += times[row]!
  }
  return { people: counts, everybody }
}

/** Some of the places. */
export function levelsOf(
  { names, levels, covariance, people, everybody }: Levels,
  at: readonly number[],
): Levels {
  return {
    names: at.map((one) => names[one]!),
    levels: at.map((one) => levels[one]!),
    covariance: at.map((one) => at.map((other) => covariance[one]![other]!)),
    people: at.map((one) => people[one]!),
    everybody,
  }
}
