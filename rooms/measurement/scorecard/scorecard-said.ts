import { gapState } from '../../../foundations/format/gap-state.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import type { Scorecard, ScorecardRow } from './scorecard.contract.ts'

type Told = Omit<Scorecard, 'finding'>

/** What a scorecard says, by rules: promises kept and the one furthest short, then what moved, then how it stands among peers. */
export function scorecardFinding(told: Told): Finding {
  return {
    evidence: 'measured',
    headline: promisesSaid(told),
    points: [
      ...movedSaid(told, 'before'),
      ...movedSaid(told, 'yearBefore'),
      ...standingSaid(told, 'better'),
      ...standingSaid(told, 'worse'),
      ...standardsSaid(told),
    ],
    assumptions: assumptionsSaid(told),
  }
}

const nameOf = ({ measure, touchpoint }: ScorecardRow, w: Writer) =>
  touchpoint ? `${w.name(touchpoint.name)} (${w.name(measure.name)})` : w.name(measure.name)

/** A size in the unit of its measure. */
function size(value: number, { unit, scale, valueUnit }: ScorecardRow, w: Writer): string {
  if (unit === 'share') return w.number(Math.abs(value) * 100, 1)
  if (unit === 'money') return w.money(Math.abs(value), valueUnit ?? 'EUR')
  return w.number(Math.abs(value), unit === 'points' || scale.high - scale.low >= 9 ? 1 : 2)
}

function promisesSaid({ promises, of }: Told): Said {
  const asked = promises.filter(({ promise }) => promise !== null)
  const states = asked.map(({ gap, better }) => gapState(gap, better))
  const known = states.filter((state) => state !== 'none').length
  const broken = asked.filter((_, at) => states[at] === 'short')
  const placed = (sentence: string, w: Writer, colon: string) =>
    of ? `${w.name(of.name)}${colon} ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1)
  if (known === 0)
    return said({
      en: (w) => placed(`no promise can be held against what is lived.`, w, ':'),
      fr: (w) => placed(`aucune promesse ne peut être confrontée à ce qui est vécu.`, w, ' :'),
    })
  const [worst] = broken
  if (!worst)
    return said({
      en: (w) => placed(`none of ${w.number(known)} promises is told to be broken.`, w, ':'),
      fr: (w) => placed(`aucune des ${w.number(known)} promesses n’est rompue de façon sûre.`, w, ' :'),
    })
  return said({
    en: (w) =>
      placed(
        `${w.number(broken.length)} of ${w.number(known)} promises ${broken.length === 1 ? 'falls' : 'fall'} short, the furthest at “${w.name(worst.touchpoint!.name)}”, by ${size(worst.gap!.value!, worst, w)}.`,
        w,
        ':',
      ),
    fr: (w) =>
      placed(
        `${w.number(broken.length)} promesse${broken.length === 1 ? '' : 's'} sur ${w.number(known)} ${broken.length === 1 ? 'n’est pas tenue' : 'ne sont pas tenues'}, la plus loin à « ${w.name(worst.touchpoint!.name)} », de ${size(worst.gap!.value!, worst, w)}.`,
        w,
        ' :',
      ),
  })
}

function movedSaid(
  { measures, promises, before, yearBefore }: Told,
  against: 'before' | 'yearBefore',
): Said[] {
  const moved = [...promises, ...measures].filter(
    (row) => row[against].verdict === 'moved-up' || row[against].verdict === 'moved-down',
  )
  if (moved.length === 0) return []
  const isGood = (row: ScorecardRow) => (row[against].verdict === 'moved-up') === (row.better === 'higher')
  const listed = (rows: readonly ScorecardRow[], w: Writer) =>
    w.list(rows.slice(0, 4).map((row) => nameOf(row, w)))
  const [good, bad] = [moved.filter(isGood), moved.filter((row) => !isGood(row))]
  const days = against === 'before' ? before : yearBefore
  return [
    said({
      en: (w) =>
        `Since ${days.name}: ${[good.length > 0 ? `better ${listed(good, w)}` : '', bad.length > 0 ? `worse ${listed(bad, w)}` : ''].filter(Boolean).join('; ')}.`,
      fr: (w) =>
        `Depuis ${days.name} : ${[good.length > 0 ? `mieux ${listed(good, w)}` : '', bad.length > 0 ? `moins bien ${listed(bad, w)}` : ''].filter(Boolean).join(' ; ')}.`,
    }),
  ]
}

/** What stands above, or below, more than half of the peers. */
function standingSaid({ measures, promises }: Told, side: 'better' | 'worse'): Said[] {
  const rows = [...promises, ...measures].filter(
    ({ standing }) => standing && standing[side] > standing.of / 2,
  )
  if (rows.length === 0) return []
  const listed = (w: Writer) =>
    w.list(rows.slice(0, 4).map((row) => `${nameOf(row, w)} (${row.standing![side]}/${row.standing!.of})`))
  return [
    side === 'better'
      ? said({
          en: (w) => `Better than most peers, told from chance: ${listed(w)}.`,
          fr: (w) => `Mieux que la plupart des pairs, hors du hasard : ${listed(w)}.`,
        })
      : said({
          en: (w) => `Worse than most peers, told from chance: ${listed(w)}.`,
          fr: (w) => `Moins bien que la plupart des pairs, hors du hasard : ${listed(w)}.`,
        }),
  ]
}

function standardsSaid({ promises }: Told): Said[] {
  const all = promises.flatMap(({ standards }) => standards)
  if (all.length === 0) return []
  const count = (state: string) => all.filter((one) => one.state === state).length
  return [
    said({
      en: (w) =>
        `Standards: ${w.number(count('met'))} met, ${w.number(count('at-risk'))} at risk, ${w.number(count('missed'))} missed.`,
      fr: (w) =>
        `Standards : ${w.number(count('met'))} tenus, ${w.number(count('at-risk'))} menacés, ${w.number(count('missed'))} manqués.`,
    }),
  ]
}

function assumptionsSaid({ peers }: Told): Said[] {
  return [
    {
      en: 'A promise is told to be broken, and a figure to have moved, only where its interval shows it; each column of comparisons is tested together (Benjamini–Hochberg).',
      fr: 'Une promesse n’est dite rompue, et un chiffre n’est dit avoir bougé, que si son intervalle le montre ; chaque colonne de comparaisons est testée ensemble (Benjamini–Hochberg).',
    },
    ...(peers.length === 0
      ? []
      : [
          {
            en: 'Peers may serve other people and sell other things: what stands apart from them is a question to ask, not a mark to give.',
            fr: 'Les pairs peuvent servir d’autres gens et vendre autre chose : ce qui s’en détache est une question à poser, pas une note à donner.',
          },
        ]),
  ]
}
