import { said } from '../analyses/said.ts'
import type { Alert } from './alert.contract.ts'
import type { ChangedSeries, Changes } from './changes.contract.ts'
import { changeSaid, happenedSaid } from './told-changes.ts'

/** Months back from the last one that is over in which a new level is still news: three that it takes to be one, and one more. */
const newsMonths = 4

type Found = Omit<Alert, 'seen'>

/** What became worse lately among changes: new levels first, then single months; a series told twice counts once. */
export function alertsOfChanges(all: readonly Changes[]): Found[] {
  const found = all.flatMap(({ by, series }) => series.flatMap((one) => alertsOf(one, by)))
  const once = new Map(found.map((alert) => [alert.key, alert]))
  return [...once.values()].sort(
    (one, other) =>
      Number(one.kind === 'month') - Number(other.kind === 'month') || (one.month < other.month ? 1 : -1),
  )
}

function alertsOf(series: ChangedSeries, by: Changes['by']): Found[] {
  const level = series.changes.at(-1)
  if (level?.isWorse && monthsBetween(level.month, series.until) < newsMonths)
    return [
      {
        ...placeOf(series, by),
        ...{ kind: 'level', key: keyOf(series, by, level.month), month: level.month },
        ...{ said: changeSaid(series, level), annotations: level.annotations },
      },
    ]
  const month = series.latest
  if (!month?.isWorse) return []
  return [
    {
      ...placeOf(series, by),
      ...{ kind: 'month', key: keyOf(series, by, month.month), month: month.month },
      ...{ said: monthSaid(series, month), annotations: month.annotations },
    },
  ]
}

function placeOf({ measure: { key, name: called }, group, name }: ChangedSeries, by: Changes['by']) {
  return { measure: { key, name: called }, by: group === null ? null : by, group, name }
}

function keyOf({ measure, group }: ChangedSeries, by: Changes['by'], month: string): string {
  return [measure.key, ...(group === null ? [] : [by, group]), month].join('.')
}

function monthsBetween(first: string, last: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return count(last) - count(first)
}

function monthSaid(
  { measure, name }: ChangedSeries,
  { month, annotations }: NonNullable<ChangedSeries['latest']>,
) {
  return said({
    en: (w) =>
      `${name === null ? '' : `${w.name(name)}, `}${w.name(measure.name)}: worse in ${w.month(`${month}-01`)} than it goes by itself.${happenedSaid(annotations, w, 'Then happened')}`,
    fr: (w) =>
      `${name === null ? '' : `${w.name(name)}, `}${w.name(measure.name)}${w.colon}moins bien en ${w.month(`${month}-01`)} que de soi-même.${happenedSaid(annotations, w, 'Il s’est alors passé')}`,
  })
}
