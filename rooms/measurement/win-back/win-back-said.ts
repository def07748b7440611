import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { Finding, Said } from '../analyses/analysis.contract.ts'
import { said, type Writer } from '../analyses/said.ts'
import { wholeMonths } from '../purchases/months.ts'
import { roundedMoney } from '../purchases/rounded-money.ts'
import type { WinBack } from './win-back.contract.ts'

type Told = Omit<WinBack, 'finding'>

/** Share by which the number that came back may differ from the number expected. */
const toleratedError = 0.15

/** What win-back says, by rules: how silent customers split, else how those split who told that they left. */
export function winBackFinding(told: Told): Finding {
  const headline = told.split ? splitSaid(told) : (leaversSaid(told) ?? nothingSaid(told))
  return {
    evidence: told.split ? (isTrusted(told) ? 'predicted' : 'associated') : 'measured',
    headline,
    points: [...budgetSaid(told), ...(told.split ? asList(leaversSaid(told)) : []), ...reasonSaid(told)],
    assumptions: assumptionsSaid(told),
  }
}

const asList = (one: Said | null) => (one ? [one] : [])

function isTrusted({ check }: Told): boolean {
  if (!check || check.all.came.value === null || check.all.expected === 0) return false
  return Math.abs(check.all.came.value / check.all.expected - 1) <= toleratedError
}

function counted({ value, low, high }: EstimateView, w: Writer, to: string): string {
  const round = (number: number) => w.number(Math.round(number / 10) * 10)
  return low === null || high === null
    ? round(value!)
    : `${round(value!)} (${round(low)} ${to} ${round(high)})`
}

function percents({ value, low, high }: EstimateView, w: Writer, to: string): string {
  const limits = low === null || high === null ? '' : ` (${w.number(low * 100)} ${to} ${w.percent(high)})`
  return w.percent(value!) + limits
}

function splitSaid({ split, silent, silentDays, windowDays }: Told): Said {
  const { alone, won, gone } = split!
  const [silence, window] = [wholeMonths(silentDays), wholeMonths(windowDays)]
  return said({
    en: (w) =>
      `Of ${w.number(silent)} customers silent for ${w.number(silence)} months, ${counted(alone, w, 'to')} come back by themselves within ${w.number(window)} months${
        won && gone ? `; ${counted(won, w, 'to')} must be won back, the others are gone` : ''
      }.`,
    fr: (w) =>
      `Sur ${w.number(silent)} clients silencieux depuis ${w.number(silence)} mois, ${counted(alone, w, 'à')} reviennent d’eux-mêmes en ${w.number(window)} mois${
        won && gone ? ` ; ${counted(won, w, 'à')} sont à reconquérir, les autres sont perdus` : ''
      }.`,
  })
}

function nothingSaid({ why }: Told): Said {
  return why === 'too-few'
    ? said({
        en: () => 'Too few customers to tell who comes back: 300 who bought, 100 of them again, are needed.',
        fr: () => 'Trop peu de clients pour dire qui revient : il en faut 300, dont 100 qui ont racheté.',
      })
    : said({
        en: () => 'No purchases of people are known, and nobody told of leaving.',
        fr: () => 'Aucun achat de personnes n’est connu, et personne n’a dit partir.',
      })
}

function budgetSaid({
  budget,
  value: { currency },
  acquisitionCost,
  winBackRate,
  contactCost,
}: Told): Said[] {
  if (!budget)
    return winBackRate && contactCost ? [] : [missingSaid(winBackRate === null, contactCost === null)]
  const { best, costOfOne, saved } = budget
  if (best.contacts === 0 || costOfOne === null)
    return [
      said({
        en: () => 'Writing to any of them costs more than it brings.',
        fr: () => 'Écrire à l’un d’eux coûte plus que cela ne rapporte.',
      }),
    ]
  const money = roundedMoney(currency)
  const { value, low, high } = best.net
  return [
    said({
      en: (w) =>
        `Writing to the ${w.number(best.contacts)} most worthwhile costs ${money(best.budget, w)}, wins ${w.number(best.won)} back and brings ${money(value!, w)} (${money(low!, w)} to ${money(high!, w)}) beyond its cost: ${money(costOfOne, w)} for one won back.`,
      fr: (w) =>
        `Écrire aux ${w.number(best.contacts)} plus rentables coûte ${money(best.budget, w)}, en reconquiert ${w.number(best.won)} et rapporte ${money(value!, w)} (${money(low!, w)} à ${money(high!, w)}) au-delà de son coût : ${money(costOfOne, w)} par client reconquis.`,
    }),
    ...(saved === null
      ? []
      : [
          said({
            en: (w) =>
              `To recruit as many at ${money(acquisitionCost!, w)} each would cost ${money(saved + best.budget, w)}: winning back ${saved >= 0 ? 'saves' : 'costs'} ${money(Math.abs(saved), w)} ${saved >= 0 ? 'of the marketing budget' : 'more'}.`,
            fr: (w) =>
              `En recruter autant à ${money(acquisitionCost!, w)} chacun coûterait ${money(saved + best.budget, w)} : reconquérir ${saved >= 0 ? 'économise' : 'coûte'} ${money(Math.abs(saved), w)} ${saved >= 0 ? 'du budget marketing' : 'de plus'}.`,
          }),
        ]),
  ]
}

function missingSaid(isRateMissing: boolean, isCostMissing: boolean): Said {
  const en = [
    ...(isRateMissing ? ['what share of them a contact wins back'] : []),
    ...(isCostMissing ? ['what a contact costs'] : []),
  ]
  const fr = [
    ...(isRateMissing ? ['quelle part un contact reconquiert'] : []),
    ...(isCostMissing ? ['ce que coûte un contact'] : []),
  ]
  return said({
    en: (w) => `For a budget it is missing ${w.list(en)}: say it, or write to some drawn by lot and see.`,
    fr: (w) =>
      `Pour un budget il manque ${w.list(fr)} : dites-le, ou écrivez à quelques-uns tirés au sort et voyez.`,
  })
}

function leaversSaid({ told }: Told): Said | null {
  const all = told?.groups[0]
  if (!all) return null
  const { alone, won, gone, leavers } = all
  return said({
    en: (w) =>
      `Of ${w.number(leavers)} who told that they left, ${percents(alone, w, 'to')} come back alone${
        won && gone
          ? `, ${percents(won, w, 'to')} only when written to, ${percents(gone, w, 'to')} not at all`
          : ''
      }.`,
    fr: (w) =>
      `Sur ${w.number(leavers)} qui ont dit partir, ${percents(alone, w, 'à')} reviennent seuls${
        won && gone
          ? `, ${percents(won, w, 'à')} seulement si on leur écrit, ${percents(gone, w, 'à')} pas du tout`
          : ''
      }.`,
  })
}

/** The reason for which fewest come back alone, where it is told apart from the others. */
function reasonSaid({ told }: Told): Said[] {
  const reasons = (told?.groups ?? []).slice(1)
  const [least] = [...reasons].sort((a, b) => a.alone.value! - b.alone.value!)
  if (!least || reasons.length < 2) return []
  const isApart = reasons.every((one) => one === least || one.alone.low! > least.alone.high!)
  if (!isApart) return []
  const { reason, alone, won } = least
  return [
    said({
      en: (w) =>
        `Fewest come back alone of those who left over “${reason}”: ${percents(alone, w, 'to')}${won ? `; writing wins ${percents(won, w, 'to')}` : ''}.`,
      fr: (w) =>
        `Ceux qui partent pour « ${reason} » reviennent le moins seuls : ${percents(alone, w, 'à')}${won ? ` ; écrire en gagne ${percents(won, w, 'à')}` : ''}.`,
    }),
  ]
}

function assumptionsSaid(told: Told): Said[] {
  const { check, split, winBackRate, told: leavers } = told
  return [
    ...(check
      ? [
          said({
            en: (w) =>
              `Of ${w.number(check.all.customers)} customers silent ${w.number(wholeMonths(told.windowDays))} months earlier ${w.percent(check.all.expected, 1)} were expected back; ${percents(check.all.came, w, 'to')} came.${isTrusted(told) ? '' : ' That strays too far to plan by.'}`,
            fr: (w) =>
              `Sur ${w.number(check.all.customers)} clients silencieux ${w.number(wholeMonths(told.windowDays))} mois plus tôt, ${w.percent(check.all.expected, 1)} étaient attendus ; ${percents(check.all.came, w, 'à')} sont revenus.${isTrusted(told) ? '' : ' C’est trop écarté pour décider d’après cela.'}`,
          }),
        ]
      : []),
    ...(split
      ? [
          said({
            en: () =>
              'A silent customer may be gone or only slow: the chance of each follows from the rhythm of their own purchases and of all (MBG/NBD). Money is not discounted.',
            fr: () =>
              'Un client silencieux peut être parti ou seulement lent : la chance de chacun suit du rythme de ses achats et de ceux de tous (MBG/NBD). L’argent n’est pas actualisé.',
          }),
        ]
      : []),
    ...(leavers?.contact
      ? [
          said({
            en: () =>
              'What writing wins compares those written to with those not yet written to, from that day on. It is an effect of writing only if chance decided whom to write to.',
            fr: () =>
              'Ce qu’écrire gagne compare ceux à qui l’on a écrit à ceux à qui l’on n’a pas encore écrit, à partir de ce jour. Ce n’est un effet que si le hasard a décidé à qui écrire.',
          }),
        ]
      : []),
    ...(split && winBackRate?.from === 'facts'
      ? [
          said({
            en: () =>
              'Silent customers are taken to be won like those who told that they left; a trial on some of them would tell.',
            fr: () =>
              'Les clients silencieux sont supposés se reconquérir comme ceux qui ont dit partir ; un essai sur quelques-uns le dirait.',
          }),
        ]
      : []),
  ]
}
