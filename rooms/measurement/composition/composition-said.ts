import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import type { Composition, CompositionRow } from './composition.contract.ts'

type Told = Omit<Composition, 'finding'>

/** What a composition says, by rules: where the figure stands and what moved it; else what pulls it most. */
export function compositionFinding(told: Told): Finding {
  const moved = told.rows.filter(isMoved)
  return {
    evidence: 'measured',
    headline: headlineSaid(told, moved),
    points: [...questionsSaid(told), ...movedSaid(told, moved), ...mixSaid(told), ...pullsSaid(told)],
    assumptions: assumptionsSaid(told),
  }
}

const isMoved = ({ levelEffect }: CompositionRow) =>
  levelEffect?.verdict === 'moved-up' || levelEffect?.verdict === 'moved-down'

const digitsOf = ({ unit, scale }: Told) =>
  unit === 'points' || unit === 'share' || scale.high - scale.low >= 9 ? 1 : 2

/** An amount in the unit of the measure; shares in points of a percent. */
function amount(value: number, told: Told, w: Writer): string {
  if (told.unit === 'money') return w.money(value, told.valueUnit ?? 'EUR')
  return w.number(inUnit(value, told), digitsOf(told))
}

/** The same with its sign, as a change has it. */
function effect(value: number, told: Told, w: Writer): string {
  return told.unit === 'money' ? amount(value, told, w) : w.signed(inUnit(value, told), digitsOf(told))
}

/** What a part did, told with a digit more than the whole. */
function partEffect(value: number, told: Told, w: Writer): string {
  return told.unit === 'money' ? amount(value, told, w) : w.signed(inUnit(value, told), digitsOf(told) + 1)
}

const inUnit = (value: number, { unit }: Told) => (unit === 'share' ? value * 100 : value)

const figure = (value: number, told: Told, w: Writer) =>
  told.unit === 'share' ? w.percent(value, 1) : amount(value, told, w)

function headlineSaid(told: Told, moved: readonly CompositionRow[]): Said {
  const { measure, whole, change, before } = told
  if (whole.value === null)
    return said({
      en: (w) => `There is no figure of “${w.name(measure.name)}” to take apart.`,
      fr: (w) => `Il n’y a pas de chiffre de « ${w.name(measure.name)} » à décomposer.`,
    })
  const stands = (w: Writer) => figure(whole.value!, told, w)
  if (change.value === null)
    return said({
      en: (w) => `“${w.name(measure.name)}” stands at ${stands(w)}; there is nothing before to compare with.`,
      fr: (w) => `« ${w.name(measure.name)} » est à ${stands(w)} ; il n’y a rien avant à quoi comparer.`,
    })
  const by = (w: Writer) => effect(change.value!, told, w)
  const [first] = moved
  if (!first)
    return said({
      en: (w) =>
        `“${w.name(measure.name)}” stands at ${stands(w)}, ${by(w)} since ${before.name}; nothing that moved it is told from chance.`,
      fr: (w) =>
        `« ${w.name(measure.name)} » est à ${stands(w)}, ${by(w)} depuis ${before.name} ; rien de ce qui l’a fait bouger ne se distingue du hasard.`,
    })
  const byFirst = (w: Writer) => effect(first.levelEffect!.estimate.value!, told, w)
  return said({
    en: (w) =>
      `“${w.name(measure.name)}” stands at ${stands(w)}, ${by(w)} since ${before.name}, ${byFirst(w)} of it by what is lived at “${w.name(first.name)}”.`,
    fr: (w) =>
      `« ${w.name(measure.name)} » est à ${stands(w)}, ${by(w)} depuis ${before.name}, dont ${byFirst(w)} par ce qui est vécu à « ${w.name(first.name)} ».`,
  })
}

/** A change between periods that asked other questions is no change of what is lived alone. */
function questionsSaid({ questions: { added, dropped }, before }: Told): Said[] {
  if (added.length + dropped.length === 0) return []
  const listed = (names: readonly string[], w: Writer) => (names.length === 0 ? '–' : w.list(names))
  return [
    said({
      en: (w) =>
        `Other questions were asked in ${before.name} (new: ${listed(added, w)}; gone: ${listed(dropped, w)}): the change is of questions too. Scale quality tells it on those that stayed.`,
      fr: (w) =>
        `D’autres questions étaient posées en ${before.name} (nouvelles : ${listed(added, w)} ; disparues : ${listed(dropped, w)}) : le changement est aussi celui des questions. La solidité des échelles le dit sur celles qui sont restées.`,
    }),
  ]
}

function movedSaid(told: Told, moved: readonly CompositionRow[]): Said[] {
  if (moved.length < 2) return []
  const listed = (w: Writer) =>
    w.list(
      moved
        .slice(1, 6)
        .map(
          ({ name, levelEffect }) => `${w.name(name)} ${partEffect(levelEffect!.estimate.value!, told, w)}`,
        ),
    )
  return [
    said({
      en: (w) => `Told from chance too: ${listed(w)}.`,
      fr: (w) => `Distincts du hasard aussi : ${listed(w)}.`,
    }),
  ]
}

function mixSaid(told: Told): Said[] {
  const { level, mix, change } = told
  if (level === null || mix === null || change.value === null) return []
  return [
    said({
      en: (w) =>
        `Of the change, ${partEffect(level, told, w)} come of other levels and ${partEffect(mix, told, w)} of other shares: who answered, about what.`,
      fr: (w) =>
        `Du changement, ${partEffect(level, told, w)} viennent d’autres niveaux et ${partEffect(mix, told, w)} d’autres parts : qui a répondu, et sur quoi.`,
    }),
  ]
}

/** What holds the figure down most, and up most, told from nothing. */
function pullsSaid(told: Told): Said[] {
  const sign = told.better === 'higher' ? 1 : -1
  const pulls = told.rows.filter(({ pull }) => pull && pull.low !== null && (pull.low > 0 || pull.high! < 0))
  const sorted = pulls.toSorted((a, b) => sign * (a.pull!.value! - b.pull!.value!))
  const [down, up] = [sorted[0], sorted.at(-1)]
  if (!down || !up || down === up) return []
  const namedPull = (row: CompositionRow, w: Writer) =>
    `${w.name(row.name)} (${partEffect(row.pull!.value!, told, w)})`
  return [
    said({
      en: (w) => `${namedPull(down, w)} holds it back most, ${namedPull(up, w)} carries it most.`,
      fr: (w) => `${namedPull(down, w)} le retient le plus, ${namedPull(up, w)} le porte le plus.`,
    }),
  ]
}

function assumptionsSaid({ by }: Told): Said[] {
  if (by === 'part')
    return [
      {
        en: 'Parts are told over the responses that answered all of them, each on 0 to 100; weight times level adds up to the score, and weight times change to its change.',
        fr: 'Les composantes sont dites sur les questionnaires qui répondent à toutes, chacune de 0 à 100 ; poids fois niveau fait la note, et poids fois changement son changement.',
      },
    ]
  return [
    {
      en: 'Share times level adds up to the figure. Its change is the sum of changed levels at the mean share of both periods and of changed shares at the mean distance from the whole (Kitagawa 1955); where something changed says nothing of why.',
      fr: 'Part fois niveau fait le chiffre. Son changement est la somme des niveaux changés, à la part moyenne des deux périodes, et des parts changées, à la distance moyenne de l’ensemble (Kitagawa 1955) ; où quelque chose a changé ne dit rien du pourquoi.',
    },
    {
      en: 'Effects are tested together (Benjamini–Hochberg, 5%). Groups that must stay hidden are among all others.',
      fr: 'Les effets sont testés ensemble (Benjamini–Hochberg, 5 %). Les groupes qui doivent rester cachés sont parmi tous les autres.',
    },
  ]
}
