import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import type { Unit } from '../../strategy/contract.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import type { Annotation } from '../annotations/annotation.contract.ts'
import { annotationsOfChange } from '../annotations/annotations-of-change.ts'
import type { Measure } from '../contract.ts'
import { unitOf } from '../measures/methods.ts'
import type { Change, ChangedSeries, Changes, ChangesBy } from './changes.contract.ts'
import type { ChangesFound } from './changes-of-series.ts'

export interface ChangesToTell {
  readonly found: ChangesFound
  readonly by: ChangesBy
  readonly measures: readonly Measure[]
  readonly names: readonly { readonly key: string; readonly name: LocalText }[]
  readonly annotations: readonly Annotation[]
  readonly units: readonly Unit[]
}

/** Changes as they cross the door: what became worse first, the latest and surest before. */
export function toldChanges({ found, by, measures, names, annotations, units }: ChangesToTell): Changes {
  const series = found.series.flatMap((one): ChangedSeries[] => {
    const measure = measures.find(({ key }) => key === one.measure)
    if (!measure) return []
    const { key, name } = measure
    const group = names.find((each) => each.key === one.group)
    const happened = (earliest: string, latest: string) =>
      annotationsOfChange(annotations, { [by]: one.group ?? undefined, ...{ earliest, latest } }, units)
    return [
      {
        ...one,
        measure: { key, name, unit: unitOf(measure, measures) },
        name: one.group === null ? null : (group?.name ?? one.group),
        state: one.changes.length > 0 ? 'changed' : 'signal',
        changes: one.changes.map((change) => ({
          ...change,
          annotations: happened(change.earliest, change.latest),
        })),
        latest: one.latest && {
          ...one.latest,
          annotations: happened(one.latest.month, one.latest.month),
        },
        beyond: [...one.beyond],
      },
    ]
  })
  const sorted = series.sort((a, b) => weightOf(b) - weightOf(a))
  const { looked, tooFew } = found
  return { by, looked, tooFew, series: sorted, finding: findingOf(sorted, { looked, tooFew }) }
}

/** Changes for the worse stand before changes for the better, and both before single months; the surer the earlier. */
function weightOf({ changes }: ChangedSeries): number {
  const last = changes.at(-1)
  if (!last) return 0
  const sureness = Math.abs((last.shift.value ?? 0) / ((last.shift.high ?? 0) - (last.shift.value ?? 0) || 1))
  return (last.isWorse ? 1000 : 100) + Math.min(99, sureness)
}

function findingOf(
  series: readonly ChangedSeries[],
  { looked, tooFew }: Pick<Changes, 'looked' | 'tooFew'>,
): Finding {
  const changed = series.filter(({ state }) => state === 'changed')
  const first = changed[0]
  return {
    evidence: 'measured',
    headline: first ? changeSaid(first, first.changes.at(-1)!) : nothingSaid(looked),
    points: changed.slice(1, 6).map((one) => changeSaid(one, one.changes.at(-1)!)),
    assumptions: [
      said({
        en: (w) =>
          `${w.number(looked)} series were looked at together; of the changes told, one in twenty is expected to be chance. ${w.number(tooFew)} have fewer than 12 months with 10 answers.`,
        fr: (w) =>
          `${w.number(looked)} séries ont été regardées ensemble ; parmi les changements dits, un sur vingt est attendu par hasard. ${w.number(tooFew)} ont moins de 12 mois de 10 réponses.`,
      }),
      said({
        en: () =>
          'A level lasts three months at least; a yearly season is taken out where it is strong. When something changed says nothing of why.',
        fr: () =>
          'Un niveau dure au moins trois mois ; une saison annuelle est ôtée où elle est forte. Quand quelque chose a changé ne dit rien du pourquoi.',
      }),
    ],
  }
}

function nothingSaid(looked: number): Said {
  return looked === 0
    ? said({
        en: () => 'No series is long enough to see a change: 12 months with 10 answers each are needed.',
        fr: () => 'Aucune série n’est assez longue pour voir un changement : il faut 12 mois de 10 réponses.',
      })
    : said({
        en: (w) => `Nothing changed its level in ${w.number(looked)} series.`,
        fr: (w) => `Rien n’a changé de niveau dans ${w.number(looked)} séries.`,
      })
}

function levelsOf(
  { measure: { unit } }: ChangedSeries,
  { before, after }: Change,
  w: Writer,
): [string, string] {
  const write = (value: number) =>
    unit === 'share' ? w.percent(value) : w.number(value, unit === 'score' ? 2 : unit === 'points' ? 0 : 1)
  return [write(before), write(after)]
}

/** What happened at that time, in words. */
export function happenedSaid(annotations: readonly Annotation[], w: Writer, then: string): string {
  if (annotations.length === 0) return ''
  return ` ${then}${w.colon}${w.list(annotations.slice(0, 3).map(({ name }) => w.name(name)))}.`
}

/** One change in words. */
export function changeSaid(series: ChangedSeries, change: Change): Said {
  const { measure, name } = series
  const rose = (change.shift.value ?? 0) > 0
  const where = (w: Writer) =>
    name === null ? w.name(measure.name) : `${w.name(name)}, ${w.name(measure.name)}`
  const began = (w: Writer, between: [string, string]) =>
    change.earliest === change.latest
      ? ''
      : ` (${between[0]} ${w.month(`${change.earliest}-01`)} ${between[1]} ${w.month(`${change.latest}-01`)})`
  return said({
    en: (w) => {
      const [from, to] = levelsOf(series, change, w)
      return `${where(w)}: ${rose ? 'up' : 'down'} from ${from} to ${to} since ${w.month(`${change.month}-01`)}${began(w, ['between', 'and'])}.${happenedSaid(change.annotations, w, 'Then happened')}`
    },
    fr: (w) => {
      const [from, to] = levelsOf(series, change, w)
      return `${where(w)} : ${rose ? 'monté' : 'descendu'} de ${from} à ${to} depuis ${w.month(`${change.month}-01`)}${began(w, ['entre', 'et'])}.${happenedSaid(change.annotations, w, 'Il s’est alors passé')}`
    },
  })
}
