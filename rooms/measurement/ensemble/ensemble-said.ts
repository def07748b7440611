import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import type { MeasureUnit } from '../contract.ts'
import type { Ensemble, Raising, Strand } from './ensemble.contract.ts'

type Told = Omit<Ensemble, 'finding'>

/** What the ensemble says, by rules: who plays alone, else what raising the weakest brings, else how even it is. */
export function ensembleFinding(told: Told): Finding {
  const solo = told.strands.find(({ hasSoloist }) => hasSoloist)
  const raised = raisedSaid(told.raising)
  const headline = solo ? soloistSaid(solo, told.unit) : (raised ?? evenSaid(told.strands[0]!, told.unit))
  return {
    evidence: solo || !raised ? 'measured' : 'associated',
    headline,
    points: [
      ...(solo && raised ? [raised] : []),
      ...wholeSaid(told.raising),
      ...told.strands.filter(({ why }) => why === null).map((strand) => evenSaid(strand, told.unit)),
      ...trailingSaid(told),
    ],
    assumptions: assumptionsSaid(told),
  }
}

/** A level as its unit wants it. */
function level(value: number, unit: MeasureUnit, w: Writer): string {
  if (unit === 'share') return w.percent(value)
  return unit === 'points' ? w.signed(value, 0) : w.number(value, 1)
}

/** A distance between levels, or a gain. */
function gain(value: number, unit: MeasureUnit, w: Writer): string {
  return w.signed(unit === 'share' ? value * 100 : value, unit === 'score' ? 2 : 1)
}

function soloistSaid({ name, leader }: Strand, unit: MeasureUnit): Said {
  const { name: who, others, toOthers } = leader!
  const own = others + toOthers.value!
  return said({
    en: (w) =>
      `“${w.name(who)}” plays alone in “${w.name(name)}”: ${level(own, unit, w)}, where the rest of the journey is at ${level(others, unit, w)}.`,
    fr: (w) =>
      `« ${w.name(who)} » joue en soliste dans « ${w.name(name)} » : ${level(own, unit, w)}, quand le reste du parcours est à ${level(others, unit, w)}.`,
  })
}

const ends = (one: EstimateView, unit: MeasureUnit, w: Writer) => {
  const times = unit === 'share' ? 100 : 1
  return w.range(one.low! * times, one.high! * times, unit === 'score' ? 2 : 1)
}

/** What a moved mark is worth at the weakest touchpoints and at the best one. */
function raisedSaid(raising: Raising | null): Said | null {
  const together = raising?.together
  if (!raising || !together || together.weakestEach.low === null || together.bestEach.low === null)
    return null
  const { unit, outcome, touchpoints, best } = raising
  const named = (key: string): LocalText =>
    touchpoints.find(({ touchpoint }) => touchpoint === key)?.name ?? key
  const { weakestEach, bestEach, differenceEach } = together
  const verdict = (differenceEach.low ?? 0) > 0 ? 'more' : (differenceEach.high ?? 0) < 0 ? 'less' : 'alike'
  const figure = (one: EstimateView, w: Writer) => `${gain(one.value!, unit, w)} (${ends(one, unit, w)})`
  return said({
    en: (w) =>
      `A mark moved from low to good at ${w.list(raising.weakest.map((one) => `“${w.name(named(one))}”`))} goes with ${figure(weakestEach, w)} on ${w.name(outcome.name)} for who gives it, ${verdictSaid.en[verdict]} one moved from good to top at “${w.name(named(best!))}” (${figure(bestEach, w)}).`,
    fr: (w) =>
      `Une note portée de basse à bonne à ${w.list(raising.weakest.map((one) => `« ${w.name(named(one))} »`))} va avec ${figure(weakestEach, w)} sur ${w.name(outcome.name)} pour qui la donne, ${verdictSaid.fr[verdict]} une note portée de bonne à excellente à « ${w.name(named(best!))} » (${figure(bestEach, w)}).`,
  })
}

const verdictSaid = {
  en: { more: 'more than', less: 'less than', alike: 'not told apart from' },
  fr: { more: 'plus que', less: 'moins que', alike: 'sans que cela se distingue de ce que donne' },
} as const

/** What there is to gain in all. */
function wholeSaid(raising: Raising | null): Said[] {
  const { weakest, best } = raising?.together ?? {}
  if (!raising || weakest?.low == null || best?.low == null) return []
  const { unit } = raising
  return [
    said({
      en: (w) =>
        `In all, no low mark left at the weakest would go with ${gain(weakest.value!, unit, w)} (${ends(weakest, unit, w)}), everybody at the top of the best with ${gain(best.value!, unit, w)} (${ends(best, unit, w)}).`,
      fr: (w) =>
        `En tout, plus une note basse aux plus faibles irait avec ${gain(weakest.value!, unit, w)} (${ends(weakest, unit, w)}), tout le monde au sommet du meilleur avec ${gain(best.value!, unit, w)} (${ends(best, unit, w)}).`,
    }),
  ]
}

const kinds = {
  touchpoint: { en: 'All touchpoints', fr: 'Tous les points de contact' },
  journey: { en: '', fr: '' },
  channel: { en: 'Channels, at equal touchpoints', fr: 'Les canaux, à points de contact égaux' },
  unit: { en: 'Units, at equal touchpoints', fr: 'Les unités, à points de contact égaux' },
} as const

function evenSaid({ kind, name, evenness, spread, p, places }: Strand, unit: MeasureUnit): Said {
  if (evenness.value === null)
    return {
      en: 'Too few places are judged by enough people to tell how even the experience is.',
      fr: 'Trop peu d’endroits sont jugés par assez de personnes pour dire si l’expérience est égale.',
    }
  const strand = (w: Writer, language: 'en' | 'fr') =>
    kind === 'journey'
      ? language === 'en'
        ? `“${w.name(name)}”`
        : `« ${w.name(name)} »`
      : kinds[kind][language]
  const share = (value: number, w: Writer) => w.percent(value)
  const size = (value: number, w: Writer) => gain(value, unit, w).replace(/^\+/, '')
  const isChance = (p ?? 1) >= 0.05
  return said({
    en: (w) =>
      `${strand(w, 'en')}: even at ${share(evenness.value!, w)} (${w.percentRange(evenness.low!, evenness.high!)}), ${w.number(places.length)} levels that differ by ${size(spread.value!, w)}${isChance ? ', no more than chance would make them' : ''}.`,
    fr: (w) =>
      `${strand(w, 'fr')} : égalité de ${share(evenness.value!, w)} (${w.percentRange(evenness.low!, evenness.high!)}), ${w.number(places.length)} niveaux qui diffèrent de ${size(spread.value!, w)}${isChance ? ', pas plus que le hasard ne le ferait' : ''}.`,
  })
}

function trailingSaid({ strands, unit }: Told): Said[] {
  return strands
    .filter(({ kind, laggard }) => kind !== 'touchpoint' && laggard?.isApart)
    .map(({ kind, name, laggard }) => {
      const { name: who, others, toOthers } = laggard!
      const own = others + toOthers.value!
      const where = (w: Writer) => (kind === 'journey' ? w.name(name) : '')
      return said({
        en: (w) =>
          `“${w.name(who)}” is out of tune${where(w) ? ` in “${where(w)}”` : ''}: ${level(own, unit, w)}, the others ${level(others, unit, w)}.`,
        fr: (w) =>
          `« ${w.name(who)} » détonne${where(w) ? ` dans « ${where(w)} »` : ''} : ${level(own, unit, w)}, les autres ${level(others, unit, w)}.`,
      })
    })
}

function assumptionsSaid({ raising, drawn }: Told): Said[] {
  return [
    ...(drawn < 1
      ? [
          said({
            en: (w) => `Of all people ${w.percent(drawn)} were read, drawn by lot.`,
            fr: (w) => `Parmi toutes les personnes, ${w.percent(drawn)} ont été lues, tirées au sort.`,
          }),
        ]
      : []),
    {
      en: 'Evenness is 100% where all places are alike and 0% where they are as far apart as their mean allows; what chance adds is taken away, and people who judge several places are counted as the same people.',
      fr: 'L’égalité est de 100 % où tous les endroits sont pareils, et de 0 % où ils sont aussi éloignés que leur moyenne le permet ; ce que le hasard ajoute est retiré, et qui juge plusieurs endroits est compté comme la même personne.',
    },
    {
      en: 'A soloist stands above every other touchpoint of its journey by a tenth of the scale or more, told from chance, while the others lie below the mean of all touchpoints.',
      fr: 'Un soliste dépasse tout autre point de contact de son parcours d’au moins un dixième de l’échelle, hors du hasard, quand les autres sont sous la moyenne de tous les points de contact.',
    },
    {
      en: 'Where a touchpoint is met in one channel or unit only, nothing tells the two apart.',
      fr: 'Où un point de contact ne se rencontre que dans un canal ou une unité, rien ne distingue l’un de l’autre.',
    },
    ...(raising === null ? [] : [raising.why === null ? raisingRests : whySaid[raising.why]]),
  ]
}

const raisingRests: Said = {
  en: 'What raising brings is worked out from people who gave both marks: it goes with low and top marks, and is not shown to be their effect. A trial shows that.',
  fr: 'Ce qu’apporte de relever est tiré de personnes qui ont donné les deux notes : cela va avec les notes basses et hautes, et n’est pas montré comme leur effet. Un essai le montre.',
}

const whySaid: Readonly<Record<NonNullable<Raising['why']>, Said>> = {
  'too-few': {
    en: 'Too few people marked touchpoints beside the measure that counts in the end to tell what raising them brings.',
    fr: 'Trop peu de personnes ont noté des points de contact à côté de la mesure qui compte pour dire ce qu’apporte de les relever.',
  },
  collinear: {
    en: 'Low and top marks of these touchpoints go together so much that what raising one brings cannot be told.',
    fr: 'Les notes basses et hautes de ces points de contact vont tant ensemble que l’apport de chacun ne se distingue pas.',
  },
  'group-too-small': {
    en: 'Fewer than 25 employees answered: what raising marks brings is not told of so few.',
    fr: 'Moins de 25 collaborateurs ont répondu : ce qu’apporte de relever les notes n’est pas dit d’aussi peu.',
  },
  'nothing-beside': {
    en: 'Touchpoints are not marked beside the measure that counts in the end: what raising them brings cannot be told.',
    fr: 'Les points de contact ne sont pas notés à côté de la mesure qui compte : ce qu’apporte de les relever ne peut être dit.',
  },
}
