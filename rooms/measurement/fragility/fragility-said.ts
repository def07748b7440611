import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import { wholeMonths } from '../purchases/months.ts'
import { roundedMoney } from '../purchases/rounded-money.ts'
import { toleratedError } from './forecast-check.ts'
import type { Fragility, FragilityLevel } from './fragility.contract.ts'
import type { FragilityFound } from './fragility-of-customers.ts'

type Told = Omit<Fragility, 'finding'>

/** What fragility says, by rules: what stands on a weak experience and what of it may go, else what is at risk in all. */
export function fragilityFinding(told: Told, found: FragilityFound): Finding {
  return {
    evidence: isTrusted(told) ? 'predicted' : 'associated',
    headline: headlineOf(told),
    points: [
      ...leavingSaid(told),
      ...fromExperienceSaid(told),
      ...totalSaid(told),
      ...unheardSaid(told),
      ...groupSaid(told),
    ],
    assumptions: assumptionsSaid(told, found),
  }
}

const checkOf = ({ check }: Told) => check.find(({ level }) => level === 'all')

/** Whether the forecast came true a window earlier, as far as it is let stray. */
function isTrusted(told: Told): boolean {
  const ratio = checkOf(told)?.ratio.value
  return ratio != null && Math.abs(ratio - 1) <= toleratedError
}

const levelOf = ({ levels }: Told, name: FragilityLevel['level']) =>
  levels.find(({ level }) => level === name)

const sumOf = ({ levels }: Told, isHeard: boolean) =>
  levels
    .filter(({ level }) => (level === 'unheard') !== isHeard)
    .reduce((sum, { revenue }) => sum + revenue, 0)

function amount(
  { value, low, high }: EstimateView,
  w: Writer,
  [currency, to]: readonly [string, string],
): string {
  const money = roundedMoney(currency)
  const limits = low === null || high === null ? '' : ` (${money(low, w)} ${to} ${money(high, w)})`
  return money(value ?? 0, w) + limits
}

function headlineOf(told: Told): Said {
  const { value, total, months } = told
  const { currency } = value
  const weak = levelOf(told, 'weak')
  const heard = sumOf(told, true)
  if (told.from === null)
    return said({
      en: () => 'No purchases of people are known: outcomes of persons in a currency are needed.',
      fr: () => 'Aucun achat de personnes n’est connu : il faut des résultats de personnes dans une monnaie.',
    })
  if (!weak || heard === 0) return total ? onlyTotalSaid(told) : nobodyHeardSaid(told)
  const risk = weak.ahead?.atRisk
  const money = roundedMoney(currency)
  return said({
    en: (w) =>
      `${w.percent(weak.revenue / heard)} of what the customers we heard from bring stands on a weak experience: ${money(weak.revenue, w)}${
        risk
          ? `, of which ${amount(risk, w, [currency, 'to'])} is expected to go within ${w.number(months)} months`
          : ''
      }.`,
    fr: (w) =>
      `${w.percent(weak.revenue / heard)} de ce qu’apportent les clients qui ont répondu repose sur une expérience faible : ${money(weak.revenue, w)}${
        risk ? `, dont ${amount(risk, w, [currency, 'à'])} devraient partir en ${w.number(months)} mois` : ''
      }.`,
  })
}

function onlyTotalSaid({ total, value: { currency }, months }: Told): Said {
  return said({
    en: (w) =>
      `${amount(total!.atRisk, w, [currency, 'to'])} of what today’s customers would bring is expected to go within ${w.number(months)} months; what they live is not known.`,
    fr: (w) =>
      `${amount(total!.atRisk, w, [currency, 'à'])} de ce que les clients d’aujourd’hui apporteraient devraient partir en ${w.number(months)} mois ; ce qu’ils vivent n’est pas connu.`,
  })
}

function nobodyHeardSaid(told: Told): Said {
  const money = roundedMoney(told.value.currency)
  return said({
    en: (w) =>
      `${money(sumOf(told, false), w)} came in from customers who did not say what they live; too little is known to look ahead.`,
    fr: (w) =>
      `${money(sumOf(told, false), w)} viennent de clients qui n’ont pas dit ce qu’ils vivent ; on en sait trop peu pour regarder devant.`,
  })
}

const levelWords = {
  weak: { en: 'a weak', fr: 'faible' },
  middle: { en: 'a middle', fr: 'moyenne' },
  strong: { en: 'a strong', fr: 'forte' },
} as const

function leavingSaid(told: Told): Said[] {
  const known = (['weak', 'middle', 'strong'] as const).flatMap((name) => {
    const level = levelOf(told, name)
    return level && level.leaving.value !== null && !level.isPooled ? [{ name, leaving: level.leaving }] : []
  })
  if (known.length < 2) return []
  const share = ({ value, low, high }: EstimateView, w: Writer, to: string) =>
    `${w.percent(value!)}${low === null || high === null ? '' : ` (${w.number(low * 100)} ${to} ${w.percent(high)})`}`
  return [
    said({
      en: (w) =>
        `Within a year of answering leave ${w.list(known.map(({ name, leaving }) => `${share(leaving, w, 'to')} of those with ${levelWords[name].en} experience`))}.`,
      fr: (w) =>
        `Dans l’année qui suit la réponse partent ${w.list(known.map(({ name, leaving }) => `${share(leaving, w, 'à')} de ceux dont l’expérience est ${levelWords[name].fr}`))}.`,
    }),
  ]
}

function fromExperienceSaid(told: Told): Said[] {
  const saved = levelOf(told, 'weak')?.ahead?.fromExperience
  const { currency } = told.value
  if (!saved || saved.value === null) return []
  const isTold = saved.low !== null && saved.low > 0
  return [
    isTold
      ? said({
          en: (w) =>
            `If those with a weak experience left like those with a middle one, ${amount(saved, w, [currency, 'to'])} would stay.`,
          fr: (w) =>
            `Si ceux dont l’expérience est faible partaient comme ceux dont elle est moyenne, ${amount(saved, w, [currency, 'à'])} resteraient.`,
        })
      : said({
          en: () =>
            'That those with a weak experience leave more than those with a middle one is not told apart from chance.',
          fr: () =>
            'Que ceux dont l’expérience est faible partent plus que ceux dont elle est moyenne ne se distingue pas du hasard.',
        }),
  ]
}

function totalSaid({ total, value: { currency }, levels }: Told): Said[] {
  if (!total || levels.every(({ level, customers }) => level === 'unheard' || customers === 0)) return []
  return [
    said({
      en: (w) =>
        `Over all customers ${w.percent(total.index.value!)} of what they would bring is at risk: ${amount(total.atRisk, w, [currency, 'to'])}.`,
      fr: (w) =>
        `Sur tous les clients, ${w.percent(total.index.value!)} de ce qu’ils apporteraient est en risque : ${amount(total.atRisk, w, [currency, 'à'])}.`,
    }),
  ]
}

function unheardSaid(told: Told): Said[] {
  const [unheard, heard] = [sumOf(told, false), sumOf(told, true)]
  if (unheard === 0 || heard === 0) return []
  return [
    said({
      en: (w) =>
        `${w.percent(unheard / (unheard + heard))} of revenue comes from customers who did not answer in that time: how much of it stands on a weak experience is not known.`,
      fr: (w) =>
        `${w.percent(unheard / (unheard + heard))} des revenus viennent de clients qui n’ont pas répondu dans ce temps : ce qui en repose sur une expérience faible n’est pas connu.`,
    }),
  ]
}

function groupSaid({ groups, value: { currency } }: Told): Said[] {
  const [first] = groups
  if (!first || first.atRisk === null || groups.length < 2) return []
  const { atRisk, revenue, name } = first
  const money = roundedMoney(currency)
  return [
    said({
      en: (w) =>
        `Most is at risk in “${w.name(name)}”: ${money(atRisk, w)} beside ${money(revenue, w)} bought there.`,
      fr: (w) =>
        `Le plus en risque : « ${w.name(name)} », ${money(atRisk, w)} pour ${money(revenue, w)} achetés.`,
    }),
  ]
}

function checkSaid(told: Told): Said[] {
  const check = checkOf(told)
  if (!check)
    return told.from === null
      ? []
      : [
          said({
            en: () =>
              'Nothing is looked ahead: that needs a forecast made earlier that can be laid beside what came, with 300 customers and 100 who bought again.',
            fr: () =>
              'Rien n’est regardé devant : il faut une prévision faite plus tôt, à comparer à ce qui est venu, avec 300 clients et 100 qui ont racheté.',
          }),
        ]
  const strays = !isTrusted(told)
  const months = wholeMonths(told.windowDays)
  const earlier = (w: Writer) => `${w.number(months)} ${months === 1 ? 'month' : 'months'}`
  return [
    said({
      en: (w) =>
        `The same forecast, made ${earlier(w)} earlier, expected ${w.number(check.expected)} purchases; ${w.number(check.came)} came (${w.percent(check.ratio.value!)}).${strays ? ' It strays too far to plan by.' : ''}`,
      fr: (w) =>
        `La même prévision, faite ${w.number(months)} mois plus tôt, attendait ${w.number(check.expected)} achats ; ${w.number(check.came)} sont venus (${w.percent(check.ratio.value!)}).${strays ? ' Elle s’écarte trop pour décider d’après elle.' : ''}`,
    }),
  ]
}

function assumptionsSaid(told: Told, { frequencyCorrelation }: FragilityFound): Said[] {
  if (told.from === null) return []
  const pooled = told.levels.some(({ isPooled }) => isPooled)
  return [
    ...checkSaid(told),
    said({
      en: () =>
        'Customers keep their own rhythm while they stay, and leave at one rate from their answer on; those who did not answer are seen through what they bought alone. Money is not discounted.',
      fr: () =>
        'Les clients gardent leur rythme tant qu’ils restent, et partent à un même taux depuis leur réponse ; les autres ne sont vus que par leurs achats. L’argent n’est pas actualisé.',
    }),
    said({
      en: () =>
        'Who lives a weak experience may differ in other ways too: what goes with experience is not shown to be caused by it.',
      fr: () =>
        'Qui vit une expérience faible peut différer aussi par ailleurs : ce qui va avec l’expérience n’est pas montré comme causé par elle.',
    }),
    ...(pooled
      ? [
          said({
            en: () => 'A level with fewer than 300 customers takes the rates of all who answered.',
            fr: () => 'Un niveau de moins de 300 clients prend les taux de tous ceux qui ont répondu.',
          }),
        ]
      : []),
    ...(Math.abs(frequencyCorrelation ?? 0) >= 0.1
      ? [
          said({
            en: (w) =>
              `Who buys more often also pays differently (r ${w.number(frequencyCorrelation!, 2)}); the worth of purchases assumes that the two are not linked.`,
            fr: (w) =>
              `Qui achète plus souvent paie aussi autrement (r ${w.number(frequencyCorrelation!, 2)}) ; la valeur des achats suppose que les deux ne sont pas liés.`,
          }),
        ]
      : []),
  ]
}
