import { withinValues } from '../foundations/statistics/panel/fixed-effects.ts'
import { bootstrapValues, percentileLimits } from '../foundations/statistics/resampling/bootstrap.ts'

interface Marked {
  readonly month: number
  readonly mark: number
  readonly half: number
}

/** Sum and count of marks by unit, month and half of the people. */
export class UnitMonths {
  readonly #sums = new Map<string, [sum: number, count: number]>()

  add(unit: number, { month, mark, half }: Marked): void {
    const key = `${unit} ${month} ${half}`
    const [sum, count] = this.#sums.get(key) ?? [0, 0]
    this.#sums.set(key, [sum + mark, count + 1])
  }

  /** Mean of one half of the people; undefined where nobody of it answered. */
  half(unit: number, month: number, half: number): number | undefined {
    const found = this.#sums.get(`${unit} ${month} ${half}`)
    return found && found[0] / found[1]
  }

  mean(unit: number, month: number): number | undefined {
    const halves = [0, 1].flatMap((half) => this.#sums.get(`${unit} ${month} ${half}`) ?? [])
    if (halves.length === 0) return undefined
    const [sum, count] = [halves[0]! + (halves[2] ?? 0), halves[1]! + (halves[3] ?? 0)]
    return sum / count
  }
}

export interface PanelRow {
  readonly unit: number
  readonly period: number
  readonly y: number
  /** The same figure from one half of the people and from the other. */
  readonly x: readonly [number, number]
}

export interface Slope {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Slope of y on x within units and periods, free of the noise in x: the figure of one half of the people stands for x, that of the
 * other half is its instrument, and the other way round. Limits by bootstrap over units.
 */
export function instrumentedSlope(rows: readonly PanelRow[], seed = 1): Slope {
  const units = rows.map(({ unit }) => unit)
  const periods = rows.map(({ period }) => period)
  const effects = [positions(units), positions(periods)]
  const within = (values: readonly number[]) => {
    const found = withinValues(values, effects)
    if (typeof found === 'string') throw new Error(found)
    return found
  }
  const y = within(rows.map((row) => row.y))
  const [a, b] = [within(rows.map(({ x }) => x[0])), within(rows.map(({ x }) => x[1]))]
  const parts = new Map<number, [above: number, below: number]>()
  for (const [i, unit] of units.entries()) {
    const [above, below] = parts.get(unit) ?? [0, 0]
    parts.set(unit, [above + (y[i]! * (a[i]! + b[i]!)) / 2, below + a[i]! * b[i]!])
  }
  const perUnit = [...parts.values()]
  const slope = (chosen: Iterable<number>) => {
    let [above, below] = [0, 0]
    for (const unit of chosen) {
      above += perUnit[unit]![0]
      below += perUnit[unit]![1]
    }
    return above / below
  }
  const limits = percentileLimits(bootstrapValues(perUnit.length, slope, { draws: 999, seed }))!
  return { value: slope(perUnit.keys()), low: limits.low, high: limits.high }
}

function positions(labels: readonly number[]) {
  const places = new Map([...new Set(labels)].map((label, place) => [label, place]))
  return { index: Int32Array.from(labels, (label) => places.get(label)!), count: places.size }
}
