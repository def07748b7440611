import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import type { Intentions } from './intentions.contract.ts'

type Told = Omit<Intentions, 'finding'>

/** What intentions say, by rules: how much they overstate, whom they tell apart, and what a score means. */
export function intentionsFinding(told: Told): Finding {
  return {
    evidence: told.check ? 'predicted' : 'measured',
    headline: told.why === null ? overstatedSaid(told) : whySaid[told.why],
    points:
      told.why === null
        ? [apartSaid(told), ...endsSaid(told), ...wishfulSaid(told), ...slopeSaid(told), ...checkSaid(told)]
        : [],
    assumptions: assumptionsSaid(told),
  }
}

const done = {
  buy: { en: 'bought', fr: 'ont acheté' },
  stay: { en: 'stayed', fr: 'sont restés' },
} as const

function overstatedSaid({ measure, behaviour, days, said: stated, did, overstatement }: Told): Said {
  const { value, low, high } = overstatement
  const points = (w: Writer) =>
    `${w.number(Math.abs(value!) * 100)} (${w.range(100 * Math.min(Math.abs(low!), Math.abs(high!)), 100 * Math.max(Math.abs(low!), Math.abs(high!)))})`
  const isTold = low! > 0 || high! < 0
  const isMore = value! > 0
  return said({
    en: (w) =>
      isTold
        ? `“${w.name(measure.name)}” ${isMore ? 'promises too much' : 'promises too little'}, by ${points(w)} points: ${w.percent(stated!)} stated, ${w.percent(did.value!)} ${done[behaviour].en} within ${w.number(days)} days.`
        : `“${w.name(measure.name)}” came true on the whole: ${w.percent(stated!)} stated, ${w.percent(did.value!)} ${done[behaviour].en} within ${w.number(days)} days.`,
    fr: (w) =>
      isTold
        ? `« ${w.name(measure.name)} » promet ${isMore ? 'trop' : 'trop peu'}, de ${points(w)} points : ${w.percent(stated!)} dits, ${w.percent(did.value!)} ${done[behaviour].fr} sous ${w.number(days)} jours.`
        : `« ${w.name(measure.name)} » s’est réalisé dans l’ensemble : ${w.percent(stated!)} dits, ${w.percent(did.value!)} ${done[behaviour].fr} sous ${w.number(days)} jours.`,
  })
}

function apartSaid({ auc, behaviour }: Told): Said {
  const isTold = auc.low !== null && auc.low > 0.5
  return said({
    en: (w) =>
      `Of one who ${done[behaviour].en} and one who did not, the first had stated more in ${w.percent(auc.value!)} of pairs (${w.percentRange(auc.low!, auc.high!)})${isTold ? '' : ', no more than chance'}.`,
    fr: (w) =>
      `D’une personne qui l’a fait et d’une qui ne l’a pas fait, la première avait dit plus dans ${w.percent(auc.value!)} des paires (${w.percentRange(auc.low!, auc.high!)})${isTold ? '' : ', pas plus que le hasard'}.`,
  })
}

function endsSaid({ groups, behaviour }: Told): Said[] {
  const [lowest, highest] = [groups[0], groups.at(-1)]
  if (!lowest || !highest || lowest === highest) return []
  return [
    said({
      en: (w) =>
        `Of those who said ${highest.score}, ${w.percent(highest.did.value!)} ${done[behaviour].en}; of those who said ${lowest.score}, ${w.percent(lowest.did.value!)}.`,
      fr: (w) =>
        `De ceux qui ont dit ${highest.score}, ${w.percent(highest.did.value!)} ${done[behaviour].fr} ; de ceux qui ont dit ${lowest.score}, ${w.percent(lowest.did.value!)}.`,
    }),
  ]
}

/** Where the top of the scale came true less than a score below it, told from chance. */
function wishfulSaid({ groups, behaviour }: Told): Said[] {
  const top = groups.at(-1)
  const best = groups.toSorted((one, other) => other.did.value! - one.did.value!)[0]
  if (!top || !best || best.did.low! <= top.did.high!) return []
  return [
    said({
      en: (w) =>
        `The top of the scale is wishful: ${w.percent(top.did.value!)} of those who said ${top.score} ${done[behaviour].en}, ${w.percent(best.did.value!)} of those who said ${best.score}.`,
      fr: (w) =>
        `Le haut de l’échelle prend ses désirs pour des réalités : ${w.percent(top.did.value!)} de ceux qui ont dit ${top.score} ${done[behaviour].fr}, ${w.percent(best.did.value!)} de ceux qui ont dit ${best.score}.`,
    }),
  ]
}

function slopeSaid({ slope, isCalibrated }: Told): Said[] {
  if (slope === null || isCalibrated !== false) return []
  return [
    said({
      en: (w) =>
        `Statements are too ${slope < 1 ? 'extreme' : 'timid'} (slope ${w.number(slope, 2)}, where 1 is right): read a score by what it meant, not as it stands.`,
      fr: (w) =>
        `Les déclarations sont trop ${slope < 1 ? 'extrêmes' : 'timides'} (pente ${w.number(slope, 2)}, 1 étant juste) : lire une note par ce qu’elle a voulu dire, pas telle quelle.`,
    }),
  ]
}

function checkSaid({ check }: Told): Said[] {
  if (!check) return []
  const { n, from, expected, came, asStated, recalibrated } = check
  return [
    said({
      en: (w) =>
        `Read by what they meant before ${from}, ${w.number(n)} later answers foretold ${w.percent(expected)}, and ${w.percent(came)} came; the squared miss fell from ${w.number(asStated, 3)} to ${w.number(recalibrated, 3)}.`,
      fr: (w) =>
        `Lues par ce qu’elles voulaient dire avant le ${from}, ${w.number(n)} réponses suivantes annonçaient ${w.percent(expected)}, et ${w.percent(came)} sont venus ; l’écart quadratique est passé de ${w.number(asStated, 3)} à ${w.number(recalibrated, 3)}.`,
    }),
  ]
}

function assumptionsSaid({ days, behaviour }: Told): Said[] {
  return [
    said({
      en: (w) =>
        `A score is read as a chance along its scale (Juster 1966), its ends half a step inside; answers count whose ${w.number(days)} days are over.`,
      fr: (w) =>
        `Une note se lit comme une chance le long de son échelle (Juster 1966), ses bouts un demi-pas à l’intérieur ; comptent les réponses dont les ${w.number(days)} jours sont passés.`,
    }),
    behaviour === 'buy'
      ? {
          en: 'Who buys under a name that is not known does not show up as buying.',
          fr: 'Qui achète sous un nom inconnu n’apparaît pas comme acheteur.',
        }
      : {
          en: 'Who leaves without telling counts as staying; who had left before the answer is not counted.',
          fr: 'Qui part sans le dire compte comme resté ; qui était parti avant la réponse n’est pas compté.',
        },
    {
      en: 'Who answers is not everybody: people who are content answer more.',
      fr: 'Qui répond n’est pas tout le monde : les gens contents répondent plus.',
    },
  ]
}

const whySaid: Readonly<Record<NonNullable<Told['why']>, Said>> = {
  'too-few': {
    en: 'Too few people stated what they would do, with their days over, to tell how it came true: 100 answers are needed.',
    fr: 'Trop peu de personnes ont dit ce qu’elles feraient, leurs jours passés, pour dire ce qu’il en est advenu : il faut 100 réponses.',
  },
  constant: {
    en: 'Everybody did it, or nobody: whether statements tell people apart cannot be seen.',
    fr: 'Tous l’ont fait, ou personne : on ne voit pas si les déclarations distinguent les gens.',
  },
  'no-departures': {
    en: 'No interaction tells that people leave, so that staying cannot be seen.',
    fr: 'Aucune interaction ne dit que l’on part : rester ne se voit pas.',
  },
}
