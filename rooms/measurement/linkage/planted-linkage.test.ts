import { expect, it } from 'vitest'
import { fullMonths } from '../../../sample/sample-calendar.ts'
import { covers, knownSample } from '../../../sample/test-known-sample.ts'
import type { Known } from '../../../sample/test-unit-estimates.ts'
import { meanMarkGiven } from '../../../sample/unit-results.ts'
import type { PanelIndicator } from './link-parts.ts'
import { type LinkageFound, linksOfPanel } from './links-of-panel.ts'

const stores = 40
const [work, lived, revenue, absence] = [0, 1, 2, 3]
const storeTouchpoints = ['welcome', 'advice', 'checkout']

const sumOf = (list: readonly { mark: number }[]) => list.reduce((sum, { mark }) => sum + mark, 0)

/** Means of unit and month with the variance that sampling gives them, pooled over all of them. */
function meansOf(
  side: PanelIndicator['side'],
  marks: Iterable<{ unit: number; month: number; mark: number; response?: number }>,
): PanelIndicator {
  const cells = new Map<number, { mark: number; response: number | undefined }[]>()
  for (const { unit, month, mark, response } of marks) {
    if (unit >= stores || month >= fullMonths) continue
    const cell = unit * fullMonths + month
    cells.set(cell, [...(cells.get(cell) ?? []), { mark, response }])
  }
  const values = new Float64Array(stores * fullMonths).fill(Number.NaN)
  let [spread, degrees] = [0, 0]
  for (const [cell, list] of cells) {
    values[cell] = sumOf(list) / list.length
    const sittings = Map.groupBy(list, ({ response }, at) => response ?? -at)
    for (const sitting of sittings.values()) spread += (sumOf(sitting) - sitting.length * values[cell]!) ** 2
    degrees += list.length - list.length / sittings.size
  }
  const variances = values.map((_, cell) => spread / degrees / (cells.get(cell)?.length ?? 1))
  return { side, values, variances }
}

function resultsOf({ facts }: Known, kind: string, told: (value: number) => number): PanelIndicator {
  const values = Float64Array.from({ length: stores * fullMonths }, (_, cell) => {
    const found = facts.results.get(`${kind} ${Math.floor(cell / fullMonths)} ${cell % fullMonths}`)
    return found === undefined ? Number.NaN : told(found)
  })
  return { side: 'results', values, variances: null }
}

function linked(known: Known): LinkageFound {
  const { facts, truths } = known
  const { usual } = truths.experience
  const marks = facts.storeMarks.filter(({ touchpoint }) => storeTouchpoints.includes(touchpoint))
  return linksOfPanel({
    ...{ units: stores, periods: fullMonths, controls: [], mostLag: 5, draws: 400, seed: 1 },
    indicators: [
      meansOf('employees', facts.engagement),
      meansOf(
        'customers',
        marks.map(({ store, month, mark, touchpoint, response }) => ({
          ...{ unit: store, month, response },
          mark: mark - usual[touchpoint]!,
        })),
      ),
      resultsOf(known, 'store-revenue', Math.log),
      resultsOf(known, 'absence', Math.log),
    ],
  })
}

it('[MEA-140, MEA-143, MEA-145] planted lags, slopes and the chain are found again on three samples', () => {
  const covered = [1, 2, 3].flatMap((seed) => {
    const known = knownSample(seed)
    const { linkage, elasticity, working_life, experience } = known.truths
    const { links, chains } = linked(known)
    const link = (x: number, y: number) => links.find((one) => one.x === x && one.y === y)!
    expect(link(work, lived)).toMatchObject({ lag: linkage.lag })
    expect(link(lived, revenue)).toMatchObject({ lag: elasticity.lag })
    expect(link(work, absence)).toMatchObject({ lag: 0 })
    expect(link(work, lived).back!.p).toBeGreaterThan(0.001)
    expect(chains[0]).toMatchObject({ x: work, mediator: lived, y: revenue, lags: [2, 1] })
    const usual = storeTouchpoints.reduce((sum, one) => sum + experience.usual[one]!, 0) / 3
    // Marks end at 5, so that means given move a little less than what is lived.
    const spread = Math.hypot(experience.leniency, experience.moment)
    const given = storeTouchpoints.reduce((sum, one) => {
      const middle = experience.usual[one]!
      return sum + (meanMarkGiven(middle + 0.1, spread) - meanMarkGiven(middle - 0.1, spread)) / 0.2 / 3
    }, 0)
    return [
      covers(link(work, lived).freed!, linkage.slope * given),
      covers(link(lived, revenue).freed!, elasticity.revenue / usual),
      covers(link(work, absence).freed!, working_life.absence_slope),
      covers(chains[0]!.indirect, (linkage.slope * given * elasticity.revenue) / usual),
    ]
  })
  expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(10)
})
