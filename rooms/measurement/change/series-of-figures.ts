import type { Figure, Measure } from '../contract.ts'
import type { ChangesBy } from './changes.contract.ts'
import type { MonthSeries } from './changes-of-series.ts'

/** Fewest answers behind a month that counts. */
const fewestAnswers = 10

/** Figures by month as series, one for each measure and group; months without enough answers are left out. */
export function seriesOfFigures(
  figures: readonly Figure[],
  measures: readonly Measure[],
  { by, openMonth }: { readonly by: ChangesBy | null; readonly openMonth: string | null },
): MonthSeries[] {
  const shown = figures.filter(
    ({ estimate, group }) =>
      estimate.value !== null &&
      estimate.n >= fewestAnswers &&
      group.month !== undefined &&
      (by === null || group[by] !== ''),
  )
  const groups = Map.groupBy(shown, ({ measure, group }) =>
    JSON.stringify([measure, by === null ? null : group[by]]),
  )
  return [...groups.values()].map((some): MonthSeries => {
    const sorted = [...some].sort((a, b) => (a.group.month! < b.group.month! ? -1 : 1))
    const { measure, group } = sorted[0]!
    return {
      measure,
      group: by === null ? null : (group[by] ?? null),
      better: measures.find(({ key }) => key === measure)?.better ?? 'higher',
      months: sorted.map((figure) => figure.group.month!),
      values: sorted.map(({ estimate }) => estimate.value!),
      isOpen: sorted.at(-1)!.group.month === openMonth,
    }
  })
}
